"""Tables and what stands first as a file: the same figures give the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from io import StringIO

from django.utils.translation import gettext as _

from bredvid.register.exports.about import about
from bredvid.register.exports.kinds import Kind
from bredvid.register.exports.material import Material
from bredvid.register.exports.review_file import review_rows
from bredvid.register.exports.tables import Table, tables_of
from bredvid.sheets.guarding import CsvList, guarded
from bredvid.sheets.writing import Sheet, workbook

CSV, XLSX = "text/csv; charset=utf-8", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True)
class File:
    """A file to hand over."""

    name: str
    content_type: str
    data: bytes


def file_of(kind: Kind, material: Material, form: str, language: str) -> File:
    """What is taken out, as "csv" or "xlsx"."""
    name = file_name(kind, material, form)
    if kind.is_for_the_review:
        return File(name, CSV, _lines(review_rows(material)))
    lines, tables = about(kind, material, language), tables_of(kind, material, language)
    if form == "xlsx":
        return File(name, XLSX, _workbook(kind, material, lines, tables, language))
    rows = [[_("table"), _("what"), _("code"), _("number"), _("of"), _("of which")]]
    rows += [[_("About the file"), head, "", text, "", ""] for head, text in lines]
    rows += [
        [table.title, line.what, line.code, _cell(line.number), _cell(line.base), table.base]
        for table in tables
        for line in table.lines
    ]
    return File(name, CSV, _lines(rows))


def file_name(kind: Kind, material: Material, form: str) -> str:
    """A name that says whose it is, and that it is not for publication."""
    demo = "-DEMO" if material.unit.demonstration else ""
    return f"{material.unit.organisation.code}-{kind.code}-{material.year}{demo}-far-inte-publiceras.{form}"


def _lines(rows: Sequence[Sequence[str]]) -> bytes:
    out = StringIO(newline="")
    written = CsvList(out, [guarded(cell) for cell in rows[0]])
    for row in rows[1:]:
        written.add(row)
    return out.getvalue().encode()


def _cell(number: int | None) -> str:
    return "" if number is None else str(number)


def _workbook(
    kind: Kind, material: Material, lines: Sequence[tuple[str, str]], tables: Sequence[Table], language: str
) -> bytes:
    rows: list[Sequence[str | int | None]] = [
        [table.title, line.what, line.code, line.number, line.base, table.base]
        for table in tables
        for line in table.lines
    ]
    head = [_("table"), _("what"), _("code"), _("number"), _("of"), _("of which")]
    # Of the year and not of today: the same figures are the same file tomorrow.
    created = datetime(material.year, 1, 1)
    first = Sheet(_("About the file"), (), list(lines), wide=True)
    return workbook(kind.label(language), created, [first, Sheet(_("Figures"), head, rows)])
