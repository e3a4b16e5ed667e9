"""How often the weighted interval is right where there are too many sets of answers to try them all; how fast it is.

The setting is the example of docs/explanation/weights.md: six cells, 73 of 290 answered. The draws have a fixed seed,
so the coverage is the same on every machine. Budget: 1,000 draws with their estimates in 1 s.
"""

from random import Random
from time import perf_counter

from rich.console import Console
from rich.table import Table

from bredvid.figures.weights.estimate import estimate
from bredvid.figures.weights.poststratification import PostStratification, poststratify

BUDGET_SECONDS = 1.0
DRAWS = 4000
SEED = 20261123
FRAME = {"A1+A2": 46, "B3": 23, "B4+B5": 87, "C6": 27, "C7": 51, "C8+C9": 56}
RESPONDENTS = {"A1+A2": 17, "B3": 10, "B4+B5": 18, "C6": 6, "C7": 10, "C8+C9": 12}
# Shares with the property, cell by cell: rare, common, and much in the cities alone.
TRUTHS = {
    "rare": (0.04, 0.04, 0.02, 0, 0.02, 0),
    "few": (0.3, 0.2, 0.1, 0.1, 0.05, 0.05),
    "half": (0.5, 0.5, 0.5, 0.5, 0.5, 0.5),
    "cities": (0.6, 0, 0, 0, 0, 0),
    "uneven": (0.1, 0.9, 0.3, 0.8, 0.5, 0.6),
    "most": (0.8, 0.9, 0.9, 1, 0.95, 0.9),
}


def run() -> dict[str, float]:
    """The coverage of each truth in per cent; seconds for 1,000 draws, the budget, and whether it is kept."""
    weighting, random = poststratify(RESPONDENTS, FRAME), Random(SEED)  # noqa: S311 - a simulation, no secret
    start = perf_counter()
    found = {
        f"coverage_{name}": _coverage(weighting, dict(zip(FRAME, shares, strict=True)), random)
        for name, shares in TRUTHS.items()
    }
    seconds = 1000 * (perf_counter() - start) / (DRAWS * len(TRUTHS))
    return {**found, "seconds": seconds, "budget_seconds": BUDGET_SECONDS, "kept": float(seconds < BUDGET_SECONDS)}


def _coverage(weighting: PostStratification, shares: dict[str, float], random: Random) -> float:
    marked = {code: round(share * FRAME[code]) for code, share in shares.items()}
    total, held = sum(marked.values()), 0
    for _draw in range(DRAWS):
        counts = {
            code: sum(unit < marked[code] for unit in random.sample(range(FRAME[code]), RESPONDENTS[code]))
            for code in FRAME
        }
        low, high = estimate(counts, weighting).interval
        held += low <= total <= high
    return round(100 * held / DRAWS, 2)


def main() -> None:
    """Prints what was measured as a table."""
    table = Table("measured", "value", title="weighted intervals, six cells, n = 73, N = 290")
    for name, value in run().items():
        table.add_row(name, f"{value:.4g}")
    Console().print(table)


if __name__ == "__main__":
    main()
