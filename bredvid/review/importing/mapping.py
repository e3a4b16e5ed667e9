"""How a table's columns are read: which is the municipality, which question each is, what their words mean. Pure.

A mapping has one plain form, a document of strings, numbers and lists, kept as JSON with a batch and as TOML in a file.
"""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from bredvid.sheets.documents import entries, items, only, string, strings, texts, truth, wrong

# Of the mapping's own form, so that one of another year is known for what it is.
FORMAT = 1


class Part(StrEnum):
    """What of an answer stands in a column."""

    ANSWER = "answer"
    TEXT = "text"  # own words beside a code
    WHY = "why"  # why it is not known


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column and the question it answers; with `option`, the column says yes or no to that option alone.

    `values` turns their words into an option's code or, in square brackets, a reason for no answer: "[dont_know]".
    """

    header: str
    question: str
    part: Part = Part.ANSWER
    option: str = ""
    values: Dictionary[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """How one kind of file is read. `header` holds row numbers, empty for: find it. See docs/how-to/import-answers.md.

    `final` says that a row is what the municipality finally answered, so that its case counts as submitted.
    """

    code: str = ""
    name: str = ""
    columns: tuple[Column, ...] = ()
    ignore: tuple[str, ...] = ()
    missing: Dictionary[str, str] = field(default_factory=dict)
    separator: str = ";"
    header: tuple[int, ...] = ()
    sheet: str = ""
    final: bool = True

    @property
    def named(self) -> frozenset[str]:
        """Every column it says something of."""
        own = (self.code, self.name, *self.ignore, *(column.header for column in self.columns))
        return frozenset(name for name in own if name)


def to_document(mapping: Mapping) -> dict[str, Any]:
    """The mapping in its plain form."""
    return {
        "format": FORMAT,
        "sheet": mapping.sheet,
        "header": list(mapping.header),
        "final": mapping.final,
        "separator": mapping.separator,
        "ignore": list(mapping.ignore),
        "municipality": {"code": mapping.code, "name": mapping.name},
        "missing": dict(mapping.missing),
        "column": [_column_document(column) for column in mapping.columns],
    }


def _column_document(column: Column) -> dict[str, Any]:
    document: dict[str, Any] = {"header": column.header, "question": column.question}
    if column.part is not Part.ANSWER:
        document["part"] = column.part.value
    if column.option:
        document["option"] = column.option
    if column.values:
        document["values"] = dict(column.values)
    return document


def from_document(document: Dictionary[str, Any]) -> Mapping:
    """The mapping of a plain form. Raises ImportRefused naming the key that is wrong."""
    only(document, _KEYS, "")
    if document.get("format", FORMAT) != FORMAT:
        raise wrong("format", _("this Bredvid reads mappings of format %(n)d") % {"n": FORMAT})
    municipality = entries(document, "municipality")
    only(municipality, {"code", "name"}, "municipality.")
    header = document.get("header", [])
    rows = [header] if isinstance(header, int) else header
    if not isinstance(rows, list) or not all(isinstance(row, int) and row > 0 for row in rows):
        raise wrong("header", _("write a row number, or several in a list"))
    mapping = Mapping(
        code=string(municipality, "code", "municipality."),
        name=string(municipality, "name", "municipality."),
        columns=tuple(_column(each, at) for at, each in enumerate(items(document, "column"), start=1)),
        ignore=tuple(texts(document, "ignore")),
        missing=strings(document, "missing"),
        separator=string(document, "separator", default=";"),
        header=tuple(rows),
        sheet=string(document, "sheet"),
        final=truth(document, "final"),
    )
    _refuse_doubles(mapping)
    return mapping


_KEYS = {"format", "sheet", "header", "final", "separator", "ignore", "municipality", "missing", "column"}


def _column(document: Any, number: int) -> Column:
    where = f"column {number}: "
    if not isinstance(document, dict):
        raise wrong(f"column {number}", _("write it as [[column]] with header and question"))
    only(document, {"header", "question", "part", "option", "values"}, where)
    part = string(document, "part", where, default="answer")
    if part not in set(Part):
        raise wrong(f"{where}part", _("there are %(parts)s") % {"parts": ", ".join(Part)})
    column = Column(
        header=string(document, "header", where),
        question=string(document, "question", where),
        part=Part(part),
        option=string(document, "option", where),
        values=strings(document, "values", where),
    )
    if not column.header or not column.question:
        raise wrong(f"column {number}", _("write it as [[column]] with header and question"))
    return column


def _refuse_doubles(mapping: Mapping) -> None:
    seen: set[str] = set()
    for name in (*(column.header for column in mapping.columns), *mapping.ignore):
        if name in seen:
            raise wrong("column", _("“%(name)s” is named twice") % {"name": name})
        seen.add(name)
    places: set[tuple[str, str, str]] = set()
    for column in mapping.columns:
        place = (column.question, column.part, column.option)
        if place in places:
            raise wrong(
                "column", _("two columns are the same part of question %(question)s") % {"question": column.question}
            )
        places.add(place)
