"""Taking figures out: what, which year, why, in which format; then the file, or a page to print."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.actions.exporting import note_taken_out
from bredvid.register.codebook import current
from bredvid.register.exports.about import about
from bredvid.register.exports.choosing import Choice, checked, formats
from bredvid.register.exports.files import file_of
from bredvid.register.exports.kinds import kinds
from bredvid.register.exports.material import Material, material_of, years_of
from bredvid.register.exports.review_file import form
from bredvid.register.exports.tables import tables_of
from bredvid.register.models import Unit


@require_http_methods(["GET", "HEAD", "POST"])
@of_unit(Action.FIGURES_EXPORT)
def exports(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Asks, and hands over. It is sent by POST, since each time is noted."""
    years = years_of(unit)
    if request.method != "POST":
        return _ask(request, years, Choice(year=str(years[0])))
    choice = checked(request.POST.dict(), years)
    if choice.faults:
        return _ask(request, years, choice, status=422)
    material = material_of(unit, int(choice.year), choice.purpose)
    note_taken_out(
        unit=unit,
        staff=staff_of(request),
        kind=choice.kind,
        year=material.year,
        purpose=choice.purpose,
        form=choice.form,
    )
    return _page(request, choice, material) if choice.form == "print" else _file(choice, material)


def _ask(request: HttpRequest, years: list[int], choice: Choice, status: int = 200) -> HttpResponse:
    language = _language()
    return render(request, "register/exports.html", {
        "kinds": [(kind.code, kind.label(language), kind.about(language)) for kind in kinds().values()],
        "years": [(str(year), str(year)) for year in years], "formats": formats(), "choice": choice,
        "purposes": [(code.code, code.label(language)) for code in current().variable("S01").codes],
        "asked_year": str(form().year),
    }, status=status)  # fmt: skip


def _page(request: HttpRequest, choice: Choice, material: Material) -> HttpResponse:
    language = _language()
    return render(request, "register/export_page.html", {
        "kind": choice.of.label(language), "about": about(choice.of, material, language),
        "tables": tables_of(choice.of, material, language), "material": material,
    })  # fmt: skip


def _file(choice: Choice, material: Material) -> HttpResponse:
    file = file_of(choice.of, material, choice.form, _language())
    headers: dict[str, Any] = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name)}",
        "Cache-Control": "no-store",
    }
    return HttpResponse(file.data, content_type=file.content_type, headers=headers)


def _language() -> str:
    return get_language() or "sv"
