"""Draws a list. She never chooses an item herself: what people pick can be guessed."""

import os
from collections.abc import Callable

from bredvid.room.shopping.canonical import ITEMS, LEAST, MOST

# The largest multiple of 640 that sixteen bits hold. What is not below it is drawn again, so that no item is likelier.
LIMIT = 65_536 // ITEMS * ITEMS


def choose(how_many: int = LEAST, random_bytes: Callable[[int], bytes] = os.urandom) -> tuple[int, ...]:
    """So many different items, each set as likely as every other, in the order in which they were drawn.

    `random_bytes(n)` gives n bytes; two are asked for at a time, the higher first. Raises ValueError outside 9 … 12.
    """
    if not LEAST <= how_many <= MOST:
        raise ValueError(f"A list has {LEAST} to {MOST} items, not {how_many}.")
    drawn: dict[int, None] = {}
    while len(drawn) < how_many:
        number = int.from_bytes(random_bytes(2), "big")
        if number < LIMIT:
            drawn[number % ITEMS] = None
    return tuple(drawn)
