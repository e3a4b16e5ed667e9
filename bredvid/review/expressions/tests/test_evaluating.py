"""Whether an expression holds, above all where there is no answer."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, strategies as st

from bredvid.review.expressions import Value, evaluate, parse, value_of
from bredvid.review.expressions.tests.trees import CODES, expressions, values

ANSWERS: dict[str, Value] = {
    "single": "ja",
    "several": frozenset({"a", "b"}),
    "one-of-several": frozenset({"a"}),
    "number": Decimal(12),
    "zero": Decimal(0),
    "text": "Vi har ett team",
    "postal": "12345",
    "day": date(2026, 5, 1),
}


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        ("${single} = 'ja'", True),
        ("${single} != 'ja'", False),
        ("selected(${single}, 'ja')", True),
        ("selected(${several}, 'a') and selected(${several}, 'b')", True),
        ("selected(${several}, 'c')", False),
        ("count-selected(${several}) = 2", True),
        ("${one-of-several} = 'a'", True),
        ("${several} = 'a'", False),
        ("${number} > 5", True),
        ("${number} = 12.0", True),
        ("${number} + 1 = 13", True),
        ("${number} div 5 = 2.4", True),
        ("${number} mod 5 = 2", True),
        ("-${number} < 0", True),
        ("${number} div ${zero} = 1", False),
        ("string-length(${text}) = 15", True),
        ("regex(${postal}, '[0-9]{5}')", True),
        ("regex(${postal}, '[0-9]{4}')", False),
        ("${day} >= date('2026-05-01')", True),
        ("${day} < date('2026-05-01')", False),
        ("${day} - date('2026-04-01') = 30", True),
        ("${day} + 30 = date('2026-05-31')", True),
        ("${day} <= today()", True),
        ("${day} > today() - 10", False),
        ("not(${single} = 'ja') or true()", True),
    ],
)
def test_an_answer_is_compared_by_what_it_is(written, holds):
    assert evaluate(parse(written), ANSWERS, today=date(2026, 11, 23)) is holds


@pytest.mark.parametrize(
    ("written", "holds"),
    [
        ("${none} = ''", True),
        ("${none} != ''", False),
        ("${none} = 'ja'", False),
        ("${none} != 'ja'", True),
        ("${none} = 0", False),
        ("${none} != 0", True),
        ("${none} < 1", False),
        ("${none} >= 0", False),
        ("not(${none} >= 0)", True),
        ("${none} + 1 = 1", False),
        ("${none} + 1 = ''", True),
        ("selected(${none}, 'a')", False),
        ("count-selected(${none}) = 0", True),
        ("string-length(${none}) = 0", True),
        ("regex(${none}, '[0-9]*')", True),
        ("regex(${none}, '[0-9]+')", False),
        ("${none} < today()", False),
        ("${zero} = ''", False),
        ("${zero} = 0", True),
        ("${text} > 5", False),
        ("${text} < 5", False),
    ],
)
def test_no_answer_is_the_empty_text_and_never_zero(written, holds):
    assert evaluate(parse(written), ANSWERS) is holds


@given(expressions(), st.dictionaries(CODES, values()), values())
def test_no_answer_of_any_kind_makes_it_raise(expression, answers, current):
    assert evaluate(expression, answers, current) in {True, False}


@pytest.mark.parametrize(
    ("kind", "stored", "value"),
    [
        ("single", {"options": ["ja"]}, "ja"),
        ("multiple", {"options": ["a", "b"]}, frozenset({"a", "b"})),
        ("multiple", {"options": []}, None),
        ("integer", {"number": "12"}, Decimal(12)),
        ("integer", {"number": "tolv"}, None),
        ("integer", {"number": "NaN"}, None),
        ("text", {"text": "Ord"}, "Ord"),
        ("text", {"text": ""}, None),
        ("single", {"options": ["kod"], "text": "Ord"}, "kod"),
        ("date", {"date": "2026-11-23"}, date(2026, 11, 23)),
        ("date", {"date": "i går"}, None),
        ("single", {}, None),
        ("single", None, None),
    ],
)
def test_a_stored_answer_becomes_a_typed_one(kind, stored, value):
    assert value_of(kind, stored) == value
