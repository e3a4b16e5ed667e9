"""Numbers in brief: lowest, quartiles, highest."""

from decimal import Decimal
from fractions import Fraction
from statistics import median

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.quantiles import quantile, summarise

numbers = st.lists(st.one_of(st.integers(-99, 99), st.fractions(-9, 9), st.decimals(-9, 9, places=2)), min_size=1)


def five(values) -> list[float]:
    found = summarise(values)
    assert found is not None
    return [
        float(part) for part in (found.minimum, found.lower_quartile, found.median, found.upper_quartile, found.maximum)
    ]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([1, 2, 3, 4], [1, 1.5, 2.5, 3.5, 4]),
        ([3, 1, 4, 1, 5, 9, 2, 6], [1, 1.5, 3.5, 5.5, 9]),
        ([7], [7, 7, 7, 7, 7]),
        ([10, 20], [10, 10, 15, 20, 20]),
        (list(range(1, 10)), [1, 3, 5, 7, 9]),
        ([2, 2, 5, 11, 40, 41], [2, 2, 8, 40, 41]),
    ],
)
def test_r_gives_the_same(values, expected):
    """R 4.2.2: quantile(values, type = 2)."""
    assert five(values) == expected


@given(numbers)
def test_the_median_is_the_usual_one_and_the_order_does_not_matter(values):
    found = summarise(values)
    assert found is not None
    assert found.median == median(map(Fraction, values))
    assert found == summarise(sorted(values, reverse=True))
    assert found.n == len(values)


@given(numbers)
def test_half_lie_between_the_quartiles_and_each_is_a_value_or_midway_between_two(values):
    found, exact = summarise(values), [Fraction(value) for value in values]
    assert found is not None
    assert 2 * sum(found.lower_quartile <= value <= found.upper_quartile for value in exact) >= len(exact)
    midways = {(one + other) / 2 for one in exact for other in exact}
    assert {found.lower_quartile, found.upper_quartile} <= midways


def test_no_values_have_no_summary():
    assert summarise([]) is None


@pytest.mark.parametrize("value", [1.5, True, "3"])
def test_what_is_not_exact_is_refused(value):
    with pytest.raises(TypeError, match="only exact numbers"):
        summarise([value])


def test_decimals_are_exact():
    found = summarise([Decimal("0.1"), Decimal("0.2")])
    assert found is not None
    assert found.median == Fraction(3, 20)


@pytest.mark.parametrize(("ordered", "part"), [([], Fraction(1, 2)), ([Fraction(1)], Fraction(0)), ([Fraction(1)], 1)])
def test_a_part_beyond_all_is_refused(ordered, part):
    with pytest.raises(ValueError, match="between 0 and 1"):
        quantile(ordered, part)
