"""Any questionnaire with any answers: every figure, wherever it stands, is what a patient person counts by hand."""

from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.extra.django import TestCase

from bredvid.review import reads
from bredvid.review.models import Round
from bredvid.review.results import Result
from tests.brute_force import Expected, expected, facts, quartiles, took_part
from tests.built_rounds import built
from tests.random_rounds import COUNTIES, GROUPS, Place, RandomRound, rounds

# A round takes a quarter of a second to build, so a failing one is printed as it was found and not made smaller.
HOW = settings(
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much],
)


def as_counted(result: Result) -> Expected:
    counts = {figure.option: figure.count for figure in result.counted}
    return Expected(result.base.asked, result.base.valid, result.base.frame, counts)


def without_numbers(found: Expected) -> Expected:
    return Expected(found.asked, found.valid, found.frame, found.counts)


def check(result: Result, wanted: Expected) -> None:
    assert as_counted(result) == without_numbers(wanted), result.question.code
    if not wanted.numbers:
        assert result.summary is None
        return
    summary = result.summary
    assert summary is not None
    five = [summary.minimum, summary.lower_quartile, summary.median, summary.upper_quartile, summary.maximum]
    assert (summary.n, five) == (len(wanted.numbers), quartiles(wanted.numbers))


def check_whole(random: RandomRound, round_: Round, places: list[Place], **filters: Any) -> None:
    asked = {each.code: each for each in random.questions}
    for question in reads.questions_of(round_):
        if question.options.all():
            result = reads.result_of(round_, question, **filters)
            check(result, expected(random, asked[question.code], places))


class TestRandomRounds(TestCase):
    @given(random=rounds())
    @settings(HOW, max_examples=120)
    def test_every_result_is_what_is_counted_in_the_entries(self, random):
        round_ = built(random)
        assert (round_.frame_size, round_.answered) == (len(random.places), sum(map(took_part, random.places)))
        check_whole(random, round_, list(random.places))
        for group in GROUPS:
            check_whole(random, round_, [each for each in random.places if each.group == group], group=group)
        for county in COUNTIES:
            check_whole(random, round_, [each for each in random.places if each.county == county], county=county)

    @given(random=rounds())
    @settings(HOW, max_examples=50)
    def test_breakdowns_and_parts_among_those_who_gave_an_answer_too(self, random):
        round_ = built(random)
        questions = {question.code: question for question in reads.questions_of(round_)}
        for asked in random.questions:
            if questions[asked.code].options.all():
                for name, result in reads.breakdown(round_, questions[asked.code], "group"):
                    here = [place for place in random.places if f"Grupp {place.group}" == name]
                    check(result, expected(random, asked, here))
        for asked in random.questions:
            for option in questions[asked.code].options.all():
                those = [place for place in random.places if gave(random, place, asked.code, option.code)]
                for other in random.questions:
                    if questions[other.code].options.all():
                        result = reads.result_of(round_, questions[other.code], among=option)
                        check(result, expected(random, other, those, closed=True))


def gave(random: RandomRound, place: Place, question: str, option: str) -> bool:
    if not took_part(place):
        return False
    known = facts(random, place)[question]
    return known is not None and option in known.options
