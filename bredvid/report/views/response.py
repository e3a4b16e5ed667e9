"""Who answered a round: rates, waves, how evenly, and which questions were passed by."""

from fractions import Fraction
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from bredvid.figures.numbers import decimal
from bredvid.figures.rate import Rate
from bredvid.figures.response.outcomes import Outcomes
from bredvid.figures.response.representativity import Representativity, VariablePart
from bredvid.report.addresses import crumbs_of, question_url
from bredvid.report.bases import round_base
from bredvid.report.current import round_or_404
from bredvid.report.language import reader_language
from bredvid.report.weights import group_names, part_names
from bredvid.review.models import Outcome, Round
from bredvid.review.reads import results_of
from bredvid.review.response import items_of, outcomes_of, representativity_of, waves_of


def response(request: HttpRequest, code: str) -> HttpResponse:
    """The response of a round. A round of totals has none that can be told."""
    round_ = round_or_404(code)
    if round_.aggregate_only:
        raise Http404(f"round {code} has totals only: who answered is not known")
    outcomes, even = outcomes_of(round_), representativity_of(round_)
    context = {
        "round": round_,
        "base": round_base(round_),
        "crumbs": crumbs_of(round_),
        "outcomes": _outcomes(outcomes),
        "rates": [_rate(rate) for rate in outcomes.rates],
        "waves": [
            {"wave": wave, "label": _wave(wave.reminders), "share": Fraction(wave.so_far, wave.frame)}
            for wave in waves_of(round_)
        ],
        "even": _even(round_, even) if even else None,
        "items": _items(round_),
    }
    return render(request, "report/response.html", context)


def _outcomes(outcomes: Outcomes) -> list[dict[str, Any]]:
    rows = []
    for outcome in Outcome:
        number = int(getattr(outcomes, outcome.value))
        share = Fraction(number, outcomes.frame) if outcomes.frame else None
        rows.append({"label": outcome.label, "count": number, "share": share})
    return rows


def _rate(rate: Rate) -> dict[str, Any]:
    return {"name": rate.name.upper(), "words": _rate_words()[rate.name], "rate": rate, "share": rate.share}


def _rate_words() -> dict[str, str]:
    return {
        "rr1": gettext("answered in full, of all"),
        "rr2": gettext("answered in full or in part, of all"),
        "coop3": gettext("answered in full, of those known to be reached"),
        "coop4": gettext("answered in full or in part, of those known to be reached"),
        "ref1": gettext("known to have declined, of all"),
        "con1": gettext("known to be reached, of all"),
    }


def _wave(reminders: int) -> str:
    if not reminders:
        return gettext("before any reminder")
    return gettext("after reminder %(number)s") % {"number": reminders}


def _even(round_: Round, found: Representativity) -> dict[str, Any]:
    language = reader_language()
    names = group_names(round_)
    titles = {"group": gettext("By group of municipalities"), "area": gettext("By national area")}
    return {
        "indicator": decimal(Fraction(found.indicator).limit_denominator(10**6), language, 2),
        "maximal_bias": min(Fraction(1), Fraction(found.maximal_bias).limit_denominator(10**6)),
        "parts": [{"title": titles[part.variable], "rows": _part(part, names)} for part in found.parts],
    }


def _part(part: VariablePart, names: dict[str, str]) -> list[dict[str, Any]]:
    return [
        {
            "label": part_names(category.category, names),
            "answered": category.respondents,
            "frame": category.frame,
            "share": Fraction(category.respondents, category.frame),
        }
        for category in part.categories
    ]


def _items(round_: Round) -> list[dict[str, Any]]:
    results = results_of(round_)
    return [
        {
            "label": result.question.label("short"),
            "url": question_url(round_, result.question),
            "asked": item.asked,
            "values": item.values.numerator,
            "cannot_say": item.cannot_say.numerator,
            "passed_by": item.non_response.numerator,
            "share": item.non_response.share,
            "not_known": item.non_response_at_most.numerator - item.non_response.numerator,
        }
        for result, item in zip(results, items_of(round_, results), strict=True)
    ]
