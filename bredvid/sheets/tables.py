"""What a spreadsheet is once it is read: cells by row, whatever file they came from. Pure."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils.translation import gettext as _

from bredvid.sheets.errors import ImportRefused


class Oddity(StrEnum):
    """What a cell can be that is not simply text."""

    FORMULA = "formula"
    ERROR = "error"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Odd:
    """A cell that is a formula, a spreadsheet's error value, or typed as a date (then `text` is as 2026-11-23)."""

    kind: Oddity
    text: str


Cell = str | Odd
Cells = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A row with its number in the file, empty cells at its end left out."""

    number: int
    cells: Cells


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet as it is, before anybody has said which row is the header. `notes` say what was assumed."""

    file: str
    title: str = ""
    titles: tuple[str, ...] = ()
    rows: Sequence[Row] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Table:
    """A sheet with its header told apart: each column has a name of its own. `header` holds the numbers of its rows."""

    sheet: Sheet
    header: tuple[int, ...]
    columns: tuple[str, ...]
    rows: Sequence[Row]
    notes: tuple[str, ...] = field(default=())


def text_of(cell: Cell) -> str:
    """The words of a cell."""
    return cell if isinstance(cell, str) else cell.text


def letter(index: int) -> str:
    """The name of a column as a spreadsheet shows it: 0 is A, 26 is AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def headed(sheet: Sheet, header: Sequence[int]) -> Table:
    """The sheet with these rows as its header. Raises ImportRefused where there are none such."""
    numbers = tuple(sorted(set(header)))
    heads = [row for row in sheet.rows if row.number in numbers]
    if not heads or len(heads) != len(numbers):
        raise ImportRefused(
            _("Row %(row)s is empty or not there, so it cannot be the header.") % {"row": ", ".join(map(str, numbers))}
        )
    rows = [row for row in sheet.rows if row.number > numbers[-1]]
    width = max((len(row.cells) for row in (*heads, *rows)), default=0)
    columns, notes = _named(_joined(heads, width))
    return Table(sheet=sheet, header=numbers, columns=columns, rows=rows, notes=notes)


def _joined(heads: Sequence[Row], width: int) -> list[str]:
    """The header's words by column. A cell above several columns (merged) counts for each of them."""
    levels = []
    for at, row in enumerate(heads):
        words = [" ".join(text_of(cell).split()) for cell in row.cells] + [""] * (width - len(row.cells))
        if at + 1 < len(heads):
            words = _spread(words, [text_of(cell).strip() for cell in heads[at + 1].cells])
        levels.append(words)
    return [" / ".join(dict.fromkeys(word for word in column if word)) for column in zip(*levels, strict=True)]


def _spread(words: list[str], below: list[str]) -> list[str]:
    spread, last = [], ""
    for at, word in enumerate(words):
        last = word or (last if at < len(below) and below[at] else "")
        spread.append(last)
    return spread


def _named(words: list[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """A name for each column, no two alike: a second "Antal" is "Antal (2)", one without a name "Kolumn F"."""
    seen: Counter[str] = Counter()
    taken = set(words)
    names, notes = [], []
    for at, word in enumerate(words):
        seen[word] += 1
        name = word
        if not word or seen[word] > 1:
            name = _free(f"Kolumn {letter(at)}" if not word else f"{word} ({seen[word]})", taken)
            if word:
                notes.append(
                    _("Two columns are called “%(name)s”; the second is called “%(new)s” here.")
                    % {"name": word, "new": name}
                )
        taken.add(name)
        names.append(name)
    return tuple(names), tuple(notes)


def _free(name: str, taken: set[str]) -> str:
    while name in taken:
        name += "*"
    return name
