"""Which questions are put, given what was answered. The one place that says so, for pages and for figures."""

from collections.abc import Mapping

from bredvid.review.expressions.evaluating import evaluate
from bredvid.review.expressions.form import Form, FormQuestion
from bredvid.review.expressions.nodes import Value


def relevance(form: Form, answers: Mapping[str, Value]) -> dict[str, bool]:
    """Whether each question of the form is put, by code. Never raises.

    A question is put where its section's condition, its own condition and its `depends_on` all hold. What was answered
    to a question that is not put counts as unanswered for those after it, so an old answer behind a changed mind has
    no effect. Conditions ask only for earlier questions (`check_questionnaire` refuses others), so one pass does.
    """
    put: dict[str, bool] = {}
    known: dict[str, Value] = {}
    for question in form.questions:
        put[question.code] = is_put(question, known)
        if put[question.code]:
            known[question.code] = answers.get(question.code)
    return put


def is_put(question: FormQuestion, known: Mapping[str, Value]) -> bool:
    """Whether one question is put, given the answers to those before it that are put."""
    conditions = (question.section_relevant, question.relevant)
    return _hangs_on(question, known) and all(each is None or evaluate(each, known) for each in conditions)


def _hangs_on(question: FormQuestion, known: Mapping[str, Value]) -> bool:
    if question.depends_on is None:
        return True
    code, option = question.depends_on
    answer = known.get(code)
    return option in answer if isinstance(answer, frozenset) else answer == option
