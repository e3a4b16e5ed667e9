"""A judge against the labels: how much of what it calls found is, and how much of what is it finds."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from bredvid.webaudit.shapes import PageVerdicts, State
from bredvid.webaudit.truth.examples import Example
from bredvid.webaudit.truth.proportion import Proportion
from bredvid.webaudit.truth.reading import FOLDER, LABELLED, Labels, Settled, joined, labels, settled

Judge = Callable[[Example], PageVerdicts]

LATER = ("labels-c.toml", "labels-d.toml", "labels-e.toml")
"""First labellings of blocks that came to the development set later."""

SECOND = ("labels-b.toml", "labels-f.toml")
"""Second labellings; of some blocks that came later there is none."""

STATES = (State.FOUND, State.UNCLEAR, State.NOT_FOUND, State.NOT_CHECKED)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A block on which judge and labels differ."""

    block: str
    indicator: str
    label: State
    judged: State
    reason: str
    quote: str


@dataclass(frozen=True, slots=True)
class Measure:
    """One indicator: precision and recall for the state *found*, and the whole table (label, judged) → blocks."""

    precision: Proportion
    recall: Proportion
    confusion: Mapping[tuple[State, State], int]


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What `evaluate` says. `unsettled` cells have two labels and no decision: they count nowhere else."""

    blocks: int
    measures: Mapping[str, Measure]
    disagreements: tuple[Disagreement, ...]
    unsettled: int


@dataclass(frozen=True, slots=True)
class Truth:
    """What holds, cell by cell; where two labellings differ and nothing is settled, the cell is not there."""

    states: Labels
    unsettled: int


def truth(first: Labels, second: Labels | None, decided: Iterable[Settled] = ()) -> Truth:
    """What holds: what both labellings say, and what was settled; of the first alone what the second does not hold."""
    held = {(row.block, row.indicator): row.state for row in decided}
    states: dict[str, dict[str, State]] = {}
    for block, row in first.items():
        for indicator, state in row.items():
            agreed = (second or {}).get(block, row)[indicator] == state
            if (block, indicator) in held or agreed:
                states.setdefault(block, {})[indicator] = held.get((block, indicator), state)
    return Truth(states, sum(map(len, first.values())) - sum(map(len, states.values())))


def kept_truth(blocks: Iterable[Example], folder: Path = FOLDER) -> Truth:
    """What holds by the files of this folder. Raises LabelsError."""
    ids = {block.id for block in blocks}
    first, second = kept_labels(ids, folder)
    return truth(first, second, settled(folder / "settled.toml", ids))


def held_out_truth(blocks: Iterable[Example], folder: Path = FOLDER) -> Truth:
    """What holds for the blocks held out: two labellings, made before any judge saw them, and what was settled.

    Raises LabelsError.
    """
    ids = {block.id for block in blocks}
    return truth(*held_out_labels(ids, folder), settled(folder / "settled-held-out.toml", ids))


def held_out_labels(ids: Collection[str], folder: Path = FOLDER) -> tuple[Labels, Labels]:
    """The two labellings of the blocks held out, both whole. Raises LabelsError."""
    first, second = (labels(folder / f"labels-held-out-{reader}.toml", ids) for reader in "ab")
    return first, second


def kept_labels(ids: Collection[str], folder: Path = FOLDER) -> tuple[Labels, Labels | None]:
    """One labelling of every block, and the second as far as it has come; None where nobody has begun.

    The first is labels-a.toml together with those that one hand made of blocks added later. Raises LabelsError.
    """
    first = joined([folder / "labels-a.toml", *_there(folder, LATER)], ids)
    second = {block: row for path in _there(folder, SECOND) for block, row in labels(path, ids, whole=False).items()}
    return first, second or None


def _there(folder: Path, names: Iterable[str]) -> list[Path]:
    return [folder / name for name in names if (folder / name).exists()]


def evaluate(judge: Judge, blocks: Iterable[Example], what_holds: Truth) -> Evaluation:
    """The judge's verdict on every block beside what holds."""
    judged = [(block.id, judge(block).verdicts) for block in blocks]
    cells = [
        (block, indicator, state, verdicts[indicator])
        for block, verdicts in judged
        for indicator, state in what_holds.states.get(block, {}).items()
    ]
    pairs = {name: [(state, v.state) for _, indicator, state, v in cells if indicator == name] for name in LABELLED}
    return Evaluation(
        len(judged),
        {indicator: _measure(pairs[indicator]) for indicator in LABELLED},
        tuple(
            Disagreement(block, indicator, state, v.state, v.reason, v.quote)
            for block, indicator, state, v in cells
            if state != v.state
        ),
        what_holds.unsettled,
    )


def _measure(pairs: list[tuple[State, State]]) -> Measure:
    """Each pair: the label, and what was judged."""
    table = Counter(pairs)
    both = table[State.FOUND, State.FOUND]
    return Measure(
        Proportion(both, sum(judged == State.FOUND for _, judged in pairs)),
        Proportion(both, sum(label == State.FOUND for label, _ in pairs)),
        {(label, judged): n for label in STATES for judged in STATES if (n := table[label, judged])},
    )
