"""Makes wrong tables of right ones, cell by cell."""

import csv
from io import StringIO


def rows_of(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text)))


def written(rows: list[list[str]]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def with_cell(texts: dict[str, str], file: str, *, line: int, column: str, value: str) -> dict[str, str]:
    """The texts with one cell changed; `line` is the file's line, the header being 1."""
    rows = rows_of(texts[file])
    rows[line - 1][rows[0].index(column)] = value
    return {**texts, file: written(rows)}


def cell(texts: dict[str, str], file: str, *, line: int, column: str) -> str:
    rows = rows_of(texts[file])
    return rows[line - 1][rows[0].index(column)]
