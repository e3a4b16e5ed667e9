"""What may leave the fieldwork of one municipality's answers, kind by kind."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from bredvid.review.projection.project import Given, NotProjectable, Projected, project
from bredvid.review.projection.tests.makers import BANDS, form, question

YES_NO = ("ja", "nej", "vet-ej:dont_know")


def projected(asked: dict[str, Any], value: dict[str, Any] | None = None, missing: str = "") -> list[Projected]:
    return project(form(asked), {asked["code"]: Given(value or {}, missing)})


@pytest.mark.parametrize(
    ("count", "band"),
    [("0", "0-5"), ("3", "0-5"), ("5", "0-5"), ("6", "6-14"), ("14", "6-14"), ("15", "15-30"), ("30", "15-30"),
     ("31", "over-30"), ("261", "over-30"), ("6.0", "6-14")],
)  # fmt: skip
def test_a_count_of_persons_becomes_its_band_and_never_a_number(count, band):
    asked = question("q8", "count", BANDS, persons=True)
    assert projected(asked, {"number": count, "options": [band]}) == [Projected("q8", band)]
    assert projected(asked, {"number": count}) == [Projected("q8", band)]


@pytest.mark.parametrize("number", ["-1", "3.5", "NaN", "Infinity", "tre"])
def test_what_is_no_count_is_refused_without_repeating_it(number):
    with pytest.raises(NotProjectable, match="q8") as refused:
        projected(question("q8", "count", BANDS, persons=True), {"number": number})
    assert number not in str(refused.value)


def test_a_whole_number_of_persons_without_bands_says_only_that_it_was_answered():
    assert projected(question("q8", "integer", persons=True), {"number": "3"}) == [Projected("q8", "angivet")]


@pytest.mark.parametrize(("kind", "number"), [("integer", "12"), ("decimal", "12.5"), ("decimal", "-0.000001")])
def test_a_number_of_something_else_is_kept(kind, number):
    assert projected(question("q", kind), {"number": number}) == [Projected("q", "angivet", number=Decimal(number))]


def test_a_date_is_kept():
    assert projected(question("q", "date"), {"date": "2026-02-28"}) == [
        Projected("q", "angivet", day=date(2026, 2, 28))
    ]


def test_own_words_stay_in_the_field():
    assert projected(question("q", "text"), {"text": "Anna hjälpte tre"}) == [Projected("q", "angivet")]


def test_own_words_that_are_coded_become_their_codes():
    asked = question("q", "text", ("polis", "skola"), coded=True, exclusivity="multiple")
    assert projected(asked, {"options": ["polis", "skola"], "text": "Anna"}) == [
        Projected("q", "polis"),
        Projected("q", "skola"),
    ]


def test_a_value_beside_reasons_only_is_known_and_none_of_them():
    reasons = ("vet-ej:dont_know",)
    assert projected(question("q", "text", reasons), {"text": "Anna"}) == [Projected("q")]
    assert projected(question("q", "integer", reasons), {"number": "7"}) == [Projected("q", number=Decimal(7))]


def test_own_words_that_are_not_coded_yet_are_not_accounted_for():
    asked = question("q", "single", ("chef", "annan"), coded=True)
    assert projected(asked, {"text": "Anna, chef"}) == [Projected("q", missing="uncodable")]


def test_none_of_several_options_is_an_answer():
    assert projected(question("q", "multiple", ("a", "b")), {"options": []}) == [Projected("q")]


def test_a_reason_the_questionnaire_offers_is_that_answer():
    asked = question("q", "single", YES_NO)
    assert projected(asked, missing="dont_know") == [Projected("q", "vet-ej")]
    assert projected(asked, {"options": ["vet-ej"]}) == [Projected("q", "vet-ej")]


def test_a_reason_the_questionnaire_offers_is_heard_by_conditions():
    asked = question("q2", "single", YES_NO), question("q3", "single", YES_NO, depends_on="q2.vet-ej")
    assert project(form(*asked), {"q2": Given(missing="dont_know")})[1] == Projected("q3", missing="blank")


@pytest.mark.parametrize("missing", ["dont_know", "no_statistics", "refused", "blank"])
def test_another_reason_stands_as_why_there_is_no_value(missing):
    asked = question("q", "single", ("ja", "nej"))
    assert projected(asked, missing=missing) == [Projected("q", missing=missing)]


def test_what_was_left_is_blank():
    assert project(form(question("q", "single", YES_NO)), {}) == [Projected("q", missing="blank")]


def test_a_question_that_was_not_put_is_not_asked_whatever_was_entered():
    first = question("q2", "single", YES_NO)
    second = question("q3", "single", YES_NO, relevant="${q2} = 'ja'")
    third = question("q4", "text", depends_on="q3.ja")
    answers = {"q2": Given({"options": ["nej"]}), "q3": Given({"options": ["ja"]}), "q4": Given({"text": "Anna"})}
    assert project(form(first, second, third), answers) == [
        Projected("q2", "nej"),
        Projected("q3", missing="not_asked"),
        Projected("q4", missing="not_asked"),
    ]


def test_a_section_that_was_not_put_takes_its_questions_along():
    asked = (question("q2", "single", YES_NO), question("q3", "multiple", ("a", "b")))
    answers = {"q2": Given({"options": ["nej"]}), "q3": Given({"options": ["a"]})}
    assert project(form(*asked, relevant="${q2} = 'ja'"), answers)[1] == Projected("q3", missing="not_asked")


def test_notes_and_registers_have_no_answers():
    assert project(form(question("r0", "register"), question("n", "note")), {}) == []


@pytest.mark.parametrize(
    ("kind", "value"),
    [("single", {"options": ["kanske"]}), ("single", {"options": ["ja", "nej"]}), ("multiple", {"options": ["x"]}),
     ("count", {"options": ["40-50"]})],
)  # fmt: skip
def test_what_should_have_been_refused_is_refused(kind, value):
    with pytest.raises(NotProjectable):
        projected(question("q", kind, ("ja", "nej")), value)


def test_an_unknown_question_is_refused():
    with pytest.raises(NotProjectable, match="no question q9"):
        project(form(question("q", "single", YES_NO)), {"q9": Given({"options": ["ja"]})})
