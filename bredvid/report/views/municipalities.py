"""The municipalities of a round: listed by name, county or group, and found by typing."""

from collections.abc import Callable
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext

from bredvid.places.names import alphabetical_key, folded, slug
from bredvid.report.addresses import crumbs_of, respondent_url
from bredvid.report.current import round_or_404
from bredvid.report.respondents import group_name
from bredvid.report.search import search_context
from bredvid.review.models import Respondent, Round
from bredvid.review.reads import respondents_of, results_of

Key = Callable[[Respondent], tuple[str, str]]
BY_NAME, BY_COUNTY, BY_GROUP = "namn", "lan", "grupp"


def municipalities(request: HttpRequest, code: str) -> HttpResponse:
    """All municipalities; with `?q=` those that match, and straight to the page when only one does."""
    round_ = round_or_404(code)
    query = request.GET.get("q", "").strip()[:60]
    found = search(list(respondents_of(round_)), query)
    if query and len(found) == 1:
        return HttpResponseRedirect(respondent_url(round_, found[0]))
    sorting = request.GET.get("ordning", BY_NAME)
    context = {
        "round": round_,
        "base": results_of(round_)[0].base,
        "crumbs": crumbs_of(round_),
        "query": query,
        "found": len(found),
        "named": round_.respondents.filter(state=Respondent.State.ANSWERED).count(),
        "groups": _grouped(round_, found, sorting),
        "sorting": _sorting_links(sorting),
        **search_context(round_),
    }
    return render(request, "report/municipalities.html", context)


def search(respondents: list[Respondent], query: str) -> list[Respondent]:
    """Those whose name, county or code fits what was typed: the exact name alone, else beginnings, else parts."""
    wanted = folded(query)
    if not wanted:
        return respondents
    exact = [r for r in respondents if folded(r.name) == wanted or r.code == query]
    beginning = [r for r in respondents if folded(r.name).startswith(wanted)]
    part = [r for r in respondents if wanted in folded(r.name) or wanted in folded(r.county.name)]
    return exact or beginning or part


def _sorting_links(current: str) -> list[dict[str, Any]]:
    labels = {BY_NAME: gettext("name"), BY_COUNTY: gettext("county"), BY_GROUP: gettext("group")}
    return [{"label": label, "url": f"?ordning={key}", "current": key == current} for key, label in labels.items()]


def _grouped(round_: Round, respondents: list[Respondent], sorting: str) -> list[dict[str, Any]]:
    """Lists under headings. Each key gives what to sort by and the heading."""
    keys: dict[str, Key] = {BY_NAME: _by_initial, BY_COUNTY: _by_county, BY_GROUP: _by_group}
    key = keys.get(sorting, _by_initial)
    ordered = sorted(respondents, key=lambda r: (alphabetical_key(key(r)[0]), alphabetical_key(r.name)))
    return [
        {"title": title, "anchor": slug(title), "items": [_listed(round_, r) for r in group]}
        for (_, title), group in groupby(ordered, key=key)
    ]


def _listed(round_: Round, respondent: Respondent) -> dict[str, str]:
    named = not round_.demonstration and respondent.state == Respondent.State.ANSWERED
    answered = round_.demonstration and respondent.state == Respondent.State.ANSWERED
    mark = gettext("named in the report") if named else gettext("answered") if answered else ""
    return {"name": respondent.name, "url": respondent_url(round_, respondent), "mark": mark}


def _by_initial(respondent: Respondent) -> tuple[str, str]:
    return respondent.name[0].upper(), respondent.name[0].upper()


def _by_county(respondent: Respondent) -> tuple[str, str]:
    return respondent.county.code, respondent.county.name


def _by_group(respondent: Respondent) -> tuple[str, str]:
    return respondent.group.code, group_name(respondent)
