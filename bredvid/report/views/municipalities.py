"""The municipalities of a round: listed by name, county or group, and found by typing."""

from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext

from bredvid.places.names import alphabetical_key, folded, slug
from bredvid.report.addresses import crumbs_of, respondent_url
from bredvid.report.bases import round_base
from bredvid.report.current import round_or_404
from bredvid.report.search import search_context
from bredvid.review.models import Respondent, Round
from bredvid.review.reads import respondents_of

# Where a heading stands among the others, and its words.
Heading = tuple[tuple[int, ...], str]
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
        "base": round_base(round_),
        "crumbs": crumbs_of(round_),
        "query": query,
        "found": len(found),
        "named": round_.respondents.filter(state=Respondent.State.ANSWERED).count(),
        "groups": _grouped(round_, found, sorting),
        "sorting": _sorting_links(sorting),
        "wordy": sorting in (BY_COUNTY, BY_GROUP),
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
    part = [r for r in respondents if wanted in folded(r.name) or wanted in folded(r.county.localised_name)]
    return exact or beginning or part


def _sorting_links(current: str) -> list[dict[str, Any]]:
    labels = {BY_NAME: gettext("name"), BY_COUNTY: gettext("county"), BY_GROUP: gettext("group")}
    return [{"label": label, "url": f"?ordning={key}", "current": key == current} for key, label in labels.items()]


def _grouped(round_: Round, respondents: list[Respondent], sorting: str) -> list[dict[str, Any]]:
    """Lists under headings, each in Swedish alphabetical order."""
    heading = {BY_COUNTY: _by_county, BY_GROUP: _by_group}.get(sorting, _by_initial)
    ordered = sorted(respondents, key=lambda r: (heading(r), alphabetical_key(r.name)))
    return [
        {"title": title, "anchor": _anchor(title), "items": [_listed(round_, r) for r in group]}
        for (_, title), group in groupby(ordered, key=heading)
    ]


def _listed(round_: Round, respondent: Respondent) -> dict[str, str]:
    named = round_.aggregate_only and respondent.state == Respondent.State.ANSWERED
    answered = not round_.aggregate_only and respondent.state == Respondent.State.ANSWERED
    mark = gettext("named in the report") if named else gettext("answered") if answered else ""
    return {"name": respondent.name, "url": respondent_url(round_, respondent), "mark": mark}


def _by_initial(respondent: Respondent) -> Heading:
    initial = respondent.name[0].upper()
    return alphabetical_key(initial), initial


def _by_county(respondent: Respondent) -> Heading:
    return alphabetical_key(respondent.county.localised_name), respondent.county.localised_name


def _by_group(respondent: Respondent) -> Heading:
    # The groups have an order of their own, from the largest cities to the countryside.
    return tuple(map(ord, respondent.group.code)), respondent.group.localised_name


def _anchor(title: str) -> str:
    # A letter keeps its ring and dots: A, Å and Ä are three headings.
    return title.lower() if len(title) == 1 else slug(title)
