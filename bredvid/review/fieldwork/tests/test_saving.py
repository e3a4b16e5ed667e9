"""An answer is saved once, never overwritten unknowingly, and never lost."""

import pytest

from bredvid.review.fieldwork.saving import Conflict, NotOpen, save_answer
from bredvid.review.fieldwork.submitting import reopen, set_locked, submit
from bredvid.review.fieldwork.tests import makers
from bredvid.review.fieldwork.values import ValueRefused
from bredvid.review.models import Case, Entry

pytestmark = pytest.mark.django_db


def test_an_answer_is_saved_with_its_revision():
    case = makers.case()
    question = makers.question_of(case)
    saved = save_answer(case=case, question=question, value={"options": ["ja"]}, seen=0)
    assert saved.written
    assert saved.entry is not None
    assert (saved.entry.revision, saved.entry.value) == (1, {"options": ["ja"]})
    assert Case.objects.get(pk=case.pk).state == Case.State.BEGUN


def test_saving_the_same_twice_writes_once():
    case = makers.case()
    question = makers.question_of(case)
    for _ in range(2):
        save_answer(case=case, question=question, value={"options": ["ja"]}, seen=0)
    assert Entry.objects.filter(case=case).count() == 1


def test_two_who_saw_the_same_do_not_overwrite_each_other():
    # Given two people who both saw the question unanswered
    case = makers.case()
    question = makers.question_of(case)
    save_answer(case=case, question=question, value={"options": ["ja"]}, seen=0)
    # When the second saves another answer
    with pytest.raises(Conflict) as conflict:
        save_answer(case=case, question=question, value={"options": ["nej"]}, seen=0)
    # Then she is told what holds, and it still does
    assert conflict.value.current.value == {"options": ["ja"]}
    assert [entry.value for entry in Entry.objects.filter(case=case)] == [{"options": ["ja"]}]


def test_a_changed_answer_keeps_the_former():
    case = makers.case()
    question = makers.question_of(case)
    save_answer(case=case, question=question, value={"options": ["ja"]}, seen=0)
    save_answer(case=case, question=question, value={"options": ["nej"]}, seen=1)
    history = Entry.objects.filter(case=case).order_by("revision").values_list("value", "superseded")
    assert list(history) == [({"options": ["ja"]}, True), ({"options": ["nej"]}, False)]


def test_nothing_is_taken_after_submission_until_it_is_opened_again():
    case = makers.case()
    question = makers.question_of(case)
    assert submit(case=case)
    with pytest.raises(NotOpen):
        save_answer(case=case, question=question, value={"options": ["ja"]}, seen=0)
    assert reopen(case=case)
    assert save_answer(case=case, question=question, value={"options": ["ja"]}, seen=0).written


def test_a_locked_case_is_not_opened():
    case = makers.case()
    submit(case=case)
    set_locked(case=case, locked=True)
    with pytest.raises(NotOpen):
        reopen(case=case)


@pytest.mark.parametrize(
    ("number", "band"), [("0", "0-5"), ("3", "0-5"), ("5", "0-5"), ("6", "6-14"), ("30", "15-30"), ("31", "over-30")]
)
def test_a_number_of_persons_is_stored_with_its_band(number, band):
    case = makers.case(makers.fieldwork(makers.question("q8", "count", *makers.BANDS, persons=True)))
    saved = save_answer(case=case, question=makers.question_of(case, "q8"), value={"number": number}, seen=0)
    assert saved.entry is not None
    assert saved.entry.value == {"number": number, "options": [band]}


@pytest.mark.parametrize("value", [{"options": ["nix"]}, {"options": ["ja", "nej"]}, {"number": "3"}, {"text": "hej"}])
def test_what_the_question_does_not_take_is_refused(value):
    case = makers.case()
    with pytest.raises(ValueRefused):
        save_answer(case=case, question=makers.question_of(case), value=value, seen=0)
    assert not Entry.objects.exists()


def test_an_empty_answer_to_an_unanswered_question_is_nothing():
    case = makers.case()
    assert not save_answer(case=case, question=makers.question_of(case), value={}, seen=0).written
