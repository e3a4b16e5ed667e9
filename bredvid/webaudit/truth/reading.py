"""Reads a labelling (labels-a.toml, labels-b.toml) and what was settled between two; says all that is wrong at once.

The form: README.md, "The file".
"""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bredvid.webaudit.shapes import State

FOLDER = Path(__file__).parent
LABELLED = ("W1", "W2", "W3", "W4", "W5", "W6", "W7", "W8", "W12")
"""The indicators that a reader labels, in the order of the letters. W9–W11 are no matter of reading."""

LETTERS = {"f": State.FOUND, "n": State.NOT_FOUND, "u": State.UNCLEAR}

_NAMED = 12  # of the missing blocks, so many are named

Labels = Mapping[str, Mapping[str, State]]
"""Block → indicator → state."""


class LabelsError(ValueError):
    """A labelling that cannot be used: every fault on a line of its own."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What holds for one cell where two labellings differ, and why."""

    block: str
    indicator: str
    state: State
    reason: str


def labels(path: Path, ids: Collection[str], *, whole: bool = True) -> Labels:
    """One labelling of the blocks `ids`; unless `whole`, one that is under way and lacks some of them.

    Raises LabelsError for what is missing, unknown or not a label.
    """
    rows = _toml(path).get("labels", {})
    faults = [*(_missing(rows, ids) if whole else ()), *_faults(rows, ids)]
    if faults:
        raise LabelsError("\n".join(f"{path.name}: {fault}" for fault in faults))
    return {block: dict(zip(LABELLED, map(LETTERS.__getitem__, rows[block].split()), strict=True)) for block in rows}


def joined(paths: Iterable[Path], ids: Collection[str]) -> Labels:
    """Labellings that share the blocks `ids` among them. Raises LabelsError, also where two label the same block."""
    states: dict[str, Mapping[str, State]] = {}
    for path in paths:
        rows = labels(path, ids, whole=False)
        if twice := sorted(states.keys() & rows.keys()):
            raise LabelsError(f"{path.name}: labelled in another file too: {', '.join(twice)}")
        states |= rows
    if faults := list(_missing(states, ids)):
        raise LabelsError("\n".join(faults))
    return states


def settled(path: Path, ids: Collection[str]) -> tuple[Settled, ...]:
    """What was settled, empty where the file is not there yet. Raises LabelsError for a row that is not whole."""
    rows = _toml(path).get("settled", []) if path.exists() else []
    faults = [f"{path.name}: row {at}: {fault}" for at, row in enumerate(rows, 1) for fault in _row_faults(row, ids)]
    if faults:
        raise LabelsError("\n".join(faults))
    return tuple(Settled(row["id"], row["indicator"], LETTERS[row["state"]], row["reason"]) for row in rows)


def blank(ids: Collection[str], labeller: str = "b") -> str:
    """An empty labelling to fill in: one line a block, a dot for each indicator."""
    lines = [f'{block} = ". . .  . . .  . . ."' for block in sorted(ids)]
    heads = [f"# {' '.join(LABELLED)}", f'labeller = "{labeller}"', 'version = "1.0"', 'remarks = ""', "", "[labels]"]
    return "\n".join([*heads, *lines]) + "\n"


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise LabelsError(f"{path.name}: {error}") from error


def _missing(rows: Mapping[str, Any], ids: Collection[str]) -> Iterator[str]:
    if missing := sorted(set(ids) - rows.keys()):
        more = f" and {len(missing) - _NAMED} more" if len(missing) > _NAMED else ""
        yield f"not labelled: {', '.join(missing[:_NAMED])}{more}"


def _faults(rows: Mapping[str, Any], ids: Collection[str]) -> Iterator[str]:
    yield from (f"{block}: no such block" for block in sorted(rows.keys() - set(ids)))
    for block in sorted(rows.keys() & set(ids)):
        letters = rows[block].split() if isinstance(rows[block], str) else []
        if len(letters) != len(LABELLED):
            yield f"{block}: {len(letters)} letters, expected {len(LABELLED)} ({' '.join(LABELLED)})"
        for indicator, letter in zip(LABELLED, letters, strict=False):
            if letter not in LETTERS:
                yield f"{block}: {indicator} is {letter!r}, expected f, n or u"


def _row_faults(row: Mapping[str, str], ids: Collection[str]) -> Iterator[str]:
    if row.get("id") not in set(ids):
        yield f"no such block: {row.get('id')!r}"
    if row.get("indicator") not in LABELLED:
        yield f"indicator is {row.get('indicator')!r}, expected one of {', '.join(LABELLED)}"
    if row.get("state") not in LETTERS:
        yield f"state is {row.get('state')!r}, expected f, n or u"
    if not row.get("reason"):
        yield "no reason"
