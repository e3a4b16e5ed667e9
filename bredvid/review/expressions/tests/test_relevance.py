"""Which questions are put, after what was answered before."""

from hypothesis import given, strategies as st

from bredvid.review.expressions import Value, form_from, relevance
from bredvid.review.expressions.tests.makers import options, question, questionnaire, section
from bredvid.review.tests.strategies import answers_to, questionnaires

YES_NO = options("ja", "nej")
FORM = form_from(
    questionnaire(
        section("a", question("q1", "single", YES_NO), question("q2", "multiple", options("x", "y"))),
        section(
            "b",
            question("q3", "single", YES_NO),
            question("q4", depends_on="q2.x"),
            question("q5", relevant="${q3} = 'ja'"),
            question("q6", depends_on="q2.y", relevant="${q3} = ''"),
            relevant="${q1} = 'ja'",
        ),
        section("c", question("told", "note"), question("q7", relevant="${q3} != 'ja'")),
    )
)


def put(**answers: Value) -> set[str]:
    return {code for code, is_put in relevance(FORM, answers).items() if is_put}


def test_a_section_that_is_not_put_takes_its_questions_along():
    assert put() == {"q1", "q2", "told", "q7"}
    assert put(q1="nej", q2=frozenset({"x"})) == {"q1", "q2", "told", "q7"}


def test_section_question_and_what_it_hangs_on_must_all_hold():
    assert put(q1="ja") == {"q1", "q2", "q3", "told", "q7"}
    assert put(q1="ja", q2=frozenset({"x", "y"})) == {"q1", "q2", "q3", "q4", "q6", "told", "q7"}
    assert put(q1="ja", q2=frozenset({"y"}), q3="ja") == {"q1", "q2", "q3", "q5", "told"}


def test_an_old_answer_behind_a_changed_mind_has_no_effect():
    # Given that q3 was answered while q1 was "ja"
    answers = {"q1": "nej", "q3": "ja"}
    # Then q3 is not put any longer, and what asks for it finds no answer
    assert put(**answers) == {"q1", "q2", "told", "q7"}


@given(st.data())
def test_what_is_not_put_never_decides_over_what_comes_after(data):
    form = form_from(data.draw(questionnaires()))
    answers = data.draw(answers_to(form))
    found = relevance(form, answers)
    assert list(found) == [question.code for question in form.questions]
    # When the answers that count for nothing are taken away, nothing changes.
    assert relevance(form, {code: answer for code, answer in answers.items() if found[code]}) == found


@given(st.data())
def test_an_answer_has_no_effect_on_what_comes_before(data):
    form = form_from(data.draw(questionnaires()))
    answers = dict(data.draw(answers_to(form)))
    last = form.questions[-1].code
    before = relevance(form, answers)
    answers.pop(last, None)
    assert relevance(form, answers) == before
