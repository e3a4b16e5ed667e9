"""Looks for the header of a sheet: the rows that say what its columns are. Pure."""

from collections.abc import Callable

from bredvid.sheets.tables import Odd, Row, Sheet, text_of

_WITHIN = 25


def header_before(sheet: Sheet, holds_data: Callable[[Row], bool]) -> tuple[int, ...]:
    """The first row with words in several columns, and one more where it is of two storeys. Empty for an empty sheet.

    `holds_data` tells a row that cannot be a header any more; the first row of all always can.
    """
    first: list[Row] = []
    for row in sheet.rows[:_WITHIN]:
        if first and holds_data(row):
            break
        first.append(row)
    heads = [row for row in first if len([cell for cell in row.cells if cell]) > 1] or list(sheet.rows[:1])
    if not heads:
        return ()
    head, rest = heads[0], heads[1:]
    below = next((row for row in rest if row.number == head.number + 1), None)
    return (head.number, below.number) if below and _of_two_storeys(head, below) else (head.number,)


def _of_two_storeys(head: Row, below: Row) -> bool:
    """The upper has gaps where the lower has words, as under a merged cell."""
    return any(
        cell and (at >= len(head.cells) or not head.cells[at]) for at, cell in enumerate(below.cells)
    ) and not any(isinstance(cell, Odd) or text_of(cell).isdecimal() for cell in below.cells)
