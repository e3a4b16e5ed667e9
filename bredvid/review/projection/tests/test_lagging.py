"""How far a draft lags behind the field is counted answer by answer, from what both of them say."""

from datetime import date

import pytest

from bredvid.review.models import Answer, Case, Entry, Fieldwork, Round
from bredvid.review.projection import Lag, NotProjectable, build, lag_of
from bredvid.review.projection.tests.makers import BANDS, UNTOUCHED, case, entry, fieldwork, question

pytestmark = pytest.mark.django_db
NOTHING = Lag(0, 0, 0)


@pytest.fixture
def field() -> Fieldwork:
    """Two that have answered, and one that has not begun."""
    made = fieldwork(
        question("q2", "single", ("ja", "nej")),
        question("q3", "multiple", ("a", "b"), relevant="${q2} = 'ja'"),
        question("q8", "count", BANDS, persons=True),
    )
    for number in (1, 2):
        asked = case(made, number)
        entry(asked, "q2", {"options": ["ja"]})
        entry(asked, "q3", {"options": ["a"]})
        entry(asked, "q8", {"number": "3"})
    case(made, 3, **UNTOUCHED)
    return made


def drafted(field: Fieldwork) -> Round:
    return build(field, draft=True, edition=1, published_on=date(2026, 11, 23))


def of(field: Fieldwork, number: int) -> Case:
    return field.cases.get(code=f"{number:04}")


def test_a_draft_that_was_just_built_does_not_lag_and_counting_writes_nothing(field):
    draft = drafted(field)
    before = set(Answer.objects.values_list("pk", flat=True))
    assert lag_of(field, draft) == NOTHING
    assert not lag_of(field, draft)
    assert set(Answer.objects.values_list("pk", flat=True)) == before


def test_each_answer_that_changed_is_counted_once_however_many_options_it_has(field):
    draft = drafted(field)
    entry(of(field, 1), "q3", {"options": ["b"]})
    entry(of(field, 1), "q8", {"number": "20"})
    entry(of(field, 2), "q3", {"options": ["a", "b"]})
    assert lag_of(field, draft) == Lag(3, 2, 0)


def test_an_answer_that_makes_another_one_unasked_counts_for_both(field):
    draft = drafted(field)
    entry(of(field, 1), "q2", {"options": ["nej"]})
    assert lag_of(field, draft) == Lag(2, 1, 0)


def test_who_hands_in_after_the_draft_is_counted_with_what_it_answered(field):
    draft = drafted(field)
    late = of(field, 3)
    entry(late, "q2", {"options": ["ja"]})
    Case.objects.filter(pk=late.pk).update(state="submitted", submitted_at="2026-11-24T12:00Z", outcome="complete")
    # What it left blank is no answer that came.
    assert lag_of(field, draft) == Lag(1, 1, 0)


def test_what_says_the_same_in_the_report_does_not_lag(field):
    draft = drafted(field)
    # Another number in the same band, and an answer that was changed and changed back
    entry(of(field, 1), "q8", {"number": "4"})
    entry(of(field, 2), "q2", {"options": ["nej"]})
    entry(of(field, 2), "q2", {"options": ["ja"]})
    assert lag_of(field, draft) == NOTHING


def test_what_has_not_been_handed_in_does_not_lag(field):
    draft = drafted(field)
    entry(of(field, 3), "q2", {"options": ["ja"]})
    assert lag_of(field, draft) == NOTHING


def test_that_one_declines_is_told_though_it_is_no_answer(field):
    draft = drafted(field)
    Case.objects.filter(pk=of(field, 3).pk).update(outcome="refusal")
    assert lag_of(field, draft) == Lag(0, 0, 1)


def test_one_that_was_not_in_the_draft_is_told(field):
    draft = drafted(field)
    entry(case(field, 4), "q2", {"options": ["ja"]})
    assert lag_of(field, draft) == Lag(1, 1, 0)


def test_building_anew_catches_up(field):
    entry(of(field, 1), "q3", {"options": ["b"]})
    assert lag_of(field, drafted(field)) == NOTHING


def test_an_entry_the_form_does_not_allow_is_not_counted_as_something_else(field):
    draft = drafted(field)
    wrong = entry(of(field, 1), "q2", {"options": ["ja"]})
    Entry.objects.filter(pk=wrong.pk).update(value={"options": ["kanske"]})
    with pytest.raises(NotProjectable):
        lag_of(field, draft)
