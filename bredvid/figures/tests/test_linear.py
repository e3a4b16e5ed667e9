"""Small systems of equations."""

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.linear import SingularError, invert, solve

entries = st.integers(-9, 9).map(float)


@given(
    st.lists(st.lists(entries, min_size=3, max_size=3), min_size=3, max_size=3),
    st.lists(entries, min_size=3, max_size=3),
)
def test_what_is_found_solves_the_equations(rows, wanted):
    # A dominant diagonal has one solution.
    matrix = [[value + 40 * (i == j) for j, value in enumerate(row)] for i, row in enumerate(rows)]
    [found] = solve(matrix, wanted)
    got = [sum(a * x for a, x in zip(row, found, strict=True)) for row in matrix]
    assert got == pytest.approx(wanted, abs=1e-9)


def test_rows_are_exchanged_where_the_first_begins_with_nought():
    assert solve([[0.0, 2.0], [4.0, 0.0]], [6.0, 8.0], [2.0, 4.0]) == [[2.0, 3.0], [1.0, 1.0]]


def test_a_matrix_times_its_inverse_is_one():
    assert invert([[2.0, 1.0], [1.0, 1.0]]) == [pytest.approx([1.0, -1.0]), pytest.approx([-1.0, 2.0])]


@pytest.mark.parametrize("matrix", [[[1.0, 2.0], [2.0, 4.0]], [[0.0]]])
def test_equations_without_one_solution_are_refused(matrix):
    with pytest.raises(SingularError):
        solve(matrix, [1.0] * len(matrix))
