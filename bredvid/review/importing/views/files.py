"""The first page of importing: hand in a file; files handed in before."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext

from bredvid.accounts.access import Action, requires, staff_of
from bredvid.accounts.uploads import upload
from bredvid.review.importing.batches import batches_of, hand_in, same_file, used_before
from bredvid.review.importing.mapping import Mapping
from bredvid.review.importing.preparing import Proposal, for_table, propose
from bredvid.review.models import Fieldwork, ImportBatch
from bredvid.sheets import limits
from bredvid.sheets.errors import ImportRefused, SheetToChoose
from bredvid.sheets.reading import read_sheet


def _too_large(request: HttpRequest, code: str) -> HttpResponse:
    fieldwork = get_object_or_404(Fieldwork, pk=code)
    fault = gettext("The file is too large: at most %(most)d MB are taken.") % {"most": limits.FILE_BYTES >> 20}
    return _page(request, fieldwork, fault, status=413)


@upload(requires(Action.IMPORT_RUN), most_bytes=limits.FILE_BYTES, too_large=_too_large)
def files(request: HttpRequest, code: str) -> HttpResponse:
    """Files handed in before; with a new one, on to its columns."""
    fieldwork = get_object_or_404(Fieldwork.objects.select_related("questionnaire"), pk=code)
    if request.method != "POST":
        return _page(request, fieldwork)
    sent = request.FILES.get("file")
    if sent is None:
        return _page(request, fieldwork, gettext("Choose a file first."), status=422)
    try:
        batch = _hand_in(request, fieldwork, sent)
    except ImportRefused as refused:
        return _page(request, fieldwork, f"{sent.name}: {refused}", status=422)
    if earlier := same_file(batch):
        said = gettext("The same file was accepted before, as %(name)s. What holds already is not written again.")
        messages.info(request, said % {"name": earlier.name})
    return redirect("importing:columns", code, batch.pk)


def _hand_in(request: HttpRequest, fieldwork: Fieldwork, sent: "UploadedFile[bytes]") -> ImportBatch:
    data = sent.read(limits.FILE_BYTES + 1)
    name = sent.name or "file"
    try:
        mapping = _first_mapping(fieldwork, propose(fieldwork, read_sheet(name=name, data=data)))
    except SheetToChoose:
        mapping = Mapping()
    return hand_in(fieldwork=fieldwork, name=name, data=data, mapping=mapping, by=staff_of(request))


def _first_mapping(fieldwork: Fieldwork, proposal: Proposal) -> Mapping:
    """As the last file with these columns was read; else as the file itself seems to ask for."""
    earlier = used_before(fieldwork, proposal.table.columns)
    return for_table(earlier, proposal.table) if earlier else proposal.guess.mapping


def _page(request: HttpRequest, fieldwork: Fieldwork, fault: str = "", status: int = 200) -> HttpResponse:
    page = Paginator(batches_of(fieldwork), 20).get_page(request.GET.get("sida"))
    context = {
        "round": fieldwork,
        "page": page,
        "fault": fault,
        "most_megabytes": limits.FILE_BYTES // limits.MEGABYTE,
        "most_rows": limits.ROWS,
        "most_columns": limits.COLUMNS,
    }
    return render(request, "review/importing/files.html", context, status=status)
