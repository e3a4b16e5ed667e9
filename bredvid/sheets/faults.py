"""A cell that was not understood, and what to say of those that no table can use. Pure."""

from django.utils.translation import gettext as _

from bredvid.sheets.tables import Odd, Oddity


class NotUnderstood(Exception):  # noqa: N818 (says what happened)
    """A cell that says nothing its column can hold. `why` and `mend` are for the reader."""

    def __init__(self, why: str, mend: str) -> None:
        super().__init__(why)
        self.why, self.mend = why, mend


def odd_cell(cell: Odd) -> NotUnderstood:
    """What to say of a formula or a spreadsheet's error value, wherever it stands."""
    if cell.kind is Oddity.FORMULA:
        return NotUnderstood(
            _("The cell is a formula (%(formula)s), not a value.") % {"formula": cell.text[:60]},
            _("Copy the column and paste it as values (Paste special → Values), save, and hand it in again."),
        )
    return NotUnderstood(
        _("The cell holds the spreadsheet's error %(error)s.") % {"error": cell.text},
        _("Write what it should say instead, or leave the cell empty."),
    )
