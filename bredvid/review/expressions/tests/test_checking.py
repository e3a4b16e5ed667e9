"""A questionnaire's conditions are tested before anybody answers it."""

from typing import Any

import pytest
from hypothesis import given

from bredvid.review.expressions import check_questionnaire
from bredvid.review.expressions.tests.makers import Row, options, question, section
from bredvid.review.tests.strategies import questionnaires


def the_form(**last: Any) -> list[Row]:
    """Six questions of different kinds, and a last one with what is to be tested."""
    return [
        section(
            "a",
            question("one", "single", options("ja", "nej")),
            question("many", "multiple", options("x", "y")),
            question("numbered", "single", options("1", "2")),
            question("number", "integer"),
            question("day", "date"),
            question("words", "text"),
            question("told", "note"),
            question("own-words", "single", options("kod"), coded=True),
            question("last", **last),
            question("later", "text"),
        )
    ]


@pytest.mark.parametrize(
    "relevant",
    [
        "",
        "${one} = 'ja' and selected(${many}, 'x') and count-selected(${many}) > 1",
        "${number} > 3 and ${number} + 1 != 5 and ${words} = ''",
        "${day} >= date('2026-01-01') and ${day} - date('2026-01-01') < 30",
        "${numbered} = 1 or ${numbered} > 1 or selected(${numbered}, '2')",
        "${many} != '' and not(${own-words} = '') and ${words} = 'ord'",
        "string-length(${words}) > 3 or regex(${number}, '[0-9]+')",
    ],
)
def test_what_makes_sense_is_accepted(relevant):
    assert check_questionnaire(the_form(relevant=relevant)) == []


@pytest.mark.parametrize(
    ("relevant", "words"),
    [
        ("${one} = 'ja", "character 10: the text that begins with ' has no end"),
        ("${nobody} = 'ja'", "there is no question 'nobody'"),
        ("${later} = 'ja'", "question 'later' comes later"),
        ("${last} = 'ja'", "cannot depend on its own answer"),
        ("${told} = ''", "nobody is asked 'told'"),
        (". = 'ja'", "only a constraint has"),
        ("${day} < today()", "only stand in a constraint"),
        ("${one} = 'kanske'", "question 'one' has no answer 'kanske'"),
        ("selected(${many}, 'z')", "question 'many' has no answer 'z'"),
        ("${many} = 'x'", "takes several answers; write selected(${many}, 'x')"),
        ("${one} > 'ja'", "no order to compare by"),
        ("${numbered} = 3", "question 'numbered' has no answer '3'"),
        ("selected(${number}, '1')", "selected() needs a question with options, and question 'number' is a number"),
        ("selected(${own-words}, 'kod')", "words that are coded afterwards"),
        ("count-selected(${one}) = 1", "question 'one' is not one"),
        ("${number} = '3'", "write a number without quotation marks"),
        ("${day} > '2026-01-01'", "write a date as date('2026-01-31')"),
        ("${number} < ''", "an answer is given (!= '') or not (= '')"),
        ("${words} + 1 = 2", "a text + a number cannot be computed"),
        ("${day} > 3", "a date cannot be compared with a number by >"),
        ("-${day} = 3", "cannot be computed"),
        ("string-length(${many}) = 1", "string-length() and regex() need a text"),
    ],
)
def test_what_makes_no_sense_is_said_once_in_words(relevant, words):
    problems = check_questionnaire(the_form(relevant=relevant))
    assert [(problem.code, problem.field) for problem in problems] == [("last", "relevant")]
    assert words in problems[0].message


@pytest.mark.parametrize(
    ("kind", "constraint", "words"),
    [
        ("integer", ". >= 0 and . < ${number}", None),
        ("date", ". <= today()", None),
        ("count", ". != '0-5' and . >= 0", None),
        ("integer", "${last} > 0", "write '.' for the answer itself"),
        ("text", ". > 0", "a number cannot be compared with a text"),
        ("integer", "selected(., 'x')", "selected() needs a question with options"),
    ],
)
def test_a_constraint_is_about_the_answer_itself(kind, constraint, words):
    bands = options("0-5", "6-14") if kind == "count" else []
    problems = check_questionnaire(the_form(kind=kind, choices=bands, constraint=constraint))
    assert [words in problem.message for problem in problems] == ([True] if words else [])


@pytest.mark.parametrize(
    ("depends_on", "words"),
    [
        ("one.ja", None),
        ("own-words.kod", None),
        ("one.kanske", "question 'one' has no answer 'kanske'"),
        ("later.ja", "comes later"),
        ("nobody.ja", "there is no question"),
    ],
)
def test_a_follow_up_hangs_on_an_option_that_exists(depends_on, words):
    problems = check_questionnaire(the_form(depends_on=depends_on))
    assert [words in problem.message for problem in problems] == ([True] if words else [])


def test_a_section_may_only_depend_on_sections_before_it():
    first = section("a", question("one", "single", options("ja")))
    second = section("b", question("two", "text"), relevant="${two} = '' and ${one} = 'ja'")
    problems = check_questionnaire([first, second])
    assert [str(problem) for problem in problems] == [
        "b relevant: question 'two' comes later; only earlier answers are known"
    ]


@given(questionnaires())
def test_the_random_questionnaires_of_our_tests_are_sound(questionnaire):
    assert check_questionnaire(questionnaire["sections"]) == []


@pytest.mark.parametrize("kind", ["integer", "decimal"])
def test_a_number_of_persons_decides_nothing_that_is_published(kind):
    # Who is asked the next question is public, so a condition could give the number away digit by digit.
    form = [section("a", question("n", kind, persons=True), question("next", relevant="${n} = 3"))]
    assert "would show in who is asked" in check_questionnaire(form)[0].message
    form = [section("a", question("n", kind, persons=True)), section("b", question("next"), relevant="${n} = 3")]
    assert "would show in who is asked" in check_questionnaire(form)[0].message


def test_a_number_of_persons_may_be_held_against_another_as_it_is_answered():
    rule = question("part", "integer", persons=True, constraint=". <= ${n}")
    assert check_questionnaire([section("a", question("n", "integer", persons=True), rule)]) == []


def test_whether_persons_were_counted_at_all_may_decide_what_is_asked():
    asked = question("why", relevant="${n} = ''")
    assert check_questionnaire([section("a", question("n", "integer", persons=True), asked)]) == []


def test_a_band_of_persons_may_decide_what_is_asked():
    bands = options("0-5", "over-30")
    form = [section("a", question("n", "count", bands, persons=True), question("next", relevant="${n} = '0-5'"))]
    assert check_questionnaire(form) == []
