"""A question that concerns only some is a share of those it was put to, whatever says whom it concerns."""

from fractions import Fraction

import pytest

from bredvid.review import reads
from bredvid.review.models import Missing, Question, Round
from bredvid.review.tests import makers

pytestmark = pytest.mark.django_db


def three_who_answered(**conditional: object) -> Round:
    """Two of three are concerned by q2; one of them says yes, the other left it. A fourth was silent."""
    section = makers.section()
    first = makers.question(section, "q1", ("ja", "nej"))
    second = makers.question(section, "q2", ("ja", "nej"))
    Question.objects.filter(pk=second.pk).update(**conditional)
    round_ = makers.round_with(section, frame=4, answered=3)
    for number, (one, two, missing) in enumerate(
        [("ja", "ja", ""), ("ja", None, Missing.BLANK), ("nej", None, Missing.NOT_ASKED)]
    ):
        by = makers.respondent(round_, number, answers=True)
        makers.answer(by, first, one)
        makers.answer(by, second, two, missing=missing)
    makers.respondent(round_, 3, answers=False)
    return round_


def base_of(round_: Round, code: str) -> tuple[int, int, int]:
    base = reads.result_of(round_, reads.questions_of(round_).get(code=code)).base
    return base.asked, base.valid, base.frame


def test_the_base_are_those_it_was_put_to():
    round_ = three_who_answered(relevant="${q1} = 'ja'")
    assert base_of(round_, "q2") == (2, 1, 2)
    assert base_of(round_, "q1") == (3, 3, 4)


def test_a_section_s_condition_counts_as_its_questions():
    round_ = three_who_answered()
    round_.questionnaire.sections.update(relevant="true()")
    assert base_of(round_, "q2") == (2, 1, 2)


def test_without_a_condition_everybody_was_asked():
    assert base_of(three_who_answered(), "q2") == (3, 1, 4)


def test_a_group_has_its_own_base():
    round_ = three_who_answered(relevant="${q1} = 'ja'")
    second = reads.questions_of(round_).get(code="q2")
    [(_, result)] = reads.breakdown(round_, second, "group")
    assert (result.base.asked, result.base.valid, result.base.frame) == (2, 1, 2)


@pytest.mark.parametrize(("kind", "persons", "known"), [("integer", False, True), ("integer", True, False)])
def test_numbers_are_told_in_brief_but_never_those_of_persons(kind, persons, known):
    section = makers.section()
    asked = makers.question(section, "q1", ("angivet",), kind=kind)
    Question.objects.filter(pk=asked.pk).update(persons=persons)
    round_ = makers.round_with(section, frame=3, answered=2)
    for number, value in enumerate((3, 10)):
        given = makers.answer(makers.respondent(round_, number, answers=True), asked, "angivet")
        type(given).objects.filter(pk=given.pk).update(number=value)
    makers.respondent(round_, 2, answers=False)
    summary = reads.results_of(round_)[0].summary
    assert (summary is not None) == known
    if summary:
        assert (summary.n, summary.median) == (2, Fraction(13, 2))
        assert (summary.minimum, summary.maximum) == (Fraction(3), Fraction(10))
