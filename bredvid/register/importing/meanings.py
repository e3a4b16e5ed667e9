"""What a cell means in the codebook: their words become codes, or are not understood. Pure.

In this order: the mapping's own words; the codebook's codes and labels; words that people use; numbers in a band.
"""

import re
from collections import deque
from collections.abc import Mapping as Dictionary
from itertools import islice

from django.utils.translation import get_language, gettext as _

from bredvid.register.codebook import Variable
from bredvid.register.importing.bands import band_of
from bredvid.register.importing.mapping import NOTHING
from bredvid.register.importing.synonyms import empty_words, words_of
from bredvid.sheets.faults import NotUnderstood, odd_cell
from bredvid.sheets.tables import Cell, Odd
from bredvid.sheets.words import NO, YES, folded

# Between several answers in one cell. A comma stands within some labels too, so it is tried last.
_BETWEEN = re.compile(r"[;\n+]")
_MOST_SHOWN = 6
Codes = tuple[str, ...]


class Meaning:
    """What the words of one column mean. `of` gives codes of the variable; none where nothing is said."""

    def __init__(self, variable: Variable, values: Dictionary[str, str]) -> None:
        self.variable = variable
        self._values = {folded(text): _told(target) for text, target in values.items()}
        self._words = words_of(variable)
        # No longer run of pieces can be a label: a cell of nothing but commas is read as fast as any.
        self._longest = 1 + max(word.count(",") for word in (*self._words, *self._values))

    def of(self, cell: Cell) -> Codes:
        """The codes of a cell. Raises NotUnderstood."""
        if isinstance(cell, Odd):
            raise odd_cell(cell) if cell.kind != "date" else self._unknown(cell.text)
        text = cell.removeprefix("'").strip()
        plain = folded(text)
        if not plain:
            return ()
        known = self._word(plain)
        if known is None and self.variable.is_multiple:
            known = self._several(text)
        if known is None:
            raise self._unknown(text)
        return known

    def _word(self, plain: str) -> Codes | None:
        """The codes of one word; nothing said for a word that says so; None where it is not known."""
        if plain in self._values:
            return self._values[plain]
        if code := self._words.get(plain):
            return (code.code,)
        if band := band_of(self.variable.code, plain):
            return (band,)
        return () if plain in empty_words() else None

    def _several(self, text: str) -> Codes | None:
        parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        if len(parts) < 2 and "," not in text:
            return None
        codes: list[str] = []
        for part in parts:
            known = self._word(folded(part))
            codes += self._by_commas(part) if known is None else known
        return tuple(dict.fromkeys(codes))

    def _by_commas(self, text: str) -> list[str]:
        """What stands between commas, where the longest run of pieces that is a label goes first."""
        pieces = deque(piece.strip() for piece in text.split(",") if piece.strip())
        codes: list[str] = []
        while pieces:
            for length in range(min(len(pieces), self._longest), 0, -1):
                known = self._word(folded(", ".join(islice(pieces, length))))
                if known is not None:
                    codes += known
                    for _piece in range(length):
                        pieces.popleft()
                    break
            else:
                raise self._unknown(pieces[0])
        return codes

    def _unknown(self, text: str) -> NotUnderstood:
        language = "en" if get_language() == "en" else "sv"
        labels = [code.label(language) for code in self.variable.codes]
        shown = " · ".join(labels[:_MOST_SHOWN]) + (" …" if len(labels) > _MOST_SHOWN else "")
        return NotUnderstood(
            _("“%(text)s” is nothing that is counted under %(variable)s.")
            % {"text": text[:60], "variable": self.variable.label(language)},
            _("Say among the columns what it means, or write one of: %(all)s") % {"all": shown},
        )


class Yes:
    """What a column of one code says: that code, or nothing."""

    def __init__(self, variable: Variable, option: str) -> None:
        self._variable, self._code = variable, variable.by_code[option]

    def of(self, cell: Cell) -> Codes:
        """The code where the cell says yes; none where it says no or nothing. Raises NotUnderstood."""
        if isinstance(cell, Odd):
            raise odd_cell(cell) if cell.kind != "date" else self._neither(cell.text)
        plain = folded(cell.removeprefix("'"))
        if not plain or plain in NO or plain in empty_words():
            return ()
        if plain in YES or words_of(self._variable).get(plain) is self._code:
            return (self._code.code,)
        raise self._neither(cell)

    def _neither(self, text: str) -> NotUnderstood:
        language = "en" if get_language() == "en" else "sv"
        return NotUnderstood(
            _("“%(text)s” is neither yes nor no to “%(code)s”.")
            % {"text": text[:60], "code": self._code.label(language)},
            _("Write x or nothing, ja or nej, 1 or 0."),
        )


def _told(target: str) -> Codes:
    return () if target in ("", NOTHING) else tuple(code.strip() for code in target.split(";"))
