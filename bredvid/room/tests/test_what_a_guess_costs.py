"""The figures that the pages tell of guessing, computed."""

from math import comb, log2
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[3] / "docs"
CODES = comb(640, 9)
YEAR = 31_557_600


def years(guesses_a_second, rooms):
    """Years until the first of so many rooms is hit, on average: one in rooms + 1 of all codes has to be tried."""
    return CODES / (rooms + 1) / guesses_a_second / YEAR


def rounded(number):
    return f"{float(f'{number:.3g}' if number >= 100 else f'{number:.2g}' if number >= 1 else f'{number:.1g}'):,.10g}"


@pytest.mark.parametrize("guesses", [1_667, 1_667_000, 1_600_000_000])
def test_the_table_of_guesses_is_as_it_is_computed(guesses):
    page = (DOCS / "explanation" / "room.md").read_text()
    assert f"| {guesses:,} | {rounded(years(guesses, 1))} | {rounded(years(guesses, 10_000))} |" in page


def test_the_chance_at_the_door_is_as_it_is_told():
    page, protocol = ((DOCS / name).read_text() for name in ("explanation/room.md", "reference/room-protocol.md"))
    chance = 100 * YEAR * 10**6 / CODES
    assert f"{chance:.3%}".replace("%", " %") in page
    assert f"= {chance * 1e5:.0f}·10^−5" in protocol
    assert f"2^{log2(CODES):.1f}" in page
