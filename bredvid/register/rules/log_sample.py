"""Which entries of a month of the access log somebody looks through. Pure.

Why so many: docs/how-to/review-the-access-log.md.
"""

import random
from collections.abc import Iterable

FEWEST, MOST = 10, 50
SHARE = 10  # one in ten
KEPT_MONTHS = 24


def sample_size(entries: int) -> int:
    """One in ten, but never fewer than 10 (or all there are) and never more than 50."""
    return min(entries, MOST, max(FEWEST, -(-entries // SHARE)))


def drawn(entries: Iterable[int], seed: int) -> list[int]:
    """The numbers drawn, in order. The same numbers and seed give the same sample for whoever asks."""
    numbers = sorted(entries)
    # Not for secrecy but for being drawn again: the seed is where chance comes from.
    return sorted(random.Random(seed).sample(numbers, sample_size(len(numbers))))  # noqa: S311
