"""An examination as lines of a terminal."""

from rich.console import Console
from rich.table import Table as Lines

from bredvid.register.importing.examination import Examination

_SHOWN = 25


def print_examination(found: Examination, console: Console) -> None:
    """Prints counts, the years, and the first of everything that was not understood."""
    figures = Lines("what", "number", title="What the sheet holds")
    for name, number in found.figures().items():
        figures.add_row(name.replace("_", " "), str(number))
    console.print(figures)
    _print_years(found, console)
    for note in found.notes:
        console.print(note, markup=False, highlight=False)
    if found.left_out:
        console.print("Left out, and not kept: " + ", ".join(found.left_out), markup=False, highlight=False)
    if found.problems:
        _print_problems(found, console)


def _print_years(found: Examination, console: Console) -> None:
    lines = Lines("year", "contacts in the sheet", "new", title="By year")
    for each in found.years:
        lines.add_row(str(each.year), str(each.contacts), str(each.added))
    console.print(lines)


def _print_problems(found: Examination, console: Console) -> None:
    lines = Lines("cell", "column", "what stands there", "why", "how to mend", title="Not understood: left out")
    for each in found.problems[:_SHOWN]:
        lines.add_row(*(_plain(part) for part in (each.cell, each.column, each.text, each.why, each.mend)))
    console.print(lines)
    if (rest := found.problem_count - _SHOWN) > 0:
        console.print(f"… and {rest} more; the whole list: --errors FILE.csv")


def _plain(text: str) -> str:
    return text.replace("[", "\\[")
