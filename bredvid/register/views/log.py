"""The access log: by month and person, which months are left to look through, and who looked through the others."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from bredvid.register.access import Action, of_unit
from bredvid.register.models import Unit
from bredvid.register.reads.access_log import entries_of, in_words, months_of, people_of
from bredvid.register.reads.log_reviews import months_left, reviews_of
from bredvid.register.reads.months_in_words import month_in_words
from bredvid.register.rules.log_sample import KEPT_MONTHS
from bredvid.register.views.finding import finding_in_words

ON_A_PAGE = 100


@require_GET
@of_unit(Action.ACCESS_REVIEW)
def log(request: HttpRequest, unit: Unit) -> HttpResponse:
    """A month of the log, of everybody or of one person."""
    months, people = months_of(unit), people_of(unit)
    month = _chosen(request.GET.get("manad"), months) or next(iter(months), None)
    person = _chosen(request.GET.get("vem"), [key for key, _name in people])
    found = entries_of(unit, month, person) if month else entries_of(unit, 190001).none()
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("sida"))
    return render(request, "register/log.html", {
        "months": [(each, month_in_words(each)) for each in months], "month": month, "people": people, "person": person,
        "page": page, "rows": in_words(page), "month_in_words": month_in_words(month) if month else "",
        "query": _query(month, person), "done": request.GET.get("klar", ""), "kept_months": KEPT_MONTHS,
        **_reviews(unit),
    })  # fmt: skip


def _reviews(unit: Unit) -> dict[str, Any]:
    return {
        "left": [(month, month_in_words(month)) for month in months_left(unit)],
        "reviews": [
            {"month": month_in_words(each.review.month), "own": each.own, "review": each.review,
             "finding": finding_in_words(each.review.finding)}
            for each in reviews_of(unit)
        ],
    }  # fmt: skip


def _chosen(text: str | None, allowed: list[int]) -> int | None:
    return next((each for each in allowed if str(each) == text), None)


def _query(month: int | None, person: int | None) -> str:
    return "&".join(f"{name}={key}" for name, key in (("manad", month), ("vem", person)) if key is not None)
