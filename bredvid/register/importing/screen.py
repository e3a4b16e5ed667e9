"""The mapping as a screen: a row for each column with samples and choices, and back from what was chosen.

It works without a script: what the words of a column mean is asked for once it is chosen what the column is.
"""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field

from django.utils.translation import get_language, gettext as _

from bredvid.register.importing.guessing import Confidence
from bredvid.register.importing.kinds import Kind
from bredvid.register.importing.mapping import NOTHING, Column, Mapping
from bredvid.register.importing.synonyms import columns
from bredvid.register.importing.unknown_words import Word, asked, words_of_column
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tables import Table, letter, text_of

# A form has room for so many choices (DATA_UPLOAD_MAX_NUMBER_FIELDS); more columns are mapped in a file.
MOST_COLUMNS = 100
_WORDS = 200
_WORDS_OF_ONE = 30
_SAMPLES = 4
# After a variable's code: the column says yes or no to one code of it.
_OF_ONE = ":"
Choice = tuple[str, str]
Choices = list[tuple[str, list[Choice]]]


@dataclass
class ColumnRow:
    """A column on the screen."""

    at: int
    header: str
    letter: str
    samples: list[str]
    chosen: str
    what: str = ""
    guessed: bool = False
    fault: str = ""
    option: str = ""
    options: list[Choice] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    choices: Choices = field(default_factory=list)


@dataclass(frozen=True)
class Chosen:
    """What was chosen on the screen: the mapping, what is wrong with it, and columns of one code yet to be named."""

    mapping: Mapping
    faults: Dictionary[str, str]
    pending: Dictionary[str, str]


def column_choices() -> Choices:
    """What a column can be, in groups: (heading, [(value, words)])."""
    language = _language()
    kinds = [
        (Kind.WHEN.value, _("Date, or month and year")),
        (Kind.MONTH.value, _("Month")),
        (Kind.YEAR.value, _("Year")),
        (Kind.COUNT.value, _("How many contacts the row is")),
        (Kind.PLACE.value, _("Municipality")),
    ]
    labels = [(each.code, each.label(language)) for each in columns()]
    return [
        (_("When, where, how many"), kinds),
        (_("A column with words or codes for"), labels),
        (_("A column of crosses for one answer to"), [(f"{code}{_OF_ONE}", label) for code, label in labels]),
    ]


def rows_of(
    table: Table, mapping: Mapping, confidence: Dictionary[str, Confidence] | None = None,
    pending: Dictionary[str, str] | None = None,
) -> list[ColumnRow]:  # fmt: skip
    """The screen of a table under a mapping. Raises ImportRefused for a table with too many columns."""
    if len(table.columns) > MOST_COLUMNS:
        raise ImportRefused(
            _("The sheet has %(found)d columns; %(most)d can be looked through here. Take out those not needed.")
            % {"found": len(table.columns), "most": MOST_COLUMNS}
        )
    by_header = {column.header: column for column in mapping.columns}
    unnamed = pending or {}
    rows, left = [], _WORDS
    for at, header in enumerate(table.columns):
        column = by_header.get(header)
        row = ColumnRow(at, header, letter(at), _samples(table, at), _chosen(column))
        row.guessed = (confidence or {}).get(header) is Confidence.CELLS
        if column is None and header in unnamed:
            row.chosen, row.fault = f"{unnamed[header]}{_OF_ONE}", _("Say which one the crosses are for.")
            row.options = _codes_of(unnamed[header])
        elif column:
            row.what, row.option = column.what, column.option
            row.options = _codes_of(column.what) if column.option else []
            if left > 0 and (variable := asked(column)):
                row.words = list(words_of_column(table, at, column, variable))[: min(left, _WORDS_OF_ONE)]
                row.choices = [("", [nothing_said(), *_codes_of(column.what)])] if row.words else []
                left -= len(row.words)
        rows.append(row)
    return rows


def chosen_mapping(table: Table, before: Mapping, posted: Dictionary[str, str]) -> Chosen:
    """What was chosen on the screen. Nothing chosen is lost: what words mean stays while the column is what it was."""
    former = {column.header: column for column in before.columns}
    chosen: list[Column] = []
    faults: dict[str, str] = {}
    pending: dict[str, str] = {}
    for at, header in enumerate(table.columns):
        choice = posted.get(f"c{at}", "")
        what = choice.removesuffix(_OF_ONE)
        if choice == what and what:
            chosen.append(Column(header=header, what=what, values=_values(former.get(header), what, at, posted)))
        elif choice and posted.get(f"o{at}", ""):
            chosen.append(Column(header=header, what=what, option=posted[f"o{at}"]))
        elif choice:
            pending[header] = what
    year = posted.get("year", "").strip()
    if year and not (year.isdecimal() and len(year) == 4):
        faults["year"] = _("Write the year with four digits, as 2024, or leave it empty.")
    mapping = Mapping(
        columns=tuple(chosen), header=table.header, sheet=table.sheet.title,
        year=int(year) if year and not faults else 0,
    )  # fmt: skip
    return Chosen(mapping, faults, pending)


def _values(former: Column | None, what: str, at: int, posted: Dictionary[str, str]) -> dict[str, str]:
    """What words mean: as before where the column is what it was, and as chosen now."""
    values = dict(former.values) if former is not None and former.what == what else {}
    if posted.get(f"q{at}") == what:
        for number in range(_WORDS_OF_ONE):
            text = posted.get(f"t{at}-{number}")
            if text is not None:
                values[text] = posted.get(f"v{at}-{number}", "")
    return {text: code for text, code in values.items() if code}


def words_left(rows: list[ColumnRow]) -> bool:
    """Whether any word is shown of which nobody has said what it means."""
    return any(not word.chosen for row in rows for word in row.words)


def nothing_said() -> Choice:
    """The choice that a word says nothing."""
    return NOTHING, _("Nothing: leave it empty")


def _chosen(column: Column | None) -> str:
    if column is None:
        return ""
    return f"{column.what}{_OF_ONE}" if column.option else column.what


def _codes_of(what: str) -> list[Choice]:
    codes = next((variable.codes for variable in columns() if variable.code == what), ())
    return [(code.code, code.label(_language())) for code in codes]


def _samples(table: Table, at: int) -> list[str]:
    seen: dict[str, None] = {}
    for row in table.rows:
        if at < len(row.cells) and row.cells[at]:
            seen[text_of(row.cells[at])[:60]] = None
        if len(seen) == _SAMPLES:
            break
    return list(seen)


def _language() -> str:
    return "en" if get_language() == "en" else "sv"
