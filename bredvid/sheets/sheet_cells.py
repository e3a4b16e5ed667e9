"""Walks the cells of a sheet's XML, many times as fast as building an object for each. Pure.

A workbook's parts, texts and formats are openpyxl's business; here are only rows and cells, as ECMA-376 part 1, 18.3.1
describes them: <row r><c r t s><f/><v/><is><t/></is></c></row>.
"""

from collections.abc import Callable, Sequence
from typing import Any
from xml.parsers import expat

from bredvid.sheets.tables import Cell

_LAST_COLUMN = 16_384
# (type, style, text) → the cell; type is as in the file: s, str, inlineStr, b, e, d, n, or f for any formula.
Make = Callable[[str, int, str], Cell]


def _refuse_a_document_type(name: str, *_rest: object) -> None:
    """No spreadsheet has one, and in it entities can be declared that swell without end, however far down it stands."""
    raise ValueError("the sheet declares a document type")


class CellWalker:
    """Calls `add(row number, cells)` for each row. Raises whatever `add` and `make` raise, and expat's error."""

    def __init__(self, make: Make, add: Callable[[int, Sequence[Cell]], None]) -> None:
        self._make, self._add = make, add
        self._row, self._cells = 0, []  # type: tuple[int, list[Cell]]
        self._column, self._type, self._style = 0, "n", 0
        self._text: list[str] = []
        self._listening = self._in_cell = False
        self._sounds = 0
        self._columns: dict[str, int] = {}

    def walk(self, source: Any) -> None:
        """Reads the whole of a sheet from an open file."""
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.StartDoctypeDeclHandler = _refuse_a_document_type
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.ParseFile(source)

    def _characters(self, text: str) -> None:
        if self._listening:
            self._text.append(text)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2] if ":" in name else name
        if name == "c":
            self._start_cell(attributes)
        elif name in ("v", "t"):
            self._listening = self._in_cell and not self._sounds
        elif name == "f":
            # Its text is what to tell; its last result is not.
            self._type, self._listening, self._text = "f", True, ["="]
        elif name == "row":
            self._row = int(attributes.get("r") or self._row + 1)
            self._cells, self._column = [], 0
        elif name == "rPh":
            self._sounds += 1

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        self._column = self._index(reference) if reference else self._column + 1
        self._type = attributes.get("t", "n")
        style = attributes.get("s")
        self._style = int(style) if style else 0
        self._text, self._in_cell = [], True

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2] if ":" in name else name
        if name == "c":
            self._in_cell = False
            if self._text:
                self._cells.extend([""] * (self._column - len(self._cells) - 1))
                self._cells.append(self._make(self._type, self._style, "".join(self._text)))
        elif name in ("v", "t"):
            self._listening = False
        elif name == "f":
            # From here on the cell's text is whole.
            self._listening = self._in_cell = False
        elif name == "row":
            self._add(self._row, self._cells)
        elif name == "rPh":
            self._sounds -= 1

    def _index(self, reference: str) -> int:
        letters = reference.rstrip("0123456789")
        known = self._columns.get(letters)
        if known is None:
            known = 0
            for letter in letters.upper():
                known = known * 26 + ord(letter) - ord("A") + 1
            if not 0 < known <= _LAST_COLUMN:
                raise ValueError(f"{letters[:10]!r} is no column of a spreadsheet")
            self._columns[letters] = known
        return known
