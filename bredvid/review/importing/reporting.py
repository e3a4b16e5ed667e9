"""An examination as lines of a terminal."""

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table as Lines

from bredvid.review.importing.examination import Change, Examination, Kind

_SHOWN = 25


def print_examination(found: Examination, console: Console) -> None:
    """Prints counts, then the first of everything that needs a look."""
    figures = Lines("what", "number", title="What the file holds")
    for name, number in found.figures().items():
        figures.add_row(name.replace("_", " "), str(number))
    console.print(figures)
    for line in _remarks(found):
        console.print(line, markup=False, highlight=False)
    if found.problems:
        _print_problems(found, console)
    for kind in (Kind.CONFLICT, Kind.CHANGED):
        _print_changes(kind, found, console)


def _remarks(found: Examination) -> Iterator[str]:
    yield from found.notes
    for column, text, meaning in found.readings[:_SHOWN]:
        yield f"{column}: “{text}” is read as {meaning}"
    if found.unmapped:
        yield "Neither read nor left out on purpose: " + ", ".join(found.unmapped)
    if found.locked:
        yield "Locked, and left as they are: " + ", ".join(found.locked[:_SHOWN])
    if found.absent_count:
        yield f"Not in the file: {found.absent_count}, such as {', '.join(found.absent[:5])}"


def _print_problems(found: Examination, console: Console) -> None:
    lines = Lines("cell", "column", "what stands there", "why", "how to mend", title="Not understood")
    for each in found.problems[:_SHOWN]:
        lines.add_row(*(_plain(part) for part in (each.cell, each.column, each.text, each.why, each.mend)))
    console.print(lines)
    if (rest := found.problem_count - _SHOWN) > 0:
        console.print(f"… and {rest} more; the whole list: --errors FILE.csv")


def _print_changes(kind: Kind, found: Examination, console: Console) -> None:
    if not found.changes[kind]:
        return
    title = "Answered otherwise by the municipality or corrected" if kind is Kind.CONFLICT else "Changed"
    lines = Lines("row", "municipality", "question", "now", "in the file", title=title)
    for change in found.changes[kind][:_SHOWN]:
        lines.add_row(str(change.row), change.case.name, change.question.code, *map(_plain, _both(change)))
    console.print(lines)


def _both(change: Change) -> tuple[str, str]:
    old = change.old
    return (_words(old.value, old.missing) if old else "", _words(dict(change.new.value), change.new.missing))


def _words(value: dict[str, object], missing: str) -> str:
    if missing:
        return f"[{missing}]"
    parts = [", ".join(part) if isinstance(part, list) else str(part) for part in value.values()]
    return " · ".join(parts)[:80]


def _plain(text: str) -> str:
    return text.replace("[", "\\[")
