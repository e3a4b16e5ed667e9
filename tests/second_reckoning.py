"""The figures' arithmetic a second time, from nothing of ours: whole numbers, every count of the frame tried in turn.

It is slow and plain on purpose. Where it and `bredvid.figures` differ, one of them is wrong.
"""

from functools import cache
from math import comb

EN_DASH, NO_BREAK_SPACE = "\N{EN DASH}", "\N{NO-BREAK SPACE}"


@cache
def interval(x: int, n: int, frame: int) -> tuple[int, int]:
    """Lowest and highest count of the frame under which x of n is in neither tail of 2.5 %.

    The roles are swapped: it is the n that are marked and the count that is drawn, which gives the same chance.
    """
    likely = []
    for count in range(x, frame - (n - x) + 1):
        draws = comb(frame, count)
        ways = [comb(n, i) * comb(frame - n, count - i) for i in range(min(n, count) + 1)]
        if 40 * sum(ways[x:]) > draws and 40 * sum(ways[: x + 1]) > draws:
            likely.append(count)
    return likely[0], likely[-1]


def bounds(x: int, valid: int, frame: int) -> tuple[int, int]:
    """What is certain: x have it, and those who are known not to have it are the other valid ones."""
    return x, frame - (valid - x)


def percent(part: int, base: int, language: str) -> str:
    """A share with one decimal, half up, as the pages print it."""
    tenths = (part * 2000 + base) // (2 * base)
    assert part in (0, base) or 0 < tenths < 1000, "a second reckoning of so small a share is not written yet"
    sign, unit = (",", f"{NO_BREAK_SPACE}%") if language == "sv" else (".", "%")
    return f"{tenths // 10}{sign}{tenths % 10}{unit}"


def span(ends: tuple[int, int]) -> str:
    """Two ends as they are printed."""
    return str(ends[0]) if ends[0] == ends[1] else f"{ends[0]}{EN_DASH}{ends[1]}"
