"""What travels with the page beside the sheet, and the page for when it has not come along."""

import json

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from bredvid.register.importing.mapping import Mapping, from_document, to_document
from bredvid.register.models import Unit
from bredvid.sheets.errors import ImportRefused


def mapping_line(mapping: Mapping) -> str:
    """The mapping as one line for a hidden field."""
    return json.dumps(to_document(mapping), ensure_ascii=False, separators=(",", ":"))


def carried_mapping(line: str) -> Mapping:
    """The mapping again. Raises ImportRefused for a line that is none."""
    try:
        document = json.loads(line)
    except (ValueError, RecursionError):
        document = None
    if not isinstance(document, dict):
        raise ImportRefused(_("The choices did not come along whole. Choose the file again."))
    return from_document(document)


def lost(request: HttpRequest, why: str, status: int = 422) -> HttpResponse:
    """The page that asks for the sheet again."""
    return render(request, "register/importing/lost.html", {"why": why}, status=status)


def too_large(request: HttpRequest, unit: Unit) -> HttpResponse:
    """What came along is more than any sheet and mapping that a page has sent out."""
    return lost(request, _("What was sent is too large to be a sheet of this page. Choose the file again."), status=413)
