"""Who answered, how fully, how evenly and how late: each number with what it is a part of."""

from datetime import UTC, date, datetime

import pytest

from bredvid.figures.response.items import State
from bredvid.review import reads
from bredvid.review.models import Round
from bredvid.review.projection import build
from bredvid.review.projection.tests.makers import UNTOUCHED, case, entry, fieldwork, question
from bredvid.review.response import items_of, outcomes_of, representativity_of, wave_comparisons, waves_of
from bredvid.review.results import NoRows

pytestmark = pytest.mark.django_db

EARLY, LATE = datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC)


def answered_round() -> Round:
    """Two early yes, one late no that left q3, a refusal and one of whom nothing is known."""
    field = fieldwork(
        question("q2", "single", ("ja", "nej", "vet-ej:dont_know")),
        question("q3", "single", ("a", "b"), relevant="${q2} = 'ja' or ${q2} = 'nej'"),
        reminders=["2026-04-01"],
    )
    for number, (answer, at) in enumerate((("ja", EARLY), ("vet-ej", EARLY), ("nej", LATE)), start=1):
        one = case(field, number, submitted_at=at, first_submitted_at=at)
        entry(one, "q2", {"options": [answer]}, at=at)
        if answer == "ja":
            entry(one, "q3", {"options": ["a"]}, at=at)
    case(field, 4, **UNTOUCHED | {"outcome": "refusal"})
    case(field, 5, **UNTOUCHED)
    return build(field, draft=False, edition=1, published_on=date(2026, 6, 1))


def test_outcomes_give_rates_of_the_whole_frame():
    outcomes = outcomes_of(answered_round())
    assert (outcomes.complete, outcomes.refusal, outcomes.unknown) == (3, 1, 1)
    assert (outcomes.rr1.numerator, outcomes.rr1.denominator) == (3, 5)


def test_an_answer_of_which_no_more_is_known_is_an_answer(loaded):
    demo = reads.round_by_code("demo")
    assert outcomes_of(demo).rr2.numerator == demo.answered


def test_each_question_tells_who_passed_it_by():
    round_ = answered_round()
    first, second = items_of(round_, reads.results_of(round_))
    assert (first.states[State.VALUE], first.states[State.DONT_KNOW], first.asked) == (2, 1, 3)
    assert (second.states[State.VALUE], second.states[State.BLANK], second.states[State.NOT_ASKED]) == (1, 1, 1)
    assert (second.asked, second.non_response.numerator) == (2, 1)


def test_states_add_up_to_the_frame_and_bases_are_those_of_the_figures(loaded):
    demo = reads.round_by_code("demo")
    results = reads.results_of(demo)
    for item, result in zip(items_of(demo, results), results, strict=True):
        assert (item.frame, item.asked) == (demo.frame_size, result.base.asked)


def test_the_response_of_the_demonstration_has_an_indicator(loaded):
    found = representativity_of(reads.round_by_code("demo"))
    assert found is not None
    assert (found.respondents, found.frame) == (73, 290)
    assert 0 < found.indicator <= 1


def test_five_units_are_too_few_for_one():
    assert representativity_of(answered_round()) is None


def test_answers_are_told_by_reminder():
    waves = waves_of(answered_round())
    assert [(wave.reminders, wave.answered, wave.so_far, wave.frame) for wave in waves] == [(0, 2, 2, 5), (1, 1, 3, 5)]


def test_early_and_late_answers_are_compared_option_by_option():
    round_ = answered_round()
    first = reads.questions_of(round_).get(code="q2")
    compared = {option.code: found for option, found in wave_comparisons(round_, first)}
    assert [(step.wave.count, step.wave.valid) for step in compared["ja"].steps] == [(1, 2), (0, 1)]
    assert compared["ja"].steps[-1].base.frame == 5
    assert wave_comparisons(round_, reads.questions_of(round_).get(code="q3")) == []


def test_without_waves_nothing_is_compared(loaded):
    demo = reads.round_by_code("demo")
    assert waves_of(demo) == []
    assert wave_comparisons(demo, reads.questions_of(demo).get(code="q2")) == []


def test_nothing_is_said_of_a_round_of_totals(round_2025):
    for read in (outcomes_of, representativity_of, waves_of):
        with pytest.raises(NoRows):
            read(round_2025)
