"""The hexagonal layout: one equal cell per municipality. Pure.

Pointy-top hexagons; odd rows are shifted half a cell to the right. The layout is our own.
"""

from collections.abc import Collection

Cell = tuple[int, int]


def neighbours(cell: Cell) -> tuple[Cell, ...]:
    """The six cells around a (row, column) cell."""
    row, column = cell
    left = column - 1 + row % 2
    return (
        (row, column - 1),
        (row, column + 1),
        (row - 1, left),
        (row - 1, left + 1),
        (row + 1, left),
        (row + 1, left + 1),
    )


def is_one_piece(cells: Collection[Cell]) -> bool:
    """Says whether one can walk from any of the cells to any other without leaving them."""
    if not cells:
        return True
    reached: set[Cell] = set()
    ahead = [next(iter(cells))]
    while ahead:
        cell = ahead.pop()
        if cell not in reached:
            reached.add(cell)
            ahead.extend(near for near in neighbours(cell) if near in cells)
    return len(reached) == len(set(cells))
