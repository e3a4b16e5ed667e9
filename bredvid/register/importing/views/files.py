"""The first page: choose a sheet; the imports there have been."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from bredvid.accounts.uploads import upload
from bredvid.register.access import Action, of_unit
from bredvid.register.importing.preparing import propose
from bredvid.register.importing.reads import imports_of
from bredvid.register.importing.views.columns import screen
from bredvid.register.models import Unit
from bredvid.sheets import limits
from bredvid.sheets.errors import ImportRefused, SheetToChoose
from bredvid.sheets.reading import read_sheet

# What the page takes; a larger one is brought in from the command line.
MOST_BYTES = 10 * limits.MEGABYTE


def _too_large(request: HttpRequest, unit: Unit) -> HttpResponse:
    said = gettext("The file is too large: at most %(most)d MB are taken here.") % {"most": MOST_BYTES >> 20}
    return _page(request, unit, said, status=413)


@upload(of_unit(Action.SHEET_IMPORT), most_bytes=MOST_BYTES, too_large=_too_large, in_memory=True)
def files(request: HttpRequest, unit: Unit) -> HttpResponse:
    """The imports there have been; with a file, on to its columns. The file itself is not kept."""
    if request.method != "POST":
        return _page(request, unit)
    sent = request.FILES.get("file")
    if sent is None:
        return _page(request, unit, gettext("Choose a file first."), status=422)
    name = sent.name or "file"
    try:
        proposal = propose(read_sheet(name=name, data=sent.read(), sheet=request.POST.get("title", "")))
        return screen(request, unit, proposal.table, proposal.guess.mapping, proposal.guess.confidence)
    except SheetToChoose as choice:
        said = gettext("The file has several sheets. Choose one, and the file once more: it has not been kept.")
        return _page(request, unit, said, choice.titles, status=422)
    except ImportRefused as refused:
        return _page(request, unit, f"{name}: {refused}", status=422)


def _page(
    request: HttpRequest, unit: Unit, fault: str = "", titles: tuple[str, ...] = (), status: int = 200
) -> HttpResponse:
    context = {"unit": unit, "imports": imports_of(unit), "fault": fault, "titles": titles, "most": MOST_BYTES >> 20}
    return render(request, "register/importing/files.html", context, status=status)
