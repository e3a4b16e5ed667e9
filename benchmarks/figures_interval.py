"""How long the intervals of one round take. Budget: all 74 counts of 73 answers among 290 in 0.1 s."""

from time import perf_counter

from rich.console import Console
from rich.table import Table

from bredvid.figures.interval import exact_interval

BUDGET_SECONDS = 0.1
REPEATS = 5


def run() -> dict[str, float]:
    """Seconds for 74 intervals (the median of five runs), the budget, and whether it is kept (1 or 0)."""
    seconds = sorted(_seconds_for_one_round() for _ in range(REPEATS))[REPEATS // 2]
    return {"seconds": seconds, "budget_seconds": BUDGET_SECONDS, "kept": float(seconds < BUDGET_SECONDS)}


def _seconds_for_one_round() -> float:
    start = perf_counter()
    for x in range(74):
        exact_interval(x, 73, 290)
    return perf_counter() - start


def main() -> None:
    """Prints what was measured as a table."""
    measured = run()
    table = Table("measured", "value", title="74 exact intervals, n = 73, N = 290")
    table.add_row("seconds", f"{measured['seconds']:.4f}")
    table.add_row("budget", f"{measured['budget_seconds']:.4f}")
    table.add_row("kept", "yes" if measured["kept"] else "no")
    Console().print(table)


if __name__ == "__main__":
    main()
