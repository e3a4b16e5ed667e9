"""Is a property spread unevenly over several groups? Exact, for 2 × k tables. Source: docs/explanation/response.md.

Freeman, G. H. & Halton, J. H. (1951) Biometrika 38: Fisher's test for more than two groups.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from math import comb

MOST_TABLES = 200_000  # about half a second; beyond it the question is put to two groups instead


class TooManyTablesError(ValueError):
    """The table has too many others beside it to try every one."""


def independence_p(counts: Sequence[int], sizes: Sequence[int], most_tables: int = MOST_TABLES) -> Fraction:
    """The chance of a table no more likely than this one, if the property falls on units at random.

    `counts` of the units in each group, whose `sizes` are given, have the property. Splits are compared as whole
    numbers of ways. Raises ValueError for groups that cannot be, TooManyTablesError for more than `most_tables`.
    """
    _check(counts, sizes)
    positives, total = sum(counts), sum(sizes)
    if (tables := count_tables(positives, sizes)) > most_tables:
        raise TooManyTablesError(f"{tables} tables have these margins; at most {most_tables} are tried")
    seen = 1
    for count, size in zip(counts, sizes, strict=True):
        seen *= comb(size, count)
    return Fraction(sum(way for way in _ways(positives, tuple(sizes)) if way <= seen), comb(total, positives))


def count_tables(positives: int, sizes: Sequence[int]) -> int:
    """How many ways there are to have so many positives in groups of these sizes, without making them."""
    ways = [1] + [0] * positives
    for size in sizes:
        ways = [sum(ways[max(0, total - size) : total + 1]) for total in range(positives + 1)]
    return ways[positives]


def _ways(positives: int, sizes: tuple[int, ...]) -> Iterator[int]:
    """For each table with these margins, the number of ways to get it."""
    size, *others = sizes
    if not others:
        yield comb(size, positives)
        return
    room = sum(others)
    for count in range(max(0, positives - room), min(size, positives) + 1):
        here = comb(size, count)
        for rest in _ways(positives - count, tuple(others)):
            yield here * rest


def _check(counts: Sequence[int], sizes: Sequence[int]) -> None:
    if len(counts) != len(sizes) or len(sizes) < 2:
        raise ValueError(f"expected a count for each of two groups or more, got {list(counts)} and {list(sizes)}")
    for count, size in zip(counts, sizes, strict=True):
        if not 0 <= count <= size:
            raise ValueError(f"{count} of a group of {size} cannot be")
