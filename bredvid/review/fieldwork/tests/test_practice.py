"""The practice round is whole, invented throughout, and the same every time."""

import pytest

from bredvid.places.actions import load as load_places
from bredvid.places.models import Municipality
from bredvid.review.actions import load
from bredvid.review.fieldwork.practice import BEGUN, SUBMITTED, start_practice
from bredvid.review.models import Case, Entry, Fieldwork, Questionnaire, Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice():
    load_places()
    load()
    return start_practice(
        questionnaire=Questionnaire.objects.get(code="kommungranskning", version=2), like=Round.objects.get(pk="demo")
    )


def test_it_has_municipalities_at_every_stage(practice):
    states = practice.cases.values_list("state", flat=True)
    assert (list(states).count("submitted"), list(states).count("begun"), len(states)) == (SUBMITTED, BEGUN, 290)


def test_no_real_municipality_is_in_it(practice):
    real = {name for place in Municipality.objects.all() for name in (place.code, place.name, place.slug)}
    for case in practice.cases.all():
        assert case.municipality is None
        assert not {case.code, case.name, case.slug} & real


def test_its_counts_of_persons_are_bands_and_every_question_that_is_put_is_answered(practice):
    entries = Entry.objects.filter(case__fieldwork=practice, question__persons=True)
    assert entries.exists()
    assert all("number" not in entry.value for entry in entries)


def test_starting_it_again_changes_nothing(practice):
    before = Entry.objects.count()
    again = start_practice(questionnaire=practice.questionnaire, like=practice.previous)
    assert (again, Entry.objects.count(), Fieldwork.objects.count(), Case.objects.count()) == (practice, before, 1, 290)
