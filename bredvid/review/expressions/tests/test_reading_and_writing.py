"""What can be written, what is refused and in which words."""

import pytest
from hypothesis import given

from bredvid.review.expressions import ExpressionError, parse, questions_in, to_text
from bredvid.review.expressions.tests.trees import expressions


@given(expressions())
def test_what_is_written_is_read_back_as_the_same(expression):
    assert parse(to_text(expression)) == expression


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("${q2}='ja'", "${q2} = 'ja'"),
        ('${ q2 } = "ja"', "${q2} = 'ja'"),
        ("selected(${q3},'a')or(${q4}>2 and not(${q5}=''))", "selected(${q3}, 'a') or ${q4} > 2 and not(${q5} = '')"),
        ("(.>=0)and(.<=100)", ". >= 0 and . <= 100"),
        ("1 - (2 - 3) = 4", "1 - (2 - 3) = 4"),
        ("(1 - 2) - 3 = 4", "1 - 2 - 3 = 4"),
        ("-(1 + 2) * 3 < 0", "-(1 + 2) * 3 < 0"),
        (". <= today() + 30", ". <= today() + 30"),
        ("regex(., '[0-9]{5}')", "regex(., '[0-9]{5}')"),
        ("(true() or false()) and true()", "(true() or false()) and true()"),
    ],
)
def test_an_expression_has_one_way_to_be_written(written, canonical):
    assert to_text(parse(written)) == canonical
    assert to_text(parse(canonical)) == canonical


@pytest.mark.parametrize(
    ("written", "column", "words"),
    [
        ("", 1, "something is missing"),
        ("${q2}", 1, "a condition is needed"),
        ("${q2} = ", 9, "something is missing"),
        ("${q2} = 'ja", 9, "has no end"),
        ("${q2} = ’ja’", 9, "straight quotation marks"),
        ("${q 2} = 1", 1, "a question is written ${code}"),
        ("/data/q2 = 1", 1, "paths"),
        ("${q2} = 'ja' und ${q3} = 'x'", 14, "not expected"),
        ("1 < 2 < 3", 7, "two comparisons"),
        ("not(${q2})", 5, "a condition is needed"),
        ("(1 = 1) + 2 = 3", 9, "a value is needed"),
        ("position(..) = 1", 1, "'position' is not a word that can be read"),
        ("selected('a', 'b')", 10, "needs a question"),
        ("selected(${q2}, ${q3})", 17, "needs a text"),
        ("selected(${q2}, 'a b')", 17, "not an option's code"),
        (". > date('2026-02-30')", 10, "no date"),
        ("regex(., '(a')", 10, "has no end"),
        ("(1 = 1", 7, "')' is missing"),
        ("(" * 41 + "1 = 1" + ")" * 41, 41, "brackets inside each other"),
        ("1 = 1" + " and 1 = 1" * 80, 751, "words and signs"),
        ("x" * 2001, 2001, "longer than"),
        ("1 = 1 and 5 % 2 = 1", 13, "'%' cannot be read"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_column_in_words(written, column, words):
    with pytest.raises(ExpressionError) as refused:
        parse(written)
    assert words in refused.value.message
    assert refused.value.column == column


def test_the_questions_an_expression_asks_for_are_known():
    assert questions_in(parse("${a} = 1 or not(selected(${b}, 'x') and string-length(${c}) > ${a})")) == {"a", "b", "c"}
