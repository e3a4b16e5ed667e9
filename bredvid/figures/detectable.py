"""What so few can tell: which unevenness between groups would be seen at all. Source: docs/explanation/uncertainty.md.

"No clear relation to size" is worth saying only where a relation would have been seen. With 4 positives among 15 small
and 58 large units, 2 in the small group are twice what its size gives and still no more than chance (p = 0.18).
Everything is exact: Fisher's test on whole numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from math import ceil, comb

ALPHA = Fraction(1, 20)
TIMES = 2  # a relation that should be seen: a group with twice as many as its size gives


@dataclass(frozen=True, kw_only=True)
class Smallest:
    """For one group: the fewest positives in it, above its share, that are more than chance.

    `expected` is what the group's size gives. `count` and `p` are None where not even all positives would show it.
    """

    size: int
    expected: Fraction
    count: int | None
    p: Fraction | None


@dataclass(frozen=True, kw_only=True)
class Detectable:
    """What a number of positives can tell about groups: the parts of the sentence that says so."""

    positives: int
    total: int
    groups: tuple[Smallest, ...]
    can_tell: bool
    needed: int | None
    """The fewest positives with which it could be told, None where these groups never tell it."""


def fisher_p(in_group: int, positives: int, size: int, total: int) -> Fraction:
    """Two-sided p: the chance of a split no more likely than `in_group` of the positives among the `size` of `total`.

    Splits are compared as whole numbers of ways, so equally likely ones count as equal. Raises ValueError for a split
    that cannot be.
    """
    ways = _ways(positives, size, total)
    if in_group not in ways:
        raise ValueError(f"{in_group} of {positives} positives cannot be among {size} of {total}")
    as_rare = sum(way for way in ways.values() if way <= ways[in_group])
    return Fraction(as_rare, comb(total, positives))


def smallest_detectable(positives: int, group_sizes: Sequence[int], alpha: Fraction = ALPHA) -> Detectable:
    """For each group the smallest over-representation with p < alpha, and whether a relation could be told at all.

    Raises ValueError for fewer than two groups, an empty group, or more positives than units.
    """
    total = _total(positives, group_sizes)
    return Detectable(
        positives=positives,
        total=total,
        groups=tuple(_smallest(positives, size, total, alpha) for size in group_sizes),
        can_tell=can_tell(positives, group_sizes, alpha),
        needed=positives_needed(group_sizes, alpha),
    )


def can_tell(positives: int, group_sizes: Sequence[int], alpha: Fraction = ALPHA) -> bool:
    """Says whether "no clear relation" may be said: any group with twice its share would have shown with p < alpha.

    Where twice its share is more than there is, all positives in the group must show.
    """
    total = _total(positives, group_sizes)
    return all(fisher_p(_uneven(positives, size, total), positives, size, total) < alpha for size in group_sizes)


def positives_needed(group_sizes: Sequence[int], alpha: Fraction = ALPHA) -> int | None:
    """The fewest positives with which `can_tell` is true, or None if no number of them is enough."""
    total = _total(0, group_sizes)
    return next((positives for positives in range(total + 1) if can_tell(positives, group_sizes, alpha)), None)


def _smallest(positives: int, size: int, total: int, alpha: Fraction) -> Smallest:
    expected = Fraction(positives * size, total)
    for count in _ways(positives, size, total):
        if count > expected and (p := fisher_p(count, positives, size, total)) < alpha:
            return Smallest(size=size, expected=expected, count=count, p=p)
    return Smallest(size=size, expected=expected, count=None, p=None)


def _uneven(positives: int, size: int, total: int) -> int:
    """The count in a group that has `TIMES` as many as its size gives, or as many as there can be."""
    return min(positives, size, ceil(Fraction(TIMES * positives * size, total)))


@cache
def _ways(positives: int, size: int, total: int) -> dict[int, int]:
    """For each possible count in the group, in rising order, the number of ways to get it."""
    possible = range(max(0, positives - (total - size)), min(positives, size) + 1)
    return {count: comb(size, count) * comb(total - size, positives - count) for count in possible}


def _total(positives: int, group_sizes: Sequence[int]) -> int:
    if len(group_sizes) < 2 or min(group_sizes) < 1:
        raise ValueError(f"expected two groups or more, none empty, got {list(group_sizes)}")
    total = sum(group_sizes)
    if not 0 <= positives <= total:
        raise ValueError(f"expected 0 to {total} positives among {total} units, got {positives}")
    return total
