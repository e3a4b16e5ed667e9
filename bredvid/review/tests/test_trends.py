"""A question through the rounds: joined where the grade lets it be, apart where it does not, alone where it is new."""

import pytest

from bredvid.review.models import Crosswalk, PublishedFigure
from bredvid.review.tests.trend_makers import crosswalk, form, held
from bredvid.review.trends import Line, Series, Thread, series_of, thread_of, threads

pytestmark = pytest.mark.django_db


def thread_at(code: str) -> Thread:
    found = thread_of(code)
    assert found is not None
    return found


def series(code: str) -> Series:
    return series_of(thread_at(code))


def reasons(found: Thread) -> tuple[str, str]:
    """Why it began and why it ended."""
    return found.began.note_en if found.began else "", found.ended.note_en if found.ended else ""


def drawn(line: Line) -> list[tuple[str, int | None]]:
    return [(point.round.code, getattr(point.figure, "count", None)) for point in line.points]


def rounds(found: Series) -> list[list[str]]:
    return [[round_.code for round_ in run.rounds] for run in found.runs]


def test_without_a_round_there_is_nothing_to_compare():
    form(1, {"q1": ["ja", "nej"]})
    assert threads() == []


def test_two_rounds_with_one_form_ask_the_same_question():
    one = form(1, {"q1": ["ja", "nej"]})
    held(one, 2025, {"q1": {"ja": 3, "nej": 17}})
    held(one, 2026, {"q1": {"ja": 5, "nej": 15}})
    found = series("q1")
    assert [drawn(line) for line in found.runs[0].lines] == [[("2025", 3), ("2026", 5)], [("2025", 17), ("2026", 15)]]
    assert [link.grade for link in found.runs[0].links] == ["A"]


@pytest.mark.parametrize("grade", ["A", "B"])
def test_the_same_question_in_two_forms_is_joined(grade):
    one, two = form(1, {"q1": ["ja", "nej"]}), form(2, {"q1": ["ja", "nej"]})
    crosswalk(one, two, [("q1", "q1", grade)])
    held(one, 2025, {"q1": {"ja": 3}})
    held(two, 2026, {"q1": {"ja": 5}})
    assert rounds(series("q1")) == [["2025", "2026"]]
    assert series("q1").runs[0].links[0].grade == grade


def test_a_changed_question_is_cut_between_the_rounds():
    one, two = form(1, {"q1": ["ja", "nej"]}), form(2, {"q1": ["ja", "nej"]})
    crosswalk(one, two, [("q1", "q1", "C")])
    held(one, 2025, {"q1": {"ja": 3}})
    held(two, 2026, {"q1": {"ja": 5}})
    held(two, 2027, {"q1": {"ja": 6}})
    found = series("q1")
    assert rounds(found) == [["2025"], ["2026", "2027"]]
    assert [link.grade for link in found.between] == ["C"]


def test_a_question_without_a_counterpart_is_a_thread_of_its_own_with_the_reason():
    one, two = form(1, {"q1": ["ja"]}), form(2, {"q2": ["ja"]})
    crosswalk(one, two, [("q1", "", "-"), ("", "q2", "-")])
    held(one, 2025, {"q1": {"ja": 3}})
    held(two, 2026, {"q2": {"ja": 5}})
    new, gone = threads()
    assert (new.code, reasons(new)) == ("q2", ("reason -q2", ""))
    assert (gone.code, reasons(gone)) == ("q1", ("", "reason q1-"))


def test_an_old_question_whose_code_means_something_else_now_has_an_address_of_its_own():
    one, two = form(1, {"q1": ["ja"]}), form(2, {"q1": ["nej"]})
    crosswalk(one, two, [("q1", "", "-"), ("", "q1", "-")])
    held(one, 2025, {})
    held(two, 2026, {})
    assert [thread.code for thread in threads()] == ["q1", "q1-v1"]


def test_forms_that_nobody_has_compared_are_not_compared():
    one, two = form(1, {"q1": ["ja"]}), form(2, {"q1": ["ja"]})
    held(one, 2025, {"q1": {"ja": 3}})
    held(two, 2026, {"q1": {"ja": 5}})
    assert [len(thread.asked) for thread in threads()] == [1, 1]


def test_an_answer_without_a_counterpart_is_joined_with_nothing():
    one, two = form(1, {"q1": ["ja", "nej", "borta"]}), form(2, {"q1": ["ja", "nej", "ny"]})
    crosswalk(one, two, [("q1", "q1", "A")])
    held(one, 2025, {"q1": {"ja": 3, "borta": 2}})
    held(two, 2026, {"q1": {"ja": 5, "ny": 4}})
    lines = {line.label: drawn(line) for line in series("q1").runs[0].lines}
    assert lines["ny"] == [("2026", 4)]
    assert lines["borta"] == [("2025", 2)]


