"""How far two labellings agree: raw, and beyond chance.

Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37-46:
kappa = (po - pe) / (1 - pe), where po is the share of units on which the two agree, and pe the sum over the states of
the product of the two labellers' shares.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from bredvid.webaudit.shapes import State
from bredvid.webaudit.truth.reading import LABELLED, Labels


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of `of` units, `agreed` bear the same state in both labellings."""

    agreed: int
    of: int
    kappa: Fraction | None
    """None where nothing can be told beyond chance: both gave all units one and the same state."""


def agreement(one: Sequence[State], other: Sequence[State]) -> Agreement:
    """Agreement over the same units in the same order. Raises ValueError for none, or for unequal lengths."""
    if len(one) != len(other) or not one:
        raise ValueError(f"expected the same units in both, got {len(one)} and {len(other)}")
    of = len(one)
    agreed = sum(a == b for a, b in zip(one, other, strict=True))
    ours, theirs = Counter(one), Counter(other)
    by_chance = Fraction(sum(ours[state] * theirs[state] for state in ours), of * of)
    kappa = None if by_chance == 1 else (Fraction(agreed, of) - by_chance) / (1 - by_chance)
    return Agreement(agreed, of, kappa)


def agreements(one: Labels, other: Labels) -> dict[str, Agreement]:
    """Agreement for each labelled indicator, over the blocks that both hold."""
    both = sorted(one.keys() & other.keys())
    return {
        indicator: agreement([one[b][indicator] for b in both], [other[b][indicator] for b in both])
        for indicator in LABELLED
    }


def differences(one: Labels, other: Labels) -> tuple[tuple[str, str, State, State], ...]:
    """Each cell on which the two differ: block, indicator, and what either says."""
    both = sorted(one.keys() & other.keys())
    return tuple(
        (block, indicator, one[block][indicator], other[block][indicator])
        for block in both
        for indicator in LABELLED
        if one[block][indicator] != other[block][indicator]
    )
