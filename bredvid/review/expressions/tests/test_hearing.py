"""A reason that is offered as an answer is heard as one, whether it was chosen or given as a reason."""

import pytest

from bredvid.review.expressions.form import form_from
from bredvid.review.expressions.hearing import heard
from bredvid.review.expressions.tests import makers

UNKNOWN = {"code": "vet-ej", "label_sv": "Vet ej", "label_en": "Do not know", "missing": "dont_know"}
YES = {"code": "ja", "label_sv": "Ja", "label_en": "Yes", "missing": ""}


@pytest.fixture
def question():
    """A question that offers "do not know" among its answers."""
    row = makers.question("q1", "single", [YES, UNKNOWN])
    return form_from({"code": "f", "version": 1, "sections": [makers.section("s", row)]}).by_code["q1"]


@pytest.mark.parametrize(("stored", "missing"), [({"options": ["vet-ej"]}, ""), ({}, "dont_know")])
def test_an_offered_reason_is_heard_as_the_answer_it_is(question, stored, missing):
    assert heard(question, stored, missing) == "vet-ej"


def test_a_reason_that_is_not_offered_is_no_answer(question):
    assert heard(question, {}, "refused") is None


def test_an_answer_is_heard_as_it_is(question):
    assert heard(question, {"options": ["ja"]}) == "ja"
