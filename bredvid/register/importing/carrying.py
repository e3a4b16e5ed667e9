"""The sheet as it travels with the page, from step to step: it is not kept here, since it may hold names.

Signed, so that what comes back is what was sent; without a time, so that nothing tells when somebody worked with it.
"""

from typing import Any

from django.core.signing import BadSignature, Signer
from django.utils.translation import gettext as _

from bredvid.register.models import Unit
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Cell, Odd, Oddity, Row, Sheet

# Under Django's limit of 2.5 MB for all that a form sends besides files (DATA_UPLOAD_MAX_MEMORY_SIZE), with room for
# the choices. So much holds some hundred thousand rows of codes, since words that recur take next to no room.
MOST_SIGNS = 2_000_000


def packed(unit: Unit, sheet: Sheet) -> str:
    """The sheet as one line for a hidden field of this unit's page. Raises ImportRefused where it is too large."""
    document = {
        "file": sheet.file,
        "title": sheet.title,
        "notes": list(sheet.notes),
        "rows": [[row.number, *map(_plain, row.cells)] for row in sheet.rows],
    }
    line = _signer(unit).sign_object(document, compress=True)
    if len(line) > MOST_SIGNS:
        raise ImportRefused(
            _(
                "The sheet is too large to be looked through here. Take out columns that are not needed, as notes, or "
                "divide it by year; or bring it in from the command line."
            )
        )
    return line


def unpacked(unit: Unit, line: str) -> Sheet:
    """The sheet again. Raises ImportRefused for a line that is not one of this unit's."""
    try:
        document = _signer(unit).unsign_object(line)
    except BadSignature:
        raise ImportRefused(_("The sheet did not come along whole. Choose the file again.")) from None
    rows = tuple(Row(number, tuple(map(_cell, cells))) for number, *cells in document["rows"])
    return Sheet(file=document["file"], title=document["title"], notes=tuple(document["notes"]), rows=rows)


def _signer(unit: Unit) -> Signer:
    return Signer(salt=f"bredvid.register.importing.{unit.pk}")


def _plain(cell: Cell) -> Any:
    return cell if isinstance(cell, str) else [cell.kind.value, cell.text]


def _cell(plain: Any) -> Cell:
    return plain if isinstance(plain, str) else Odd(Oddity(plain[0]), plain[1])
