"""Neighbouring cells become one until each has respondents enough. The rule: docs/explanation/weights.md."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bredvid.figures.weights.cells import MINIMUM, TooFewRespondentsError, check_nesting

JOINED_BY = "+"
Run = tuple[str, ...]  # codes that stand beside each other


@dataclass(frozen=True, kw_only=True)
class Collapse:
    """Cells after merging. `merged_into` says for each code which cell it is part of."""

    respondents: dict[str, int]
    frame: dict[str, int]
    merged_into: dict[str, str]

    def gather(self, counts: Mapping[str, int]) -> dict[str, int]:
        """Counts by the old codes as counts by the merged cells; a code that is not given has none.

        Raises KeyError for a code that is no part of a cell.
        """
        gathered = dict.fromkeys(self.frame, 0)
        for code, count in counts.items():
            gathered[self.merged_into[code]] += count
        return gathered


def first_letter(code: str) -> str:
    """The main group of a code as A1 or C9."""
    return code[0]


def collapse(
    respondents: Mapping[str, int],
    frame: Mapping[str, int],
    *,
    minimum: int = MINIMUM,
    main_group: Callable[[str], str] = first_letter,
) -> Collapse:
    """Merges cells with fewer than `minimum` respondents into neighbours, inside the main group first.

    `respondents` and `frame` are numbers of units by code; the codes' own order says who is whose neighbour. Parts of
    the frame without units are left out. Raises UnknownCellError where the two do not nest, TooFewRespondentsError
    where everything together has too few.
    """
    check_nesting(respondents, frame)
    runs: list[Run] = [(code,) for code in sorted(frame) if frame[code]]
    answered = {code: respondents.get(code, 0) for code in frame}
    while len(runs) > 1 and (smallest := _smallest(runs, answered, minimum)) is not None:
        other = _neighbour(smallest, runs, answered, main_group)
        first = min(smallest, other)
        runs[first : first + 2] = [runs[first] + runs[first + 1]]
    if _size(runs[0], answered) < minimum:
        raise TooFewRespondentsError(JOINED_BY.join(runs[0]), _size(runs[0], answered), minimum)
    return _collapsed(runs, answered, frame)


def _size(run: Run, answered: Mapping[str, int]) -> int:
    return sum(answered[code] for code in run)


def _smallest(runs: list[Run], answered: Mapping[str, int], minimum: int) -> int | None:
    """Where the run with the fewest respondents stands, the first of equals; None when all have enough."""
    sizes = [_size(run, answered) for run in runs]
    return sizes.index(min(sizes)) if min(sizes) < minimum else None


def _neighbour(place: int, runs: list[Run], answered: Mapping[str, int], main_group: Callable[[str], str]) -> int:
    """The run beside it: of the same main group if there is one, then with fewer respondents, then the one before."""
    own = {main_group(code) for code in runs[place]}
    beside = [other for other in (place - 1, place + 1) if 0 <= other < len(runs)]
    related = [other for other in beside if own & {main_group(code) for code in runs[other]}]
    return min(related or beside, key=lambda other: (_size(runs[other], answered), other))


def _collapsed(runs: list[Run], answered: Mapping[str, int], frame: Mapping[str, int]) -> Collapse:
    names = {run: JOINED_BY.join(run) for run in runs}
    return Collapse(
        respondents={name: _size(run, answered) for run, name in names.items()},
        frame={name: sum(frame[code] for code in run) for run, name in names.items()},
        merged_into={code: name for run, name in names.items() for code in run},
    )
