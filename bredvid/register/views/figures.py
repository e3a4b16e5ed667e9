"""The page of figures: what an organisation has done, for whom, and what was missing. Its own figures, in full."""

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from bredvid.register import clock
from bredvid.register.access import Action, allows, of_unit
from bredvid.register.codebook import DONT_KNOW, NONE, NOT_FILLED_IN, WONT_SAY, current
from bredvid.register.models import Unit
from bredvid.register.pictures.bars import Picture, picture
from bredvid.register.pictures.changes import answered, changes
from bredvid.register.pictures.columns import columns
from bredvid.register.pictures.heat import heat
from bredvid.register.pictures.intervals import year_rows
from bredvid.register.reads.counting_ahead import Counted
from bredvid.register.reads.dashboard import Dashboard, count_for_dashboard, dashboard
from bredvid.register.reads.months_in_words import month_in_words
from bredvid.register.reads.yearly import years_with_figures
from bredvid.register.rules import sums
from bredvid.register.rules.months import of_day, through
from bredvid.register.views.span import Span, span_from

# What has a place of its own on the page; the rest stands folded, where anything is filled in.
SHOWN = ("channel", "who", "age", "situation", "forms", "support", "unmet", "unmet_why")


@require_GET
@of_unit(Action.FIGURES_READ)
def figures(request: HttpRequest, unit: Unit) -> HttpResponse:
    """The last twelve months, or the span asked for; while very much is counted, how far that has come."""
    today = clock.today()
    years = years_with_figures(unit, this_year=today.year)
    span = span_from(request.GET, years=years, today=today)
    counted = count_for_dashboard(unit, span.months, years, today=today)
    if not counted.is_done:
        return _counting(request, counted)
    found = dashboard(unit, span.months, years, today=today)
    context = {**_choices(span, years), **_pictures(found), **_numbers(found)}
    context |= {"span": span, "found": found, "counts": allows(request.user, Action.CONTACT_REGISTER)}
    # A way is shown to those it opens to: a coordinator reads figures and meets nobody's period.
    context |= {"keeps": allows(request.user, Action.PERIOD_KEEP)}
    context |= _more(request, context["pictures"])
    context |= {"years": year_rows(found.years, this_year=today.year), "closed": _closed(span, found)}
    return render(request, "register/figures.html", context)


def _counting(request: HttpRequest, counted: Counted) -> HttpResponse:
    """How far it has come. The browser asks again after a second, and so counts on."""
    answer = render(request, "register/counting.html", {"counted": counted}, status=202)
    answer["Refresh"] = "1"
    return answer


def _choices(span: Span, years: Sequence[int]) -> dict[str, Any]:
    months = through(min(years) * 100 + 1, of_day(clock.today()))[::-1]
    ends = {"first": span.months[0], "last": span.months[-1]}
    return {"all_years": years, "all_months": [(month, month_in_words(month)) for month in months], **ends}


def _pictures(found: Dashboard) -> dict[str, Any]:
    contacts = {each.column: picture(each, found.total, found.contacts) for each in current().on("contact")}
    follow_ups = sums.count(found.total, sums.FOLLOW_UPS)
    return {
        "pictures": contacts,
        "pairs": [contacts[column] for column in ("age", "situation", "channel", "who")],
        "columns": [(column, month_in_words(column.month)) for column in columns(found.months, found.by_month)],
        "heat": heat(found.total),
        "outcome": picture(current().by_column["outcome"], found.total, follow_ups),
        "changes": changes(found.total),
        "arena": picture(current().by_column["outreach_arena"], found.total, _outreach(found, sums.EVENTS)),
    }


def _more(request: HttpRequest, pictures: dict[str, Picture]) -> dict[str, Any]:
    """What has no place of its own: drawn where it is asked for, else the way there."""
    rest = [each for column, each in pictures.items() if column not in SHOWN and each.has_answers]
    if "allt" in request.GET:
        return {"more": rest}
    query = request.GET.copy()
    query["allt"] = "ja"
    return {"more_url": f"?{query.urlencode()}#allt" if rest else ""}


def _numbers(found: Dashboard) -> dict[str, Any]:
    return {
        **_unmet(found),
        "in_period": sums.count(found.total, sums.CONTACTS, sums.LINKED),
        "tallied": sums.count(found.total, sums.CONTACTS, sums.TALLIED),
        "follow_ups": sums.count(found.total, sums.FOLLOW_UPS),
        "answered": answered(found.total),
        "events": _outreach(found, sums.EVENTS),
        "reached": _outreach(found, sums.REACHED),
        "reached_at": _outreach(found, sums.REACHED + sums.COUNTED),
        "conversations": _outreach(found, sums.CONVERSATIONS),
        "conversations_at": _outreach(found, sums.CONVERSATIONS + sums.COUNTED),
    }


def _unmet(found: Dashboard) -> dict[str, int]:
    """How many contacts had a need that was not met, of those where it was asked and known."""
    unknown = sum(sums.count(found.total, "unmet", number) for number in (NOT_FILLED_IN, DONT_KNOW, WONT_SAY))
    known = found.contacts - unknown
    return {
        "unmet": known - sums.count(found.total, "unmet", NONE), "unmet_known": known, "unmet_unknown": unknown,
    }  # fmt: skip


def _outreach(found: Dashboard, key: str) -> int:
    return sums.count(found.total, sums.OUTREACH, key)


def _closed(span: Span, found: Dashboard) -> list[int]:
    return sorted({month // 100 for month in span.months} & found.frozen)
