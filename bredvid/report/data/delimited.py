"""CSV after RFC 4180: UTF-8 without a byte-order mark, a header row, LF at the line's end, an empty field for missing.

RFC 4180 itself ends lines with CRLF; the reader of a Swedish data set is served as well by LF, which the W3C's
CSV on the Web and the data package allow, and which compares cleanly between two versions.
"""

import csv
from io import StringIO

from bredvid.report.data.values import Cell, Table


def csv_bytes(table: Table) -> bytes:
    """The table as a CSV file."""
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([column.name for column in table.columns])
    writer.writerows([as_field(cell) for cell in row] for row in table.rows)
    return out.getvalue().encode()


def as_field(cell: Cell) -> str:
    """A cell as text: nothing for missing, true and false in small letters, numbers with a full stop."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return str(cell).replace("\r\n", "\n")
