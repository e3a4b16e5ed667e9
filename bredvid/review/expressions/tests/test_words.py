"""Conditions in words, for the one who answers."""

import pytest
from hypothesis import given

from bredvid.review.expressions import describe, describe_relevance, describe_rule, form_from, parse
from bredvid.review.expressions.tests.makers import options, question, questionnaire, section
from bredvid.review.expressions.tests.trees import expressions

FORM = form_from(
    questionnaire(
        section("a", question("r0", "register"), question("q1", "single", options("ja", "vet ej"))),
        section(
            "b",
            question("q2", "multiple", options("x", "y"), constraint="count-selected(.) <= 1"),
            question("q3", "integer", depends_on="q1.ja", relevant="${q2} != ''", constraint=". >= 0.5"),
            question("q4", "date", constraint=". <= today()"),
            relevant="${q1} = 'ja'",
        ),
    )
)


@pytest.mark.parametrize(
    ("written", "swedish", "english"),
    [
        ("${q1} = 'ja'", "om ni svarat Ja på fråga 1", "if you answered Ja! to question 1"),
        ("selected(${q1}, 'ja')", "om ni svarat Ja på fråga 1", None),
        ("${q1} = 'vet ej'", "om ni svarat ”Vet ej” på fråga 1", None),
        ("${q1} != 'ja'", "om ni inte svarat Ja på fråga 1", None),
        ("not(selected(${q2}, 'x'))", "om ni inte svarat X på fråga 2", "if you did not answer X! to question 2"),
        ("${q2} = ''", "om ni inte svarat på fråga 2", "if you did not answer question 2"),
        ("'' != ${q2}", "om ni svarat på fråga 2", "if you answered question 2"),
        ("5 < ${q3}", "om svaret på fråga 3 är större än 5", "if the answer to question 3 is more than 5"),
        ("${q3} >= 1.5", "om svaret på fråga 3 är minst 1,5", "if the answer to question 3 is at least 1.5"),
        ("${q4} < date('2026-01-01')", "om svaret på fråga 4 är före 2026-01-01", None),
        ("count-selected(${q2}) > 1", "om antalet valda svar på fråga 2 är större än 1", None),
        ("${q3} + 1 = 2", "om svaret på fråga 3 plus 1 är 2", None),
        ("${q3} = 1 and (${q2} = '' or ${q1} = 'ja')",
         "om svaret på fråga 3 är 1 och (ni inte svarat på fråga 2 eller ni svarat Ja på fråga 1)", None),
        ("${r0} = ''", "om ni inte svarat på frågan ”Om r0”", None),
        ("${q1} = 'ja' or ${q1} = 'vet ej'", "om ni svarat Ja eller ”Vet ej” på fråga 1", None),
        ("selected(${q2}, 'x') or selected(${q2}, 'y') or ${q3} = 1",
         "om ni svarat X eller Y på fråga 2 eller svaret på fråga 3 är 1", None),
        ("${gone} = 'a'", "om svaret på frågan ”gone” är ”a”", None),
    ],
)  # fmt: skip
def test_a_condition_is_told_with_numbers_and_labels(written, swedish, english):
    expression = parse(written)
    assert describe(expression, FORM, "sv") == swedish
    assert english is None or describe(expression, FORM, "en") == english


def test_all_conditions_of_a_question_are_told_together():
    asked = FORM.by_code["q3"]
    assert describe_relevance(asked, FORM, "sv") == "om ni svarat Ja på fråga 1 och ni svarat på fråga 2"
    assert describe_relevance(FORM.by_code["q1"], FORM, "sv") == ""


def test_what_an_answer_must_fulfil_is_told():
    assert describe_rule(FORM.by_code["q3"], FORM, "sv") == "svaret är minst 0,5"
    assert describe_rule(FORM.by_code["q4"], FORM, "en") == "the answer is no later than today’s date"
    assert describe_rule(FORM.by_code["q2"], FORM, "sv") == "antalet valda svar är högst 1"
    assert describe_rule(FORM.by_code["q1"], FORM, "sv") == ""


@given(expressions())
def test_everything_that_can_be_written_can_be_told(expression):
    for language, lead in (("sv", "om "), ("en", "if ")):
        assert describe(expression, FORM, language).startswith(lead)
