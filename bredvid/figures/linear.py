"""Small systems of linear equations, solved by elimination: enough for a handful of categories."""

from collections.abc import Sequence

Matrix = list[list[float]]
SINGULAR = 1e-12  # of the largest entry: smaller than this is rounding, not information


class SingularError(ValueError):
    """The equations do not have one solution."""


def solve(matrix: Sequence[Sequence[float]], *columns: Sequence[float]) -> Matrix:
    """For each right-hand side b the x with `matrix` · x = b. Raises SingularError where there is no single one."""
    size = len(matrix)
    rows = [[*row, *(column[i] for column in columns)] for i, row in enumerate(matrix)]
    smallest = SINGULAR * max((abs(value) for row in matrix for value in row), default=0)
    for place in range(size):
        best = max(range(place, size), key=lambda row: abs(rows[row][place]))
        if abs(rows[best][place]) <= smallest:
            raise SingularError("the equations do not have one solution")
        rows[place], rows[best] = rows[best], rows[place]
        _eliminate(rows, place)
    return [[row[size + column] / row[i] for i, row in enumerate(rows)] for column in range(len(columns))]


def invert(matrix: Sequence[Sequence[float]]) -> Matrix:
    """The inverse of a symmetric matrix. Raises SingularError where it has none."""
    size = len(matrix)
    return solve(matrix, *([float(i == j) for i in range(size)] for j in range(size)))


def _eliminate(rows: Matrix, place: int) -> None:
    pivot = rows[place]
    for other, row in enumerate(rows):
        if other != place and row[place]:
            factor = row[place] / pivot[place]
            rows[other] = [value - factor * above for value, above in zip(row, pivot, strict=True)]
