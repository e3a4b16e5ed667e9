"""The mapping screen: what each column is, and what its words mean. The sheet comes and goes with the page."""

from collections.abc import Mapping as Dictionary

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext

from bredvid.accounts.uploads import upload
from bredvid.register.access import Action, of_unit
from bredvid.register.importing.carrying import MOST_SIGNS, packed, unpacked
from bredvid.register.importing.checking import check_mapping
from bredvid.register.importing.guessing import Confidence
from bredvid.register.importing.mapping import Mapping
from bredvid.register.importing.mapping_file import read_mapping, write_mapping
from bredvid.register.importing.preparing import for_table, propose, with_header
from bredvid.register.importing.screen import Chosen, chosen_mapping, column_choices, rows_of, words_left
from bredvid.register.importing.views.carried import carried_mapping, lost, mapping_line, too_large
from bredvid.register.importing.views.preview import preview
from bredvid.register.models import Unit
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Sheet, Table

# The sheet that travels with the page, and a mapping file beside it.
_MOST = 2 * MOST_SIGNS


@upload(of_unit(Action.SHEET_IMPORT), most_bytes=_MOST, too_large=too_large, in_memory=True)
def columns(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Takes what is chosen: on to the preview, or the screen once more with what is left to say."""
    if request.method != "POST":
        return redirect("register:import")
    try:
        sheet = unpacked(unit, request.POST.get("carried", ""))
        before = carried_mapping(request.POST.get("mapping", ""))
        table = with_header(sheet, before.header)
    except ImportRefused as refused:
        return lost(request, str(refused))
    try:
        return _posted(request, unit, sheet, table, before)
    except ImportRefused as refused:
        return screen(request, unit, table, before, fault=str(refused))


def _posted(request: HttpRequest, unit: Unit, sheet: Sheet, table: Table, before: Mapping) -> HttpResponse:
    if "look" in request.POST:
        proposal = propose(sheet, _header(request.POST.get("header", "")))
        return screen(request, unit, proposal.table, proposal.guess.mapping, proposal.guess.confidence)
    if "use-map" in request.POST:
        return _from_file(request, unit, sheet)
    if "back" in request.POST:
        return screen(request, unit, table, before)
    chosen = chosen_mapping(table, before, {name: str(value) for name, value in request.POST.items()})
    if "keep-map" in request.POST:
        return _file_of(chosen.mapping)
    fault = _fault(table, chosen)
    left = not fault and not chosen.pending and words_left(rows_of(table, chosen.mapping))
    if fault or chosen.pending or (left and "words" not in request.POST):
        return screen(request, unit, table, chosen.mapping, pending=chosen.pending, fault=fault, left=left)
    return preview(request, unit, table, chosen.mapping)


def _fault(table: Table, chosen: Chosen) -> str:
    """What is wrong with what was chosen as a whole; nothing while a column has yet to be named."""
    if chosen.faults or chosen.pending:
        return next(iter(chosen.faults.values()), "")
    try:
        check_mapping(table, chosen.mapping)
    except ImportRefused as refused:
        return str(refused)
    return ""


def screen(
    request: HttpRequest, unit: Unit, table: Table, mapping: Mapping,
    confidence: Dictionary[str, Confidence] | None = None, *, pending: Dictionary[str, str] | None = None,
    fault: str = "", left: bool = False,
) -> HttpResponse:  # fmt: skip
    """The screen of a table under a mapping. Raises ImportRefused where it is too large for a page."""
    context = {
        "unit": unit,
        "table": table,
        "rows": rows_of(table, mapping, confidence, pending),
        "choices": column_choices(),
        "mapping": mapping,
        "header": ", ".join(map(str, table.header)),
        "fault": fault,
        "words_left": left,
        "notes": [*table.sheet.notes, *table.notes],
        "carried": packed(unit, table.sheet),
        "mapping_line": mapping_line(for_table(mapping, table)),
    }
    return render(request, "register/importing/columns.html", context, status=422 if fault or pending else 200)


def _from_file(request: HttpRequest, unit: Unit, sheet: Sheet) -> HttpResponse:
    sent = request.FILES.get("map")
    if sent is None:
        raise ImportRefused(gettext("Choose a mapping file (map.toml) first."))
    mapping = read_mapping(sent.read())
    table = with_header(sheet, mapping.header)
    check_mapping(table, mapping)
    return screen(request, unit, table, mapping)


def _file_of(mapping: Mapping) -> HttpResponse:
    response = HttpResponse(write_mapping(mapping), content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="map.toml"'
    return response


def _header(text: str) -> tuple[int, ...]:
    numbers = tuple(int(part) for part in text.replace(",", " ").split() if part.isdecimal() and len(part) < 7)
    if not numbers:
        raise ImportRefused(gettext("Write the number of the header’s row, as 1; or two, as 1, 2."))
    return numbers
