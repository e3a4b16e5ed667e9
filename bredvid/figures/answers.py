"""What the room's commands answer, for programs (plain values) and for people (rows and a sentence)."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from bredvid.figures.bounds import no_assumption_bounds
from bredvid.figures.coverage import coverage
from bredvid.figures.detectable import Smallest, smallest_detectable
from bredvid.figures.interval import CONFIDENCE, Interval, exact_interval
from bredvid.figures.numbers import count, decimal, out_of, percent, percent_range, range_

LANG = "en"


@dataclass(frozen=True, kw_only=True)
class IntervalAnswer:
    """Interval and bounds for x of n answers among N units, `unknown` of the answers not accounted for.

    Raises ValueError unless 0 <= x, 0 <= unknown and x + unknown <= n <= N.
    """

    x: int
    n: int
    N: int
    unknown: int = 0

    def __post_init__(self) -> None:
        self.bounds  # noqa: B018 - refuses numbers that do not nest

    @property
    def valid(self) -> int:
        """How many answers are accounted for."""
        return self.n - self.unknown

    @property
    def interval(self) -> Interval:
        """The 95 % interval on all answers."""
        return exact_interval(self.x, self.n, self.N)

    @property
    def valid_interval(self) -> Interval:
        """The 95 % interval on the answers accounted for."""
        return exact_interval(self.x, self.valid, self.N)

    @property
    def bounds(self) -> Interval:
        """What is certain without any assumption."""
        return no_assumption_bounds(self.x, self.n, self.N, unknown=self.unknown)

    def as_dict(self) -> dict[str, Any]:
        """Counts as whole numbers, shares between 0 and 1 with six decimals, null where there is no base."""
        low, high = self.interval
        return {
            "x": self.x,
            "n": self.n,
            "N": self.N,
            "low": low,
            "high": high,
            "bounds": list(self.bounds),
            "share": _share(self.x, self.n),
            "low_share": _share(low, self.N),
            "high_share": _share(high, self.N),
            "unknown": self.unknown,
            "valid": {
                "n": self.valid,
                "low": self.valid_interval.low,
                "high": self.valid_interval.high,
                "share": _share(self.x, self.valid),
            },
            "confidence": float(CONFIDENCE),
        }

    def as_rows(self) -> list[tuple[str, ...]]:
        """Head and rows of a table."""
        rows = [("", "count", "share"), ("answered", out_of(self.x, self.n, LANG), _percent(self.x, self.n))]
        if self.unknown:
            rows.append(("accounted for", out_of(self.x, self.valid, LANG), _percent(self.x, self.valid)))
        rows.append((f"95 % interval for {self.N}", range_(*self.interval, LANG), _percents(self.interval, self.N)))
        if self.unknown:
            rows.append(
                ("… if accounted for", range_(*self.valid_interval, LANG), _percents(self.valid_interval, self.N))
            )
        return [*rows, ("without assumptions", range_(*self.bounds, LANG), _percents(self.bounds, self.N))]

    def as_row(self) -> tuple[str, ...]:
        """One row of the table of all counts."""
        cells = (f"{range_(*ends, LANG)} ({_percents(ends, self.N)})" for ends in (self.interval, self.bounds))
        return (f"{out_of(self.x, self.n, LANG)} ({_percent(self.x, self.n)})", *cells)

    def sentence(self) -> str:
        """What the numbers say, in plain words."""
        silent = "the silent and the unaccounted are" if self.unknown else "the silent are"
        return (
            f"If the silent are like those who answered, {range_(*self.interval, LANG)} of {self.N} have it; "
            f"whatever {silent}, {range_(*self.bounds, LANG)} do."
        )


class DetectableAnswer:
    """What a number of positives can tell about groups. Raises ValueError as `smallest_detectable` does."""

    def __init__(self, positives: int, group_sizes: Sequence[int]) -> None:
        self.found = smallest_detectable(positives, group_sizes)

    def as_dict(self) -> dict[str, Any]:
        """The numbers, with p as a float of six decimals and null where not even all positives would show."""
        return {
            "positives": self.found.positives,
            "total": self.found.total,
            "groups": [
                {
                    "size": group.size,
                    "expected": round(float(group.expected), 6),
                    "smallest": group.count,
                    "p": None if group.p is None else round(float(group.p), 6),
                }
                for group in self.found.groups
            ],
            "can_tell": self.found.can_tell,
            "needed": self.found.needed,
        }

    def as_rows(self) -> list[tuple[str, ...]]:
        """Head and rows of a table."""
        return [("group", "expected", "would show from", "p"), *(self._row(group) for group in self.found.groups)]

    def sentence(self) -> str:
        """What the numbers say, in plain words."""
        if self.found.can_tell:
            return "A group with twice its share would show, so “no clear relation” may be said if none does."
        needed = self.found.needed
        reach = "no number of positives is enough" if needed is None else f"it takes {needed} positives"
        return f"Too few to tell: “no clear relation” may not be said; {reach} in groups of these sizes."

    def _row(self, group: Smallest) -> tuple[str, ...]:
        expected = decimal(group.expected, LANG)
        if group.count is None or group.p is None:
            return (f"{group.size} of {self.found.total}", expected, "never", "")
        smallest = out_of(group.count, self.found.positives, LANG)
        return (f"{group.size} of {self.found.total}", expected, smallest, decimal(group.p, LANG, 3))


class CoverageAnswer:
    """How often the interval is right for each true count. Raises ValueError unless 0 <= n <= N."""

    def __init__(self, n: int, N: int) -> None:
        self.n, self.N = n, N
        self.coverage = coverage(n, N)

    def as_dict(self) -> dict[str, Any]:
        """The promise, the least coverage and where it is, and the coverage of every true count from 0."""
        least = min(self.coverage)
        return {
            "n": self.n,
            "N": self.N,
            "promised": float(CONFIDENCE),
            "least": round(float(least), 6),
            "least_at": self.coverage.index(least),
            "coverage": [round(float(share), 6) for share in self.coverage],
        }

    def as_rows(self) -> list[tuple[str, ...]]:
        """Head and rows of a table: the least, the middle and the greatest coverage."""
        ranked = sorted(self.coverage)
        named = (("least", ranked[0]), ("middle", ranked[len(ranked) // 2]), ("greatest", ranked[-1]))
        rows = [(name, percent(share, LANG, 2), count(self.coverage.index(share), LANG)) for name, share in named]
        return [("", "coverage", "at the true count"), *rows]

    def sentence(self) -> str:
        """What the numbers say, in plain words."""
        least = percent(min(self.coverage), LANG, 2)
        return f"Whatever the true count of {self.N} is, {least} of such intervals or more hold it."


def _share(part: int, base: int) -> float | None:
    return round(part / base, 6) if base else None


def _percent(part: int, base: int) -> str:
    return percent(Fraction(part, base), LANG, 1) if base else "no base"


def _percents(ends: Interval, base: int) -> str:
    return percent_range(Fraction(ends.low, base), Fraction(ends.high, base), LANG, 1) if base else "no base"
