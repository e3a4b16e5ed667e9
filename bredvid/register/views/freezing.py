"""Closing a year: what it means, what is not filled in, and a yes."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from bredvid.register import clock
from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.actions import freezing
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import FrozenYear, Unit
from bredvid.register.reads.language import language
from bredvid.register.reads.quality_in_words import quality_in_words
from bredvid.register.reads.summaries import figures_of_months
from bredvid.register.reads.yearly import months_of, supported, years_with_figures
from bredvid.register.rules import sums


@require_http_methods(["GET", "HEAD", "POST"])
@of_unit(Action.YEAR_FREEZE)
def freeze(request: HttpRequest, unit: Unit) -> HttpResponse:
    """The years that can be closed, and what is still missing in the one chosen; POST closes it."""
    fault = _close(request, unit) if request.method == "POST" else ""
    if request.method == "POST" and not fault:
        return HttpResponseRedirect(f"{reverse('register:freeze')}?klart={request.POST['ar']}")
    frozen = list(FrozenYear.objects.filter(unit=unit).defer("figures"))
    this_year = clock.today().year
    years = [year for year in years_with_figures(unit, this_year=this_year) if year < this_year]
    years = [year for year in years if year not in {each.year for each in frozen}]
    asked = request.POST.get("ar") or request.GET.get("ar")
    year = next((each for each in years if str(each) == asked), years[0] if years else None)
    done = next((each for each in frozen if str(each.year) == request.GET.get("klart")), None)
    context = {"years": years, "year": year, "frozen": frozen, "fault": fault, "this_year": this_year, "done": done}
    status = 400 if fault else 200
    return render(request, "register/freeze.html", {**context, **(_missing(unit, year) if year else {})}, status=status)


def _close(request: HttpRequest, unit: Unit) -> str:
    """Closes the year of a form; returns what is wrong where it cannot be."""
    year = request.POST.get("ar", "")
    if not (year.isascii() and year.isdigit() and len(year) == 4):
        return _("Choose a year.")
    if "ja" not in request.POST:
        return _("Tick that you know that it cannot be undone.")
    try:
        freezing.freeze(unit=unit, staff=staff_of(request), year=int(year))
    except RegisterRefused as refused:
        return str(refused)
    return ""


def _missing(unit: Unit, year: int) -> dict[str, Any]:
    """How much of the year the quick card asks for and nobody filled in, and how its answer stands."""
    months = sums.plus(figures_of_months(unit, months_of(year)).values())
    asked = [variable for variable in current().card("quick") if variable.column != "unmet_why"]
    empty = [(variable.label(language()), sums.count(months, variable.column, 0)) for variable in asked]
    answer = supported(unit, year)
    return {
        "contacts": sums.count(months, sums.CONTACTS),
        "empty": [(label, number) for label, number in empty if number],
        "answer": answer,
        "interval": (answer.any_form.low, answer.any_form.high),
        "quality": quality_in_words(answer),
    }
