"""An answer that nobody gave is told in the words of how the question was answered."""

import pytest

from bredvid.report.drafting.answers import question_text
from bredvid.report.drafting.material import material_of
from bredvid.review.models import Question, Round
from bredvid.review.tests import makers

pytestmark = pytest.mark.django_db


def the_round(*, kind: str, coded: bool = False) -> Round:
    """Eight took part; all of them gave the first of two answers."""
    section = makers.section()
    question = makers.question(section, "q1", ["a", "b"], kind=kind)
    Question.objects.filter(pk=question.pk).update(coded=coded)
    round_ = makers.round_with(section, frame=8, answered=8)
    for number in range(8):
        makers.answer(makers.respondent(round_, number, answers=True), question, "a")
    return round_


@pytest.mark.parametrize(
    ("kind", "coded", "swedish", "english"),
    [
        ("single", False, "svarar", "answered"),
        ("multiple", False, "har kryssat i", "ticked"),
        ("multiple", True, "nämner", "named"),
    ],
)
def test_nobody_is_said_to_have_done_what_was_asked(kind, coded, swedish, english):
    # Given a question with an answer that nobody gave
    (item,) = material_of(the_round(kind=kind, coded=coded)).items
    # When it is told
    told = {language: "\n".join(question_text(item, language)) for language in ("sv", "en")}
    # Then nobody answered, ticked or named it, as the others did
    assert f'[[says q1.b: "Ingen"]] {swedish} [[label q1.b|quoted]].' in told["sv"]
    assert f'[[says q1.b: "None"]] {english} [[label q1.b|quoted]].' in told["en"]
