"""The words of a column that are no code: a person says what they mean. Pure."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from bredvid.register.codebook import Variable
from bredvid.register.importing.mapping import Column
from bredvid.register.importing.meanings import Meaning
from bredvid.register.importing.synonyms import columns
from bredvid.sheets.faults import NotUnderstood
from bredvid.sheets.tables import Odd, Table
from bredvid.sheets.words import folded


@dataclass(frozen=True)
class Word:
    """A word of a column that is no code, how often it stands there, and what was chosen for it."""

    field: str
    text: str
    count: int
    chosen: str


def asked(column: Column) -> Variable | None:
    """The variable whose words can be asked for here."""
    if column.option:
        return None
    return next((variable for variable in columns() if variable.code == column.what), None)


def words_of_column(table: Table, at: int, column: Column, variable: Variable) -> Iterator[Word]:
    """Words that are no code, and those that the mapping has told, most frequent first."""
    meaning = Meaning(variable, column.values)
    told = {folded(text): code for text, code in column.values.items()}
    cells = Counter(row.cells[at] for row in table.rows if at < len(row.cells) and row.cells[at])
    unknown = {
        text: count
        for text, count in cells.items()
        if not isinstance(text, Odd) and (folded(text) in told or not _understood(meaning, text))
    }
    ordered = sorted(unknown.items(), key=lambda item: (-item[1], item[0]))
    for number, (text, count) in enumerate(ordered):
        yield Word(f"{at}-{number}", text, count, told.get(folded(text), ""))


def _understood(meaning: Meaning, text: str) -> bool:
    try:
        meaning.of(text)
    except NotUnderstood:
        return False
    return True
