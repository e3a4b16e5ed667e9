"""The forms that ship are sound: what is asked can be answered, counted and compared, in both languages."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bredvid.review.documents import Row
from bredvid.review.expressions import check_questionnaire
from bredvid.review.loading import ROUNDS
from bredvid.review.models import Questionnaire
from bredvid.review.questionnaire_documents import questionnaire_files, read_questionnaire
from bredvid.review.xlsform.writing import hanging_on

OURS = questionnaire_files()
EVERY = [*OURS, *sorted(ROUNDS.glob("*/questionnaire.toml"))]
RECOMMENDATIONS = {f"R{number}" for number in range(1, 10)}
BANDS = ("0-5", "6-14", "15-30", "over-30")
CHOICES = {"single", "ordinal", "multiple"}

of_every = pytest.mark.parametrize("path", EVERY, ids=lambda path: f"{path.parent.name}/{path.name}")
of_ours = pytest.mark.parametrize("path", OURS, ids=lambda path: path.name)


def questions(path: Path) -> Iterator[Row]:
    for section in read_questionnaire(path)["sections"]:
        yield from section["questions"]


def codes(path: Path, *, wrong) -> list[str]:
    return [question["code"] for question in questions(path) if wrong(question)]


def values(question: Row) -> tuple[str, ...]:
    return tuple(option["code"] for option in question["options"] if not option["missing"])


@of_every
def test_every_condition_asks_for_an_answer_that_can_have_been_given(path):
    assert [str(problem) for problem in check_questionnaire(read_questionnaire(path)["sections"])] == []


@of_every
def test_what_a_question_hangs_on_is_not_said_again_in_its_condition(path):
    def wrong(question: Row) -> bool:
        return bool(question["depends_on"]) and hanging_on(question["depends_on"], {}) in question["relevant"]

    assert codes(path, wrong=wrong) == []


@of_every
def test_whatever_is_said_in_swedish_is_said_in_english_too(path):
    pairs = ("hint", "note", "unit", "constraint_message")
    assert (
        codes(path, wrong=lambda each: any(bool(each[f"{key}_sv"]) != bool(each[f"{key}_en"]) for key in pairs)) == []
    )


@of_ours
def test_every_recommendation_is_measured_by_a_question(path):
    assert {question["recommendation"] for question in questions(path)} - {""} == RECOMMENDATIONS


@of_ours
def test_a_count_of_persons_is_given_in_the_one_list_of_bands(path):
    counts = [question for question in questions(path) if question["kind"] == "count"]
    assert counts
    assert {(question["persons"], values(question)) for question in counts} == {(True, BANDS)}


@of_ours
def test_nothing_but_a_count_in_bands_counts_women_and_girls(path):
    assert codes(path, wrong=lambda each: "tjejer" in each["unit_sv"] and each["kind"] != "count") == []


@of_ours
def test_a_count_of_persons_is_of_those_in_prostitution_or_of_those_in_pornography_and_never_of_both(path):
    both = ("prostitution", "pornografi")
    assert codes(path, wrong=lambda each: each["persons"] and sum(word in each["text_sv"] for word in both) != 1) == []


@of_ours
def test_every_number_has_a_unit_and_cannot_be_less_than_nought(path):
    numbers = {"count", "integer", "decimal"}
    assert (
        codes(path, wrong=lambda each: each["kind"] in numbers and not (each["unit_sv"] and each["constraint"])) == []
    )


@of_ours
def test_every_question_says_whether_its_answers_exclude_each_other(path):
    def wrong(question: Row) -> bool:
        return bool((question["kind"] == "multiple") != (question["exclusivity"] == "multiple"))

    assert codes(path, wrong=wrong) == []


@of_ours
def test_not_knowing_is_an_answer_to_every_question_on_what_the_municipality_does(path):
    def wrong(question: Row) -> bool:
        asks = question["kind"] in CHOICES | {"count"} and not question["coded"] and bool(question["recommendation"])
        return asks and not any(option["missing"] == "dont_know" for option in question["options"])

    assert codes(path, wrong=wrong) == []


@of_ours
def test_an_answer_is_never_demanded_that_the_one_who_answers_cannot_choose(path):
    assert codes(path, wrong=lambda each: each["required"] and each["kind"] not in CHOICES | {"count"}) == []


@of_ours
def test_most_of_the_questions_that_everybody_gets_are_one_choice(path):
    put = [question for question in questions(path) if not question["relevant"] and question["kind"] != "register"]
    assert sum(question["kind"] in {"single", "ordinal"} for question in put) > len(put) / 2


def test_the_form_of_2026_stands_in_the_database_beside_the_one_of_2025(loaded):
    versions = Questionnaire.objects.filter(code="kommungranskning").order_by("version")
    assert [(each.version, each.reconstructed) for each in versions] == [(1, True), (2, False)]


def test_a_question_that_takes_an_own_value_has_the_figure_that_it_was_answered(loaded):
    form = Questionnaire.objects.get(code="kommungranskning", version=2)
    section = form.sections.get(code="jourer")
    assert [option.code for option in section.questions.get(code="n3a").options.all()] == ["angivet"]
