"""Makes a round's answers equal to the projected ones, touching only those that differ.

A round of 290 municipalities has tens of thousands of answers, so they are compared as plain tuples, not as models.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from bredvid.review.models import Answer, Round

BATCH = 900  # below the least number of variables a database takes in one statement


class Row(NamedTuple):
    """An answer by the ids of what it belongs to."""

    respondent: int
    question: int
    option: int | None
    number: Decimal | None
    day: date | None
    missing: str


def synchronise_answers(round_: Round, rows: Iterable[Row]) -> int:
    """Takes away answers that are no longer so and adds those that are new. Returns how many rows that wrote.

    Call within a transaction.
    """
    stored = Answer.objects.filter(respondent__round=round_)
    fields = ("respondent_id", "question_id", "option_id", "number", "date", "missing")
    left = {Row(*values): pk for pk, *values in stored.values_list("pk", *fields).iterator(chunk_size=10_000)}
    new = [row for row in rows if left.pop(row, None) is None]
    stale = left.values()
    for batch in batches(stale, BATCH):
        Answer.objects.filter(pk__in=batch).delete()
    Answer.objects.bulk_create((_answer(row) for row in new), batch_size=BATCH)
    return len(stale) + len(new)


def batches(items: Iterable[int], size: int) -> Iterator[list[int]]:
    """The items in lists of at most `size`."""
    left = iter(items)
    while batch := list(islice(left, size)):
        yield batch


def _answer(row: Row) -> Answer:
    return Answer(
        respondent_id=row.respondent,
        question_id=row.question,
        option_id=row.option,
        number=row.number,
        date=row.day,
        missing=row.missing,
    )
