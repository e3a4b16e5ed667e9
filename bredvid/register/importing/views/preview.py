"""What a sheet would add, before anything is written; accepting it; the list of what was not understood."""

import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from bredvid.accounts.uploads import upload
from bredvid.register.access import Action, of_unit, staff_of
from bredvid.register.importing.accepting import accept
from bredvid.register.importing.carrying import MOST_SIGNS, packed, unpacked
from bredvid.register.importing.examining import examine
from bredvid.register.importing.mapping import Mapping
from bredvid.register.importing.preparing import for_table, with_header
from bredvid.register.importing.problems import ErrorList
from bredvid.register.importing.views.carried import carried_mapping, lost, mapping_line, too_large
from bredvid.register.models import Unit
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Table


def preview(request: HttpRequest, unit: Unit, table: Table, mapping: Mapping) -> HttpResponse:
    """The page of what the table would add. Raises ImportRefused where the mapping does not fit it."""
    found = examine(unit, table, mapping)
    context = {
        "unit": unit,
        "name": table.sheet.file,
        "found": found,
        "more_problems": found.problem_count - len(found.problems),
        "carried": packed(unit, table.sheet),
        "mapping_line": mapping_line(for_table(mapping, table)),
    }
    return render(request, "register/importing/preview.html", context)


@upload(of_unit(Action.SHEET_IMPORT), most_bytes=MOST_SIGNS, too_large=too_large, in_memory=True)
def judged(request: HttpRequest, unit: Unit) -> HttpResponse:
    """Writes what was understood, or gives the list of what was not."""
    if request.method != "POST":
        return redirect("register:import")
    try:
        sheet = unpacked(unit, request.POST.get("carried", ""))
        mapping = carried_mapping(request.POST.get("mapping", ""))
        table = with_header(sheet, mapping.header)
        if "errors" in request.POST:
            return _error_list(unit, table, mapping)
        _found, batch = accept(unit=unit, table=table, mapping=mapping, by=staff_of(request))
    except ImportRefused as refused:
        return lost(request, str(refused))
    return redirect("register:import-done", batch.pk) if batch else preview(request, unit, table, mapping)


def _error_list(unit: Unit, table: Table, mapping: Mapping) -> HttpResponse:
    out: Any = io.StringIO(newline="")
    examine(unit, table, mapping, on_problem=ErrorList(out).add)
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="fel.csv"'
    return response