def test_answers_that_were_one_before_are_added_up():
    one, two = form(1, {"q1": ["ja", "kan-inte"]}), form(2, {"q1": ["ja", "vet-ej", "ingen"]})
    crosswalk(one, two, [("q1", "q1", "B")], q1={"ja": ["ja"], "kan-inte": ["vet-ej", "ingen"]})
    held(one, 2025, {"q1": {"kan-inte": 9}})
    held(two, 2026, {"q1": {"vet-ej": 4, "ingen": 3}})
    line = series("q1").runs[0].lines[1]
    assert (line.label, drawn(line)) == ("vet-ej + ingen", [("2025", 9), ("2026", 7)])
    figure = line.points[1].figure
    assert figure is not None
    assert (figure.key, figure.base.asked) == ("2026.q1.vet-ej+ingen", 20)


def test_an_answer_of_which_a_part_has_no_number_has_none():
    one, two = form(1, {"q1": ["vet-ej", "ingen"]}), form(2, {"q1": ["kan-inte"]})
    crosswalk(one, two, [("q1", "q1", "B")], q1={"vet-ej": ["kan-inte"], "ingen": ["kan-inte"]})
    old = held(one, 2025, {}, aggregate_only=True)
    asked = one.questions.get()
    known = {"question": asked, "option": asked.options.get(code="ingen"), "unit": "municipalities"}
    PublishedFigure.objects.create(round=old, count=4, lines="1", **known)
    held(two, 2026, {"q1": {"kan-inte": 7}})
    assert [drawn(line) for line in series("q1").runs[0].lines] == [[("2025", None), ("2026", 7)]]


def test_a_draft_and_a_demonstration_are_in_no_comparison():
    one = form(1, {"q1": ["ja"]})
    held(one, 2025, {"q1": {"ja": 3}})
    held(one, 2026, {"q1": {"ja": 5}}, draft=True, code="2026-utkast")
    held(one, 2027, {"q1": {"ja": 6}}, demonstration=True, code="demo")
    assert rounds(series("q1")) == [["2025"]]


def test_a_form_that_no_round_has_used_yet_stands_last():
    one, two = form(1, {"q1": ["ja"]}), form(2, {"q1": ["ja"]})
    crosswalk(one, two, [("q1", "q1", "B")])
    held(one, 2025, {"q1": {"ja": 3}})
    thread = thread_at("q1")
    assert [(asked.step.form.version, len(asked.step.rounds)) for asked in thread.asked] == [(1, 1), (2, 0)]
    assert thread.grade == "B"
    assert rounds(series_of(thread)) == [["2025"]]


@pytest.mark.parametrize(("grades", "whole"), [("AB", "B"), ("BC", "C"), ("AA", "A"), ("CA", "C")])
def test_over_a_form_that_no_round_used_the_worst_grade_holds(grades, whole):
    one, two, three = (form(version, {"q1": ["ja"]}) for version in (1, 2, 3))
    crosswalk(one, two, [("q1", "q1", grades[0])])
    crosswalk(two, three, [("q1", "q1", grades[1])])
    held(one, 2025, {"q1": {"ja": 3}})
    held(three, 2027, {"q1": {"ja": 5}})
    thread = thread_at("q1")
    assert [link.grade for link in thread.links] == [whole]
    assert len(thread.links[0].reasons) == 2
    assert len(series_of(thread).runs) == (1 if whole in "AB" else 2)


def test_a_question_that_went_and_came_back_is_not_joined_over_the_gap():
    one, two, three = form(1, {"q1": ["ja"]}), form(2, {"q2": ["ja"]}), form(3, {"q1": ["ja"]})
    crosswalk(one, two, [("q1", "", "-"), ("", "q2", "-")])
    crosswalk(two, three, [("q2", "", "-"), ("", "q1", "-")])
    held(one, 2025, {"q1": {"ja": 3}})
    held(three, 2027, {"q1": {"ja": 5}})
    assert sorted(thread.code for thread in threads()) == ["q1", "q1-v1"]


def test_a_crosswalk_that_leads_there_directly_goes_before_a_chain():
    one, two, three = (form(version, {"q1": ["ja"]}) for version in (1, 2, 3))
    crosswalk(one, two, [("q1", "q1", "C")])
    crosswalk(two, three, [("q1", "q1", "A")])
    crosswalk(one, three, [("q1", "q1", "B")])
    held(one, 2025, {"q1": {"ja": 3}})
    held(three, 2027, {"q1": {"ja": 5}})
    assert Crosswalk.objects.count() == 3
    assert thread_at("q1").grade == "B"


def test_the_newest_form_gives_the_order_and_what_is_gone_stands_last():
    one, two = form(1, {"q1": ["ja"], "q2": ["ja"], "q3": ["ja"]}), form(2, {"q3": ["ja"], "q1": ["ja"]})
    crosswalk(one, two, [("q1", "q1", "A"), ("q2", "", "-"), ("q3", "q3", "C")])
    held(one, 2025, {})
    assert [thread.code for thread in threads()] == ["q3", "q1", "q2"]


def test_the_shipped_forms_have_a_thread_for_every_question_that_is_put(loaded):
    found = {thread.code: thread for thread in threads()}
    assert found["q8"].grade == "B"
    assert found["q2"].grade == "C"
    assert found["b2"].ended is not None
    assert "r0" not in found
