"""Weighted shares of a round are what a patient person works out, and are refused where too few answered."""

import csv
from fractions import Fraction
from pathlib import Path

import pytest

import bredvid
from bredvid.figures.figure import Figure
from bredvid.figures.weights.cells import MINIMUM, TooFewRespondentsError
from bredvid.figures.weights.raking import Raking
from bredvid.review import reads
from bredvid.review.models import Question, Round
from bredvid.review.regions import COUNTIES_OF, region_of
from bredvid.review.results import NoRows
from bredvid.review.tests import makers
from bredvid.review.weighting import weighted_question, weighted_questions

pytestmark = pytest.mark.django_db


def two_groups(*, in_a: tuple[int, int, int], in_b: tuple[int, int, int]) -> tuple[Round, Question]:
    """A round with two groups, each as (units, valid answers, yes)."""
    section = makers.section()
    asked = makers.question(section, "q1", ("ja", "nej"))
    total = in_a[0] + in_b[0]
    round_ = makers.round_with(section, frame=total, answered=in_a[1] + in_b[1])
    number = 0
    for group, (units, valid, yes) in (("A1", in_a), ("B3", in_b)):
        for at in range(units):
            county = "01" if at % 2 else "25"
            by = makers.respondent(round_, number, answers=at < valid, in_group=group, in_county=county)
            if at < valid:
                makers.answer(by, asked, "ja" if at < yes else "nej")
            number += 1
    return round_, reads.questions_of(round_).get()


def test_each_group_counts_as_much_as_it_has_members():
    round_, asked = two_groups(in_a=(10, 10, 8), in_b=(30, 10, 2))
    weighted = weighted_question(round_, asked)
    assert weighted is not None
    found = weighted.by_group.estimates["ja"]
    assert found.share == Fraction(10, 40) * Fraction(8, 10) + Fraction(30, 40) * Fraction(2, 10)
    assert (found.count, found.base.asked, found.base.valid, found.base.frame) == (10, 20, 20, 40)
    # Kish: n Σ w² / (Σ w)², with ten weights of 1 and ten of 3
    assert found.design_effect == Fraction(20 * (10 * 1 + 10 * 9), 40**2)
    assert found.effective_n == 20 / found.design_effect


def test_raked_answers_keep_both_margins():
    round_, asked = two_groups(in_a=(20, 12, 8), in_b=(30, 14, 2))
    weighted = weighted_question(round_, asked)
    assert weighted is not None
    weights = weighted.raked.weights
    assert isinstance(weights, Raking)
    margins: dict[str, float] = {}
    for cell in weights.cells:
        for category in cell.key:
            margins[category] = margins.get(category, 0) + cell.respondents * cell.weight
    assert {name: round(total, 6) for name, total in margins.items()} == {"A1": 20, "B3": 30, "SE11": 25, "SE33": 25}


def test_a_group_with_few_answers_is_merged_and_that_is_said():
    round_, asked = two_groups(in_a=(10, MINIMUM - 1, 2), in_b=(30, 10, 2))
    weighted = weighted_question(round_, asked)
    assert weighted is not None
    assert weighted.by_group.merged == ("A1+B3",)
    assert weighted.by_group.estimates["ja"].share == Fraction(4, 14)


def test_too_few_answers_in_all_are_refused():
    round_, asked = two_groups(in_a=(10, 2, 1), in_b=(30, 2, 0))
    weighted = weighted_question(round_, asked)
    assert weighted is not None
    for way in (weighted.by_group, weighted.raked):
        assert way.estimates == {}
        assert isinstance(way.refused, TooFewRespondentsError)


def test_a_follow_up_is_not_weighted():
    round_, asked = two_groups(in_a=(10, 10, 8), in_b=(30, 10, 2))
    asked.relevant = "true()"
    assert weighted_question(round_, asked) is None


def test_a_round_of_totals_cannot_be_weighted(round_2025):
    with pytest.raises(NoRows):
        weighted_questions(round_2025, [])


def test_the_bases_are_those_of_the_figures(loaded, django_assert_max_num_queries):
    demo = reads.round_by_code("demo")
    questions = list(reads.questions_of(demo))
    with django_assert_max_num_queries(3):
        weighted = weighted_questions(demo, questions)
    assert len(weighted) > 10
    for each in weighted:
        result = reads.result_of(demo, each.question)
        for option, found in each.by_group.estimates.items():
            figure = result.figure_of(option)
            assert isinstance(figure, Figure)
            assert (found.count, found.base) == (figure.count, figure.base)


def test_every_county_lies_in_the_area_that_the_register_gives_it():
    with (Path(bredvid.__file__).parent / "places" / "data" / "counties.csv").open(encoding="utf-8") as file:
        register = {row["code"]: row["nuts3"][:4] for row in csv.DictReader(file)}
    assert {code: region_of(code) for code in register} == register
    assert sum(map(len, COUNTIES_OF.values())) == len(register)
