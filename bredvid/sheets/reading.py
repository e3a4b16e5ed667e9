"""Reads a file by what it is, not by what it is called. Pure. See docs/how-to/import-answers.md for the limits."""

from django.utils.translation import gettext as _

from bredvid.sheets import limits
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.read_csv import read_csv
from bredvid.sheets.read_xlsx import read_xlsx
from bredvid.sheets.tables import Sheet

_ZIP = b"PK\x03\x04"
# The container of an .xls from before 2007, and of an .xlsx with a password.
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"%PDF": "PDF",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x1f\x8b": "gzip",
    b"{\\rtf": "RTF",
    b"<html": "HTML",
    b"<!DOC": "HTML",
    b"<?xml": "XML",
}


def read_sheet(*, name: str, data: bytes, sheet: str = "") -> Sheet:
    """The sheet of a file (.xlsx or CSV), with what had to be assumed. Raises ImportRefused in one clear line."""
    if not data.strip(b"\x00 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise ImportRefused(_("The file is empty."))
    if len(data) > limits.FILE_BYTES:
        raise ImportRefused(
            _("The file is %(found)d MB; at most %(most)d MB are taken.")
            % {"found": -(-len(data) // limits.MEGABYTE), "most": limits.FILE_BYTES // limits.MEGABYTE}
        )
    if data.startswith(_ZIP):
        return read_xlsx(name, data, sheet)
    _refuse_others(name, data)
    if sheet:
        raise ImportRefused(_("A CSV file has no sheets; leave out the sheet “%(name)s”.") % {"name": sheet})
    found = read_csv(name, data)
    if not found.rows:
        raise ImportRefused(_("The file is empty."))
    return found


def _refuse_others(name: str, data: bytes) -> None:
    if data.startswith(_OLD_OFFICE):
        raise ImportRefused(
            _("The file is protected by a password, or an .xls from before 2007. Save it as .xlsx without a password.")
        )
    for mark, kind in _OTHERS.items():
        if data[: len(mark)].lower() == mark.lower():
            raise ImportRefused(_("The file is %(kind)s, not a table. Hand in .xlsx or CSV.") % {"kind": kind})
    if name.lower().endswith((".xlsx", ".xlsm")):
        raise ImportRefused(_("The file is called .xlsx and is none: it is broken or cut short. Save it again."))
