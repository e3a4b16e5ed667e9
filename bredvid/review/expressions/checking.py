"""Tests all conditions of a questionnaire before it is used: that what they ask for exists and makes sense."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bredvid.review.expressions.form import NOT_PUT, dependency
from bredvid.review.expressions.nodes import (
    Answer,
    Comparison,
    Current,
    Expression,
    ExpressionError,
    Text,
    Today,
    all_nodes,
)
from bredvid.review.expressions.parsing import parse
from bredvid.review.expressions.saying import Saying, _
from bredvid.review.expressions.sorts import Kinds, complaints_of_sort, no_such_option

Rows = Sequence[Mapping[str, Any]]
# What a condition hears as a number. A count is heard as its band.
NUMBERED = ("integer", "decimal")


@dataclass(frozen=True)
class Problem:
    """What is wrong, and where: the code of the question or section, and relevant, constraint or depends_on."""

    code: str
    field: str
    saying: Saying

    @property
    def message(self) -> str:
        """What is wrong, in English."""
        return str(self.saying)

    def __str__(self) -> str:
        return f"{self.code} {self.field}: {self.message}"


@dataclass(frozen=True)
class _Place:
    """Where an expression stands: how many questions come before it, and which question it is about, if any."""

    code: str
    field: str
    before: int
    own: Mapping[str, Any] | None


def check_questionnaire(sections: Rows) -> list[Problem]:
    """All that is wrong with the conditions of a questionnaire in plain values; empty where nothing is.

    A condition may only ask for questions that come before it. So there are no circles, and the form can be answered
    from the top to the bottom.
    """
    questions = [question for section in sections for question in section["questions"]]
    checker = _Checker(questions)
    problems: list[Problem] = []
    before = 0
    for section in sections:
        place = _Place(section["code"], "relevant", before, None)
        problems += checker.expression(section["relevant"], place)
        for question in section["questions"]:
            problems += checker.question(question, before)
            before += 1
    return problems


class _Checker:
    def __init__(self, questions: Rows) -> None:
        self._order: dict[str, int] = {}
        for place, question in enumerate(questions):
            self._order.setdefault(question["code"], place)
        self._questions = {question["code"]: question for question in reversed(questions)}
        self._kinds = Kinds(self._questions)

    def question(self, question: Mapping[str, Any], before: int) -> Iterator[Problem]:
        for field in ("relevant", "constraint"):
            yield from self.expression(question[field], _Place(question["code"], field, before, question))
        yield from self._dependency(question, _Place(question["code"], "depends_on", before, question))

    def expression(self, text: str, place: _Place) -> Iterator[Problem]:
        if not text.strip():
            return
        try:
            expression = parse(text)
        except ExpressionError as error:
            yield Problem(place.code, place.field, error.saying)
            return
        messages = list(self._references(expression, place))
        if not messages:
            messages = list(complaints_of_sort(expression, self._kinds, place.own))
        for saying in dict.fromkeys(messages):
            yield Problem(place.code, place.field, saying)

    def _references(self, expression: Expression, place: _Place) -> Iterator[Saying]:
        yield from self._given_away(expression, place)
        for node in all_nodes(expression):
            if isinstance(node, Answer):
                yield from self._reference(node.code, place)
            elif isinstance(node, Current) and place.field != "constraint":
                yield _("'.' is the answer itself, which only a constraint has; write {example}", example="${code}")
            elif isinstance(node, Today) and place.field != "constraint":
                yield _("today() can only stand in a constraint, or the form would change from day to day")

    def _given_away(self, expression: Expression, place: _Place) -> Iterator[Saying]:
        """Who is asked a question is published, so a condition on a number of persons would give it away."""
        if place.field == "constraint":
            return
        nodes = all_nodes(expression)
        whether_answered = [node.left for node in nodes if isinstance(node, Comparison) and node.right == Text("")]
        for code in dict.fromkeys(node.code for node in nodes if isinstance(node, Answer)):
            question = self._questions.get(code)
            exact = question is not None and question["kind"] in NUMBERED and question.get("persons")
            if exact and nodes.count(Answer(code)) > whether_answered.count(Answer(code)):
                yield _(
                    "the number of persons in {code} would show in who is asked; ask for its range, "
                    "or say that it counts no persons",
                    code=repr(code),
                )

    def _reference(self, code: str, place: _Place) -> Iterator[Saying]:
        question = self._questions.get(code)
        if question is None:
            yield _("there is no question {code}", code=repr(code))
        elif place.own is not None and code == place.code:
            is_rule = place.field == "constraint"
            yield _("write '.' for the answer itself") if is_rule else _("a question cannot depend on its own answer")
        elif self._order[code] >= place.before:
            yield _("question {code} comes later; only earlier answers are known", code=repr(code))
        elif question["kind"] in NOT_PUT:
            yield _("nobody is asked {code}, so it has no answer", code=repr(code))

    def _dependency(self, question: Mapping[str, Any], place: _Place) -> Iterator[Problem]:
        found = dependency(question["depends_on"])
        if found is None:
            return
        code, option = found
        messages = list(self._reference(code, place))
        if not messages and option not in self._kinds.options(code):
            messages = [no_such_option(code, option)]
        for saying in messages:
            yield Problem(place.code, place.field, saying)
