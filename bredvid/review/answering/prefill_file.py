"""A file of figures that can answer some of the form's questions: docs/reference/prefill-file.md. Pure, and never kept.

It comes from a register that knows nothing of us, as we know nothing of it. What it says is proposed, never believed.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Row, text_of

MOST_BYTES = 100_000
MOST_ROWS = 200
# The words of the file are Swedish, as those of the answers file are: it is one file in whatever language it is read.
MARK, HEADING = "Bredvid: siffror till granskningen", "fråga"
_HEAD = {"formulär": "questionnaire", "år": "year", "enhet": "unit", "påhittat": "invented"}
_COLUMNS = {"svar": "cell", "lägst": "lowest", "högst": "highest", "räknat på": "stands_on", "okänd form": "unknown"}


@dataclass(frozen=True, kw_only=True)
class Line:
    """What the file says of one question. `cell` is empty where it has no one answer: it lies between two ranges."""

    code: str
    cell: str = ""
    lowest: str = ""
    highest: str = ""
    stands_on: str = ""
    unknown: str = ""


@dataclass(frozen=True, kw_only=True)
class Figures:
    """The file: which form it answers, whose figures and of which year, and its lines."""

    questionnaire: str
    year: str = ""
    unit: str = ""
    invented: bool = False
    lines: Sequence[Line] = ()


def read_figures(name: str, data: bytes) -> Figures:
    """The file as it was handed in. Raises ImportRefused in one line."""
    if len(data) > MOST_BYTES:
        raise ImportRefused(too_large())
    rows = [[_text(cell) for cell in map(text_of, row.cells)] for row in _rows(name, data)]
    if not rows or rows[0][:1] != [MARK]:
        raise ImportRefused(
            _("This is no file of figures for the review. It is taken out of the register under “Take out”.")
        )
    at = next((at for at, row in enumerate(rows) if row[:1] == [HEADING]), None)
    if at is None:
        raise ImportRefused(
            _("The file has no row that begins with “%(word)s”. Take it out again.") % {"word": HEADING}
        )
    head = {_HEAD[row[0]]: row[1] for row in rows[:at] if len(row) > 1 and row[0] in _HEAD}
    return Figures(
        questionnaire=head.get("questionnaire", ""), year=head.get("year", ""), unit=head.get("unit", ""),
        invented=head.get("invented") == "ja", lines=_lines(rows[at], rows[at + 1 :]),
    )  # fmt: skip


def too_large() -> str:
    """What is said of a file that is too large."""
    return _("The file is larger than %(most)d kB, so it is another file.") % {"most": MOST_BYTES // 1000}


def _rows(name: str, data: bytes) -> Sequence[Row]:
    rows = read_sheet(name=name, data=data).rows
    if len(rows) > MOST_ROWS:
        raise ImportRefused(_("The file has more than %(most)d rows, so it is another file.") % {"most": MOST_ROWS})
    return rows


def _lines(heading: Sequence[str], rows: Sequence[Sequence[str]]) -> list[Line]:
    found: dict[str, Line] = {}
    for row in rows:
        cells: Mapping[str, str] = dict(zip(heading, row, strict=False))
        if code := cells.get(HEADING, ""):
            if code in found:
                raise ImportRefused(_("The question “%(code)s” stands in the file twice.") % {"code": code[:20]})
            found[code] = Line(code=code, **{name: cells.get(word, "") for word, name in _COLUMNS.items()})
    return list(found.values())


def _text(cell: str) -> str:
    """The cell's words; the guard before it stays, since it tells a range from a number."""
    return cell.strip()
