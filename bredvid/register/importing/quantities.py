"""How many contacts a row is. Pure."""

from django.utils.translation import gettext as _

from bredvid.sheets.faults import NotUnderstood, odd_cell
from bredvid.sheets.tables import Cell, Odd, Oddity

# A row that says more is a sum of something else.
MOST = 5_000


def count_of(cell: Cell) -> int:
    """The number of a cell; one where it is empty. Raises NotUnderstood."""
    if isinstance(cell, Odd) and cell.kind is not Oddity.DATE:
        raise odd_cell(cell)
    # Not folded: a raised 2 is a footnote, and no digit.
    text = "".join((cell.text if isinstance(cell, Odd) else cell.removeprefix("'")).split()).replace("−", "-")
    if not text:
        return 1
    if text[0] == "-" and text[1:].isdecimal():
        raise NotUnderstood(
            _("“%(text)s” is below nought, and nobody got in touch less than not at all.") % {"text": text[:40]},
            _("Write how many contacts the row is."),
        )
    if isinstance(cell, Odd) or not text.isdecimal() or len(text) > 9:
        raise NotUnderstood(
            _("“%(text)s” is no whole number.") % {"text": text[:40]},
            _("Write how many contacts the row is, in digits."),
        )
    if int(text) > MOST:
        raise NotUnderstood(
            _("%(text)s contacts in one row are too many to be right.") % {"text": text},
            _("A row is at most %(most)d contacts. Is it a sum of other rows?") % {"most": MOST},
        )
    return int(text)
