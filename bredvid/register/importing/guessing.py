"""Proposes what each column of a sheet is, and how sure that is. What could be two things is not proposed."""

from collections.abc import Callable, Mapping as Dictionary, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bredvid.register.codebook import Variable
from bredvid.register.importing.dates import month_in_year, month_of
from bredvid.register.importing.kinds import Kind
from bredvid.register.importing.mapping import Column, Mapping
from bredvid.register.importing.meanings import Meaning, Yes
from bredvid.register.importing.synonyms import columns, headings
from bredvid.sheets.faults import NotUnderstood
from bredvid.sheets.headers import header_before
from bredvid.sheets.tables import Cell, Odd, Sheet, Table, text_of
from bredvid.sheets.words import bare, folded

_SAMPLE = 200
_MOST = 0.8
_SOME = 0.2
# A day of birth is a date too, and nothing that the register may take.
_NEVER = ("född", "födel", "personn", "birth")


class Confidence(StrEnum):
    """How sure a proposal is: the code itself, the heading's words, or only what stands in the cells."""

    CODE = "code"
    WORDS = "words"
    CELLS = "cells"


@dataclass(frozen=True)
class Guess:
    """A proposed mapping and, by column, how sure it is. What only the cells speak for is for a person to confirm."""

    mapping: Mapping
    confidence: Dictionary[str, Confidence]

    def sure(self) -> Mapping:
        """The mapping without what only the cells speak for."""
        kept = (each for each in self.mapping.columns if self.confidence[each.header] is not Confidence.CELLS)
        return replace(self.mapping, columns=tuple(kept))


def guess_header(sheet: Sheet) -> tuple[int, ...]:
    """Which rows are the header: the last before a date, a month or a number stands in any."""
    return header_before(sheet, lambda row: any(_is_data(cell) for cell in row.cells))


def guess(table: Table) -> Guess:
    """The mapping that the table's headings and first rows speak for."""
    columns_: list[Column] = []
    confidence: dict[str, Confidence] = {}
    for at, header in enumerate(table.columns):
        sample = [row.cells[at] for row in table.rows[:_SAMPLE] if at < len(row.cells) and row.cells[at]]
        if found := _what(header, sample):
            columns_.append(found[0])
            confidence[header] = found[1]
    kept = _without_rivals(columns_, confidence)
    mapping = Mapping(columns=tuple(kept), header=table.header, sheet=table.sheet.title)
    return Guess(mapping, {column.header: confidence[column.header] for column in kept})


def _what(header: str, sample: Sequence[Cell]) -> tuple[Column, Confidence] | None:
    plain = bare(header)
    if any(word in plain for word in _NEVER):
        return None
    for variable in columns():
        if folded(header) in (folded(variable.code), variable.column):
            return Column(header=header, what=variable.code), Confidence.CODE
    if found := _option(header, sample):
        return found
    if what := headings().get(plain):
        return _by_heading(header, what, sample)
    return _by_cells(header, sample)


def _by_heading(header: str, what: str, sample: Sequence[Cell]) -> tuple[Column, Confidence]:
    """What the heading says; less sure where hardly a cell is such: "Tid" is as often a time of day."""
    reads: Callable[[Cell], object]
    if what in (Kind.WHEN, Kind.MONTH):
        whole = sum(_reads(month_of, cell) for cell in sample)
        alone = sum(_reads(month_in_year, cell) for cell in sample) - whole
        what = Kind.MONTH if alone > whole or (what == Kind.MONTH and not whole) else Kind.WHEN
        reads = month_in_year if what == Kind.MONTH else month_of
    elif what not in set(Kind):
        reads = Meaning(next(each for each in columns() if each.code == what), {}).of
    else:
        return Column(header=header, what=what), Confidence.WORDS
    doubtful = sample and sum(_reads(reads, cell) for cell in sample) < _SOME * len(sample)
    return Column(header=header, what=what), Confidence.CELLS if doubtful else Confidence.WORDS


def _option(header: str, sample: Sequence[Cell]) -> tuple[Column, Confidence] | None:
    """A column of one code: "V08 P1", "Form: Sugardejting", or "Sugardejting" alone over crosses."""
    plain = bare(header)
    named = {
        (variable.code, code.code)
        for variable in columns()
        for start in {bare(variable.code), bare(variable.sv), bare(variable.en), *_headings_of(variable)}
        if start and plain.startswith(f"{start} ")
        for code in variable.codes
        if plain.removeprefix(f"{start} ") in {bare(code.code), bare(code.sv), bare(code.en)}
    }
    sure = Confidence.WORDS
    if not named:
        sure = Confidence.CELLS
        named = {
            (variable.code, code.code)
            for variable in columns()
            for code in variable.codes
            if plain in {bare(code.sv), bare(code.en)}
        }
    if len(named) != 1:
        return None
    what, option = named.pop()
    variable = next(each for each in columns() if each.code == what)
    share = _share(Yes(variable, option), sample)
    if share is not None and share < _MOST:
        return None
    return Column(header=header, what=what, option=option), sure


def _by_cells(header: str, sample: Sequence[Cell]) -> tuple[Column, Confidence] | None:
    """What the cells speak for, where they speak for one thing alone: most of them are dates, or words of one list."""
    if not sample:
        return None
    if sum(_reads(month_of, cell) for cell in sample) >= _MOST * len(sample):
        return Column(header=header, what=Kind.WHEN), Confidence.CELLS
    # Bare numbers and crosses could be anything.
    if all(not isinstance(cell, Odd) and not any(sign.isalpha() for sign in cell) for cell in sample):
        return None
    likely = [variable for variable in columns() if (_share(Meaning(variable, {}), sample) or 0) >= _MOST]
    return (Column(header=header, what=likely[0].code), Confidence.CELLS) if len(likely) == 1 else None


def _share(meaning: Meaning | Yes, sample: Sequence[Cell]) -> float | None:
    """How much of a sample is understood; None where there is nothing to go by."""
    return sum(_reads(meaning.of, cell) for cell in sample) / len(sample) if sample else None


def _reads(meaning: Callable[[Cell], object], cell: Cell) -> bool:
    try:
        meaning(cell)
    except NotUnderstood:
        return False
    return True


def _headings_of(variable: Variable) -> set[str]:
    return {word for word, what in headings().items() if what == variable.code}


def _without_rivals(found: list[Column], confidence: Dictionary[str, Confidence]) -> list[Column]:
    """Where two columns could be the same, only the surer stays; neither, if they are equally sure."""
    order = list(Confidence)
    multiple = {variable.code for variable in columns() if variable.is_multiple}
    best: dict[tuple[str, str], list[Column]] = {}
    for column in found:
        best.setdefault((column.what, column.option), []).append(column)
    kept: set[str] = set()
    for (what, option), rivals in best.items():
        sure = min(order.index(confidence[each.header]) for each in rivals)
        top = [each for each in rivals if order.index(confidence[each.header]) == sure]
        if len(top) == 1 or (what in multiple and not option and order[sure] is not Confidence.CELLS):
            kept |= {each.header for each in top}
    split = {column.what for column in found if column.option and column.header in kept}
    dated = any(column.what == Kind.WHEN and column.header in kept for column in found)
    return [
        column
        for column in found
        if column.header in kept
        and (column.option or column.what not in split)
        and not (dated and column.what in (Kind.MONTH, Kind.YEAR))
    ]


def _is_data(cell: Cell) -> bool:
    if not cell:
        return False
    if isinstance(cell, Odd):
        return True
    # A heading may be a year ("2024") in a table of sums, but then it is no list of contacts.
    return text_of(cell).strip().isdecimal() or _reads(month_of, cell)
