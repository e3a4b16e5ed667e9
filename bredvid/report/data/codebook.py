"""The codebook: every column and every code, as a table of its own (and so as CSV), as JSON and as a page."""

import json
from collections.abc import Iterable, Iterator

from django.template.loader import render_to_string

from bredvid.report.data.dictionary import columns_of, make_table
from bredvid.report.data.licence import DATA_LICENCE
from bredvid.report.data.values import Cell, Column, Release, Table


def codebook_table(tables: Iterable[Table], *, round_code: str, demonstration: bool) -> Table:
    """The codebook of these tables and of itself."""
    described = [(table.name, table.columns) for table in tables] + [("codebook", columns_of("codebook"))]
    entries = [entry for name, columns in described for entry in _entries(name, columns)]
    numbered: list[dict[str, Cell]] = [{"entry": number, **entry} for number, entry in enumerate(entries, start=1)]
    return make_table("codebook", numbered, round_code=round_code, demonstration=demonstration)


def codebook_json(release: Release) -> bytes:
    """The codebook nested by table and column."""
    book = {
        "round": release.code,
        "demonstration": release.demonstration,
        "title": _both(release, "title"),
        "description": _both(release, "about"),
        "licence": DATA_LICENCE.page,
        "tables": [
            {
                "name": table.name,
                "title": _both(table, "title"),
                "description": _both(table, "about"),
                "primary_key": list(table.primary_key),
                "columns": [_column(column) for column in table.columns],
            }
            for table in release.tables
        ],
    }
    return (json.dumps(book, ensure_ascii=False, indent=1) + "\n").encode()


def codebook_html(release: Release, *, read_me: list[tuple[str, str]]) -> bytes:
    """The codebook as a page of its own: no style, script or request, so that it reads the same from a disk."""
    page = render_to_string("report/data/codebook.html", {"release": release, "read_me": read_me[1:]})
    return page.encode()


def _entries(name: str, columns: Iterable[Column]) -> Iterator[dict[str, Cell]]:
    for column in columns:
        place: dict[str, Cell] = {"table": name, "column": column.name}
        yield {
            **place,
            "kind": column.kind,
            "title_sv": column.title_sv,
            "title_en": column.title_en,
            "about_sv": column.about_sv,
            "about_en": column.about_en,
        }
        for code in column.codes:
            yield {**place, "code": code.code, "title_sv": code.sv, "title_en": code.en}


def _column(column: Column) -> dict[str, object]:
    return {
        "name": column.name,
        "kind": column.kind,
        "required": column.required,
        "title": _both(column, "title"),
        "description": _both(column, "about"),
        "codes": [{"code": code.code, "label": {"sv": code.sv, "en": code.en}} for code in column.codes],
    }


def _both(of: Release | Table | Column, field: str) -> dict[str, str]:
    return {language: getattr(of, f"{field}_{language}") for language in ("sv", "en")}
