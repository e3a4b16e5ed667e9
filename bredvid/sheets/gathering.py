"""Collects rows as a file is read, each text kept once, and stops at the limits. Pure."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from bredvid.sheets import limits
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Cell, Row


class Gatherer:
    """Rows so far. A text that stands in a thousand cells is held once: most answers are few words."""

    def __init__(self) -> None:
        self.rows: list[Row] = []
        self._texts: dict[str, str] = {}
        self._cells = 0

    def add(self, number: int, cells: Sequence[Cell]) -> None:
        """Adds a row unless it is empty. Raises ImportRefused at a limit."""
        kept = [self._kept(cell, number) for cell in cells]
        while kept and kept[-1] == "":
            kept.pop()
        if not kept:
            return
        if len(kept) > limits.COLUMNS:
            raise ImportRefused(
                _("Row %(row)d has %(found)d columns; there may be %(most)d.")
                % {"row": number, "found": len(kept), "most": limits.COLUMNS}
            )
        self._cells += len(kept)
        if len(self.rows) >= limits.ROWS or self._cells > limits.CELLS:
            raise ImportRefused(
                _("The file is too large: at most %(rows)d rows and %(cells)d cells. Divide it into several.")
                % {"rows": limits.ROWS, "cells": limits.CELLS}
            )
        self.rows.append(Row(number, tuple(kept)))

    def _kept(self, cell: Cell, number: int) -> Cell:
        if not isinstance(cell, str):
            return cell
        known = self._texts.get(cell)
        if known is not None:
            return known
        text = cell.strip()
        if len(text) > limits.CELL_SIGNS:
            raise ImportRefused(
                _("A cell in row %(row)d has %(found)d signs; there may be %(most)d.")
                % {"row": number, "found": len(text), "most": limits.CELL_SIGNS}
            )
        return self._texts.setdefault(cell, self._texts.setdefault(text, text))
