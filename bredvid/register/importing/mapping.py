"""How a sheet's columns are read: what each is, and what its words mean. Pure.

A mapping has one plain form, a document of strings, numbers and lists: it travels with a page, or stands in a file.
"""

from collections.abc import Mapping as Dictionary
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from bredvid.register.importing.kinds import Kind
from bredvid.sheets.documents import entries, items, only, string, strings, texts, wrong

# Of the mapping's own form, so that one of another year is known for what it is.
FORMAT = 1
# What a word means that says nothing.
NOTHING = "-"


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column and what it is: a kind, or a variable of the codebook.

    With `option`, it says yes or no to that code alone. `values` turns their words into a code, into several ("P1;M2"),
    or into nothing ("-"); for a place into a municipality's code.
    """

    header: str
    what: str
    option: str = ""
    values: Dictionary[str, str] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Mapping:
    """How one kind of sheet is read. `header` holds row numbers, empty for: find it.

    `year` is that of every row where no column says it, else 0. Columns that are not named are left out.
    """

    columns: tuple[Column, ...] = ()
    header: tuple[int, ...] = ()
    sheet: str = ""
    year: int = 0
    ignore: tuple[str, ...] = ()

    def column_of(self, kind: Kind) -> Column | None:
        """The column of a kind; None where there is none."""
        return next((column for column in self.columns if column.what == kind), None)

    @property
    def named(self) -> frozenset[str]:
        """Every column that is read."""
        return frozenset(column.header for column in self.columns)


def to_document(mapping: Mapping) -> dict[str, Any]:
    """The mapping in its plain form."""
    return {
        "format": FORMAT,
        "sheet": mapping.sheet,
        "header": list(mapping.header),
        "year": mapping.year,
        "ignore": list(mapping.ignore),
        "column": [_column_document(column) for column in mapping.columns],
    }


def _column_document(column: Column) -> dict[str, Any]:
    document: dict[str, Any] = {"header": column.header, "is": column.what}
    if column.option:
        document["code"] = column.option
    if column.values:
        document["values"] = dict(column.values)
    return document


def from_document(document: Dictionary[str, Any]) -> Mapping:
    """The mapping of a plain form. Raises ImportRefused naming the key that is wrong."""
    only(document, ("format", "sheet", "header", "year", "ignore", "column"), "")
    if document.get("format", FORMAT) != FORMAT:
        raise wrong("format", _("this Bredvid reads mappings of format %(n)d") % {"n": FORMAT})
    header = document.get("header", [])
    rows = [header] if isinstance(header, int) else header
    if not isinstance(rows, list) or not all(isinstance(row, int) and row > 0 for row in rows):
        raise wrong("header", _("write a row number, or several in a list"))
    year = document.get("year", 0)
    if isinstance(year, bool) or not isinstance(year, int):
        raise wrong("year", _("write a year, as 2024; or 0"))
    mapping = Mapping(
        columns=tuple(_column(each, at) for at, each in enumerate(items(document, "column"), start=1)),
        header=tuple(rows),
        sheet=string(document, "sheet"),
        year=year,
        ignore=tuple(texts(document, "ignore")),
    )
    _refuse_doubles(mapping)
    return mapping


def _column(document: Any, number: int) -> Column:
    where = f"column {number}: "
    if not isinstance(document, dict):
        raise wrong(f"column {number}", _("write it as [[column]] with header and is"))
    only(document, ("header", "is", "code", "values"), where)
    column = Column(
        header=string(document, "header", where),
        what=string(document, "is", where),
        option=string(document, "code", where),
        values=strings(document, "values", where) if entries(document, "values", where) else {},
    )
    if not column.header or not column.what:
        raise wrong(f"column {number}", _("write it as [[column]] with header and is"))
    return column


def _refuse_doubles(mapping: Mapping) -> None:
    seen: set[str] = set()
    for name in (*(column.header for column in mapping.columns), *mapping.ignore):
        if name in seen:
            raise wrong("column", _("“%(name)s” is named twice") % {"name": name})
        seen.add(name)
