"""What rows hold, in the terms of the sums: what one row holds, or as many as are alike. Pure.

`held` is what is stored by column, of all of a row's columns or of some; `rows` is how many such rows there are. A
number below 0 takes them out again.
"""

from collections.abc import Iterator, Mapping

from bredvid.register.rules import sums
from bredvid.register.rules.sums import Stored

Held = Mapping[str, int]


def of_contacts(held: Held, rows: int) -> Iterator[Stored]:
    """Contacts. Beside columns: `kind` is 1 for one of a period, 2 for one tallied; `alone`, one by herself of none."""
    if "kind" in held:
        yield sums.CONTACTS, held["who"], held["kind"], rows
    if held.get("alone"):
        yield sums.ALONE, held["forms"], 0, rows
    if held.get("unmet"):
        yield sums.CROSS, held["unmet"], held["unmet_why"], rows
    yield from of_columns(held, rows)


def of_answers(held: Held, rows: int) -> Iterator[Stored]:
    """Answers to follow-ups; no column at all is how many there are."""
    if not held:
        yield sums.FOLLOW_UPS, 0, 0, rows
    yield from of_columns(held, rows)


def of_women(held: Held, rows: int) -> Iterator[Stored]:
    """Women's and girls' years. Beside columns: `again`, counted before that year; `risk`, at risk (with `forms`)."""
    again = held["again"]
    part = sums.AGAIN if again else ""
    if "risk" in held:
        yield sums.WOMEN, again, 0, rows
        yield sums.LINES + part, held["forms"], 0, rows
        if held["risk"] and not again:
            yield sums.LINES + sums.AT_RISK, held["forms"], 0, rows
    yield from of_columns(held, rows, part)


def of_columns(held: Held, rows: int, part: str = "") -> Iterator[Stored]:
    """What is said of each column by itself."""
    for column, stored in held.items():
        if column not in BESIDE:
            yield column + part, stored, 0, rows


BESIDE = frozenset({"kind", "alone", "again", "risk"})
