"""XLSX: a first sheet to read, then one sheet a table. The same tables give the same bytes."""

from datetime import datetime, time
from io import BytesIO
from typing import Any

from bredvid.report.data.values import Release, Table
from bredvid.sheets.writing import OPTIONS, WIDEST, width, write_cell


def xlsx_bytes(release: Release, *, read_me: list[tuple[str, str]]) -> bytes:
    """The workbook. `read_me` are the lines of the first sheet, Swedish and English side by side."""
    import xlsxwriter  # type: ignore[import-untyped]

    out = BytesIO()
    with xlsxwriter.Workbook(out, OPTIONS) as book:
        book.set_properties(
            {
                "title": release.title_sv,
                "subject": release.about_sv,
                "comments": release.title_en,
                "created": datetime.combine(release.published_on, time()),
            }
        )
        formats = {
            "head": book.add_format({"bold": True, "text_wrap": True, "valign": "top"}),
            "text": book.add_format({"text_wrap": True, "valign": "top"}),
        }
        _write_read_me(book.add_worksheet("Läs mig – Read me"), read_me, formats)
        for table in release.tables:
            _write_table(book.add_worksheet(table.name), table, formats)
    return out.getvalue()


def _write_read_me(sheet: Any, lines: list[tuple[str, str]], formats: dict[str, Any]) -> None:
    sheet.set_column(0, 1, WIDEST + 20)
    for number, line in enumerate(lines):
        for place, text in enumerate(line):
            sheet.write_string(number, place, text, formats["head" if number == 0 else "text"])


def _write_table(sheet: Any, table: Table, formats: dict[str, Any]) -> None:
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.name, formats["head"])
        sheet.set_column(place, place, width(column.name, [row[place] for row in table.rows]))
    for number, row in enumerate(table.rows, start=1):
        for place, cell in enumerate(row):
            write_cell(sheet, number, place, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
