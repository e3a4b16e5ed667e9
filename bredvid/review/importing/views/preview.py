"""A file under its mapping: what it would do; accept it, put it aside, take it back."""

import io
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_GET, require_POST

from bredvid.accounts.access import Action, requires, staff_of
from bredvid.review.importing.accepting import accept
from bredvid.review.importing.batches import State, mapping_of, put_aside, table_of
from bredvid.review.importing.examination import Examination, Kind
from bredvid.review.importing.examining import examine
from bredvid.review.importing.problems import ErrorList
from bredvid.review.importing.showing import page_of
from bredvid.review.importing.views.columns import batch_or_404
from bredvid.review.importing.withdrawing import withdraw
from bredvid.review.models import ImportBatch
from bredvid.sheets.errors import ImportRefused

# The lists of a preview, in the order in which they need a look.
_PARTS = ("problems", Kind.CONFLICT.value, Kind.CHANGED.value, Kind.NEW.value)


@require_GET
@requires(Action.IMPORT_RUN)
def file(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """What a waiting file would do; of any other, what was done."""
    batch = batch_or_404(code, pk)
    if batch.state != State.UPLOADED:
        return render(request, "review/importing/result.html", {"round": batch.fieldwork, "batch": batch})
    try:
        found = examine(batch.fieldwork, table_of(batch), mapping_of(batch))
    except ImportRefused as refused:
        messages.error(request, str(refused))
        return redirect("importing:columns", code, pk)
    return render(request, "review/importing/preview.html", _preview(request, batch, found))


def _preview(request: HttpRequest, batch: ImportBatch, found: Examination) -> dict[str, Any]:
    counts = {"problems": found.problem_count, **{kind.value: number for kind, number in found.counts.items()}}
    filled = [part for part in _PARTS if counts[part]]
    asked = request.GET.get("lista", "")
    part = asked if asked in filled else (filled[0] if filled else "")
    return {
        "round": batch.fieldwork,
        "batch": batch,
        "found": found,
        "lists": [
            {"part": each, "name": _name(each), "count": counts[each], "current": each == part} for each in filled
        ],
        "part": part,
        "page": page_of(found, part, request.GET.get("sida")) if part else None,
        "would_write": found.would_write(take_file=True) and not found.unmapped,
    }


def _name(part: str) -> str:
    return {
        "problems": gettext("Not understood"),
        "conflict": gettext("Answered otherwise"),
        "changed": gettext("Changed answers"),
        "new": gettext("New answers"),
    }[part]


@require_GET
@requires(Action.IMPORT_RUN)
def errors_file(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Everything that was not understood, as CSV."""
    batch = batch_or_404(code, pk)
    out = io.StringIO(newline="")
    try:
        examine(batch.fieldwork, table_of(batch), mapping_of(batch), on_problem=ErrorList(out).add)
    except ImportRefused as refused:
        messages.error(request, str(refused))
        return redirect("importing:file", code, pk)
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="fel-{batch.fieldwork_id}-{batch.pk}.csv"'
    return response


@require_POST
@requires(Action.IMPORT_RUN)
def accept_file(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Writes what was understood."""
    batch = batch_or_404(code, pk)
    try:
        accept(batch=batch, by=staff_of(request), take_file=request.POST.get("conflicts") == "take")
    except ImportRefused as refused:
        messages.error(request, str(refused))
    else:
        written = batch.summary["figures"]["written"]
        messages.success(
            request, ngettext("%(n)d answer is written.", "%(n)d answers are written.", written) % {"n": written}
        )
    return redirect("importing:file", code, pk)


@require_POST
@requires(Action.IMPORT_RUN)
def aside(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Puts a file aside."""
    try:
        put_aside(batch=batch_or_404(code, pk))
    except ImportRefused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, gettext("The file is put aside. Nothing was written."))
    return redirect("importing:files", code)


@require_POST
@requires(Action.IMPORT_RUN)
def take_back(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Takes an accepted file back."""
    try:
        done = withdraw(batch=batch_or_404(code, pk), by=staff_of(request))
    except ImportRefused as refused:
        messages.error(request, str(refused))
    else:
        said = ngettext("%(n)d answer is as it was before.", "%(n)d answers are as they were before.", done.put_back)
        messages.success(request, said % {"n": done.put_back})
    return redirect("importing:file", code, pk)
