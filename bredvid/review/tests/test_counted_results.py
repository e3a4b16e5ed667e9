"""In a round with rows every result equals what a patient person would count by hand."""

from dataclasses import dataclass

from hypothesis import given, settings, strategies as st
from hypothesis.extra.django import TestCase

from bredvid.figures.figure import Figure
from bredvid.review import reads
from bredvid.review.models import Missing, Respondent, Round
from bredvid.review.results import Result
from bredvid.review.tests import makers

GROUPS, COUNTIES = ("A1", "B3"), ("01", "25")
YES_NO, SEVERAL, FOLLOW_UP = ("ja", "nej"), ("x", "y", "z"), ("p", "q")


@dataclass(frozen=True)
class Person:
    """What one respondent is and answered; None is a missing answer, "nothing" that no row was made at all."""

    answers: bool
    group: str
    county: str
    single: str | None
    several: tuple[str, ...] | None
    follow_up: str | None


PEOPLE = st.lists(
    st.builds(
        Person,
        answers=st.booleans(),
        group=st.sampled_from(GROUPS),
        county=st.sampled_from(COUNTIES),
        single=st.sampled_from((*YES_NO, None, "nothing")),
        several=st.none() | st.lists(st.sampled_from(SEVERAL), unique=True).map(tuple),
        follow_up=st.sampled_from((*FOLLOW_UP, None, "nothing")),
    ),
    max_size=9,
)


def build(people: list[Person]) -> Round:
    section = makers.section()
    single = makers.question(section, "q1", YES_NO)
    several = makers.question(section, "q2", SEVERAL, kind="multiple")
    follow_up = makers.question(section, "q1a", FOLLOW_UP, parent=single.options.get(code="ja"))
    round_ = makers.round_with(section, frame=len(people), answered=sum(person.answers for person in people))
    for number, person in enumerate(people):
        made = makers.respondent(round_, number, answers=person.answers, in_group=person.group, in_county=person.county)
        enter_one(made, single, person.single)
        enter_one(made, follow_up, person.follow_up)
        enter_several(made, several, person.several)
    return round_


def enter_one(by: Respondent, question, value: str | None) -> None:
    if value != "nothing":
        makers.answer(by, question, value, missing="" if value else Missing.BLANK)


def enter_several(by: Respondent, question, values: tuple[str, ...] | None) -> None:
    for value in values or ():
        makers.answer(by, question, value)
    if not values:
        makers.answer(by, question, missing="" if values == () else Missing.DONT_KNOW)


def by_hand(people: list[Person], question: str) -> tuple[int, int, int, dict[str, int]]:
    """Asked, valid, frame and the count of each answer."""
    took_part = [person for person in people if person.answers]
    if question == "q2":
        answered = [person.several for person in took_part if person.several is not None]
        return (
            len(took_part),
            len(answered),
            len(people),
            {key: sum(key in each for each in answered) for key in SEVERAL},
        )
    asked = took_part if question == "q1" else [person for person in took_part if person.single == "ja"]
    given = [person.single if question == "q1" else person.follow_up for person in asked]
    options = YES_NO if question == "q1" else FOLLOW_UP
    valid = [each for each in given if each in options]
    frame = len(people) if question == "q1" else len(asked)
    return len(asked), len(valid), frame, {key: valid.count(key) for key in options}


def as_counted(result: Result) -> tuple[int, int, int, dict[str, int]]:
    counts = {figure.option: figure.count for figure in result.figures if isinstance(figure, Figure)}
    return result.base.asked, result.base.valid, result.base.frame, counts


class TestCountedResults(TestCase):
    @given(people=PEOPLE)
    @settings(max_examples=25, deadline=None)
    def test_every_result_is_what_is_counted_by_hand(self, people):
        round_ = build(people)
        for result in reads.results_of(round_):
            assert as_counted(result) == by_hand(people, result.question.code)
        for group in GROUPS:
            for county in COUNTIES:
                some = [person for person in people if (person.group, person.county) == (group, county)]
                for question in reads.questions_of(round_):
                    result = reads.result_of(round_, question, group=group, county=county)
                    assert as_counted(result) == by_hand(some, question.code)

    @given(people=PEOPLE)
    @settings(max_examples=15, deadline=None)
    def test_a_breakdown_has_every_part_of_the_frame_and_loses_nobody(self, people):
        round_ = build(people)
        for question in reads.questions_of(round_):
            parts = dict(reads.breakdown(round_, question, "county"))
            assert set(parts) == {f"Län {person.county}" for person in people}
            for county in {person.county for person in people}:
                here = [person for person in people if person.county == county]
                assert as_counted(parts[f"Län {county}"]) == by_hand(here, question.code)

    @given(people=PEOPLE)
    @settings(max_examples=15, deadline=None)
    def test_missing_answers_never_become_a_no(self, people):
        round_ = build(people)
        for figure in reads.result_of(round_, reads.questions_of(round_).get(code="q1")).counted:
            # Whoever did not answer this, or did not answer at all, may still be the one or the other
            unknown = sum(not (person.answers and person.single in YES_NO) for person in people)
            assert figure.bounds == (figure.count, figure.count + unknown)

    @given(people=PEOPLE)
    @settings(max_examples=15, deadline=None)
    def test_counts_among_those_who_gave_an_answer_speak_of_them_only(self, people):
        round_ = build(people)
        questions = {question.code: question for question in reads.questions_of(round_)}
        yes = questions["q1"].options.get(code="ja")
        result = reads.result_of(round_, questions["q2"], among=yes)
        those = [person for person in people if person.answers and person.single == "ja"]
        assert as_counted(result)[3] == by_hand(those, "q2")[3]
        assert (result.base.asked, result.base.frame) == (len(those), len(those))


def test_a_whole_round_is_read_in_few_queries(loaded, django_assert_max_num_queries):
    demo = reads.round_by_code("demo")
    with django_assert_max_num_queries(5):
        assert len(reads.results_of(demo)) > 15
    q2 = reads.questions_of(demo).get(code="q2")
    with django_assert_max_num_queries(4):
        assert len(reads.breakdown(demo, q2, "county")) == 21
