"""What is certain about the whole frame when nothing is assumed about the silent."""

from bredvid.figures.interval import Interval


def no_assumption_bounds(x: int, n: int, N: int, *, unknown: int = 0) -> Interval:
    """Lowest and highest possible count in the frame: x, and N less the known others.

    `unknown` of the n answers are not accounted for; they are unknown, not "no".
    Raises ValueError unless 0 <= x, 0 <= unknown, x + unknown <= n <= N.
    """
    if x < 0 or unknown < 0 or x + unknown > n or n > N:
        raise ValueError(
            f"expected x + unknown <= n <= N without negatives, got x={x}, unknown={unknown}, n={n}, N={N}"
        )
    known_others = n - unknown - x
    return Interval(x, N - known_others)
