"""Spreadsheets for the tests."""

import csv
import io
from collections.abc import Iterable, Sequence

import openpyxl  # type: ignore[import-untyped]


def csv_of(rows: Iterable[Sequence[object]], divider: str = ";", encoding: str = "utf-8") -> bytes:
    """Rows as the bytes of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=divider).writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_of(*rows: Sequence[object], title: str = "Blad1", more: Iterable[str] = ()) -> bytes:
    """Rows as the bytes of an .xlsx; a text that begins with = is a formula. `more` are sheets with a word in each."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    for name in more:
        book.create_sheet(name).append(["ett ord"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()
