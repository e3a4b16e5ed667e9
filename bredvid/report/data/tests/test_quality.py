"""The notes on quality are those of the review's ledger."""

import pytest

from bredvid.review.ledger import ledger_of
from bredvid.review.reads import round_by_code


@pytest.mark.django_db
def test_the_table_holds_every_entry_of_the_ledger(loaded, released):
    entries = ledger_of(round_by_code("2025"))
    rows = released["2025"].table("quality").records()
    assert [(e.number, e.kind.value, e.lines, e.gap, e.note_sv) for e in entries] == [
        (row["number"], row["kind"], row["lines"], row["gap"], row["text_sv"]) for row in rows
    ]


def test_the_sum_that_contradicts_the_text_is_there_with_both_numbers(released):
    rows = released["2025"].table("quality").records()
    assert [(row["stated"], row["computed"], row["gap"]) for row in rows if row["number"] == 1] == [("53", "56", 3)]


def test_a_demonstration_has_no_notes_because_it_has_no_source(released):
    assert released["demo"].table("quality").rows == ()
