"""The mapping screen: which column is what, and what their words mean."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from bredvid.accounts.access import Action, requires
from bredvid.accounts.uploads import upload
from bredvid.review.importing.batches import State, mapping_of, set_mapping, sheet_of
from bredvid.review.importing.checking import check_mapping
from bredvid.review.importing.form import questions_of
from bredvid.review.importing.guessing import Guess
from bredvid.review.importing.mapping import Mapping
from bredvid.review.importing.mapping_file import read_mapping, write_mapping
from bredvid.review.importing.preparing import for_table, propose, with_header
from bredvid.review.importing.screen import chosen_mapping, column_choices, rows_of
from bredvid.review.models import ImportBatch
from bredvid.sheets import limits
from bredvid.sheets.errors import ImportRefused, SheetToChoose
from bredvid.sheets.tables import Table

_MOST_MAP = 2_000_000


def batch_or_404(code: str, pk: int) -> ImportBatch:
    """A file of that round."""
    return get_object_or_404(
        ImportBatch.objects.select_related("fieldwork__questionnaire", "staff"), fieldwork=code, pk=pk
    )


def _too_large(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    messages.error(request, gettext("The mapping file is too large to be one."))
    return redirect("importing:columns", code, pk)


@upload(requires(Action.IMPORT_RUN), most_bytes=limits.FILE_BYTES, too_large=_too_large)
def columns(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Shows the columns with what they are taken for; takes what is chosen, a sheet, a header or a mapping file."""
    batch = batch_or_404(code, pk)
    if batch.state != State.UPLOADED:
        return redirect("importing:file", code, pk)
    try:
        if request.method == "POST":
            return _posted(request, batch)
        table = with_header(batch.fieldwork, sheet_of(batch), mapping_of(batch).header)
    except SheetToChoose as choice:
        return render(request, "review/importing/sheet.html", {**_about(batch), "titles": choice.titles})
    except ImportRefused as refused:
        messages.error(request, str(refused))
        return redirect("importing:columns" if request.method == "POST" else "importing:files", *_args(request, batch))
    return _screen(request, batch, table, mapping_of(batch), {})


def _args(request: HttpRequest, batch: ImportBatch) -> tuple[Any, ...]:
    return (batch.fieldwork_id, batch.pk) if request.method == "POST" else (batch.fieldwork_id,)


def _posted(request: HttpRequest, batch: ImportBatch) -> HttpResponse:
    if "sheet" in request.POST:
        return _again(batch, request.POST["sheet"], ())
    if "look" in request.POST:
        return _again(batch, mapping_of(batch).sheet, _header(request.POST.get("header", "")))
    if "map" in request.FILES or "use-map" in request.POST:
        return _from_file(request, batch)
    table = with_header(batch.fieldwork, sheet_of(batch), mapping_of(batch).header)
    questions = questions_of(batch.fieldwork)
    posted = {name: str(value) for name, value in request.POST.items()}
    mapping, faults = chosen_mapping(table, mapping_of(batch), questions, posted)
    set_mapping(batch=batch, mapping=mapping)
    if not faults:
        try:
            check_mapping(table, mapping, questions)
        except ImportRefused as refused:
            faults[""] = str(refused)
    left = any(not word.chosen for row in rows_of(table, mapping, questions) for word in row.words)
    if faults or (left and "words" not in request.POST):
        return _screen(request, batch, table, mapping, faults, words_left=left and not faults)
    return redirect("importing:file", batch.fieldwork_id, batch.pk)


def _again(batch: ImportBatch, sheet: str, header: tuple[int, ...]) -> HttpResponse:
    """Proposes anew for another sheet or another header row."""
    proposal = propose(batch.fieldwork, sheet_of(batch, sheet), header)
    set_mapping(batch=batch, mapping=proposal.guess.mapping)
    return redirect("importing:columns", batch.fieldwork_id, batch.pk)


def _header(text: str) -> tuple[int, ...]:
    numbers = tuple(int(part) for part in text.replace(",", " ").split() if part.isdecimal() and len(part) < 7)
    if not numbers:
        raise ImportRefused(gettext("Write the number of the header’s row, as 1; or two, as 1, 2."))
    return numbers


def _from_file(request: HttpRequest, batch: ImportBatch) -> HttpResponse:
    sent = request.FILES.get("map")
    if sent is None:
        raise ImportRefused(gettext("Choose a mapping file (map.toml) first."))
    mapping = read_mapping(sent.read(_MOST_MAP + 1))
    table = with_header(batch.fieldwork, sheet_of(batch, mapping.sheet), mapping.header)
    check_mapping(table, mapping, questions_of(batch.fieldwork))
    set_mapping(batch=batch, mapping=for_table(mapping, table))
    messages.success(request, gettext("The mapping file is used. Look it through below."))
    return redirect("importing:columns", batch.fieldwork_id, batch.pk)


def _screen(
    request: HttpRequest, batch: ImportBatch, table: Table, mapping: Mapping, faults: dict[str, str], *,
    words_left: bool = False,
) -> HttpResponse:  # fmt: skip
    questions = questions_of(batch.fieldwork)
    rows = rows_of(table, mapping, questions, _confidence(batch, table, mapping))
    for row in rows:
        row.fault = faults.get(row.header, "")
    context = {
        **_about(batch),
        "table": table,
        "rows": rows,
        "choices": column_choices(questions),
        "mapping": mapping,
        "header": ", ".join(map(str, table.header)),
        "faults": faults,
        "general": faults.get("", ""),
        "words_left": words_left,
        "notes": [*table.sheet.notes, *table.notes],
    }
    return render(request, "review/importing/columns.html", context, status=422 if faults else 200)


def _confidence(batch: ImportBatch, table: Table, mapping: Mapping) -> dict[str, Any]:
    """How sure the proposals are, for those columns that are still as proposed."""
    guess: Guess = propose(batch.fieldwork, table.sheet, table.header).guess
    proposed = {(each.header, each.question, each.part, each.option) for each in guess.mapping.columns}
    still = {
        each.header for each in mapping.columns if (each.header, each.question, each.part, each.option) in proposed
    }
    return {header: sure for header, sure in guess.confidence.items() if header in still}


def _about(batch: ImportBatch) -> dict[str, Any]:
    return {"round": batch.fieldwork, "batch": batch}


@require_GET
@requires(Action.IMPORT_RUN)
def mapping_file(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """The mapping as map.toml, to keep and to use again."""
    batch = batch_or_404(code, pk)
    comment = f"{batch.name} · {batch.fieldwork_id}"
    response = HttpResponse(write_mapping(mapping_of(batch), [comment]), content_type="application/toml; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="map.toml"'
    return response
