"""What sort of thing each part of an expression is, and which sorts may meet."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bredvid.review.expressions.nodes import (
    Answer,
    Arithmetic,
    Comparison,
    CountSelected,
    Current,
    Day,
    Expression,
    Length,
    Matches,
    Negative,
    Node,
    Number,
    Selected,
    Text,
    Today,
    ValueNode,
    all_nodes,
)
from bredvid.review.expressions.plain import NUMBER, text_of

Question = Mapping[str, Any]

NUMBERS = frozenset({"a number", "a count"})
WRITTEN = frozenset({"a text", "a number"})
SORTS = {
    "single": "an option", "ordinal": "an option", "multiple": "several options", "count": "a count",
    "integer": "a number", "decimal": "a number", "date": "a date", "text": "a text",
}  # fmt: skip
CODED = "words that are coded afterwards"


class Kinds:
    """What the questions of a questionnaire are answered with."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        self._questions = questions

    def options(self, code: str) -> Collection[str]:
        """The codes of a question's options."""
        return options_of(self._questions[code])

    def question(self, node: Node, own: Question | None) -> Question | None:
        """The question whose answer the node is, if it is one."""
        if isinstance(node, Answer):
            return self._questions[node.code]
        return own if isinstance(node, Current) else None

    def sort(self, node: ValueNode, own: Question | None) -> str:
        """What a value is: a number, a date, a text, an option … or nothing, the empty text."""
        question = self.question(node, own)
        if question is not None:
            return _sort_of(question)
        match node:
            case Text(""):
                return "nothing"
            case Text():
                return "a text"
            case Day() | Today():
                return "a date"
            case Arithmetic("+" | "-", left, right) if self.sort(left, own) == "a date":
                return "a number" if self.sort(right, own) == "a date" else "a date"
            case _:
                return "a number"


def options_of(question: Question) -> frozenset[str]:
    """The codes of a question's options."""
    return frozenset(option["code"] for option in question["options"])


def complaints_of_sort(expression: Expression, kinds: Kinds, own: Question | None) -> Iterator[str]:
    """What makes no sense in an expression, in words. `own` is the question that `.` stands for, if any."""
    for node in all_nodes(expression):
        match node:
            case Selected(of, option):
                yield from _selected(of, option, kinds, own)
            case CountSelected(of):
                if kinds.sort(of, own) != "several options":
                    yield f"count-selected() needs a question with several answers, and {_name(of)} is not one"
            case Comparison(sign, left, right):
                yield from _comparison(sign, left, right, kinds, own)
            case Arithmetic(sign, left, right):
                yield from _arithmetic(sign, kinds.sort(left, own), kinds.sort(right, own))
            case Negative(of):
                yield from _arithmetic("-", "a number", kinds.sort(of, own))
            case Length(of) | Matches(of, _):
                if kinds.sort(of, own) not in WRITTEN:
                    yield f"string-length() and regex() need a text, and {_name(of)} is {kinds.sort(of, own)}"


def _sort_of(question: Question) -> str:
    if question["coded"]:
        return CODED
    sort = SORTS.get(question["kind"], "nothing")
    # Authors often number their options: ${x} > 2 has a meaning only then.
    if sort == "an option" and all(NUMBER.fullmatch(code) for code in options_of(question)):
        return "a number"
    return sort


def _has_options(question: Question) -> bool:
    return question["kind"] in {"single", "ordinal", "multiple", "count"} and not question["coded"]


def _selected(of: ValueNode, option: str, kinds: Kinds, own: Question | None) -> Iterator[str]:
    question = kinds.question(of, own)
    if question is None or not _has_options(question):
        yield f"selected() needs a question with options, and {_name(of)} is {kinds.sort(of, own)}"
    elif option not in options_of(question):
        yield f"question {question['code']!r} has no answer {option!r}"


def _comparison(sign: str, left: ValueNode, right: ValueNode, kinds: Kinds, own: Question | None) -> Iterator[str]:
    for answer, literal in ((left, right), (right, left)):
        question = kinds.question(answer, own)
        if question is None or not isinstance(literal, Text | Number) or literal == Text(""):
            continue
        if _has_options(question) and (isinstance(literal, Text) or sign in {"=", "!="}):
            yield from _option(sign, question, literal)
            return
    yield from _sorts_that_meet(sign, kinds.sort(left, own), kinds.sort(right, own))


def _option(sign: str, question: Question, literal: Text | Number) -> Iterator[str]:
    code = text_of(literal.value)
    if question["kind"] == "count" and isinstance(literal, Number):
        return
    if code not in options_of(question):
        yield f"question {question['code']!r} has no answer {code!r}"
    elif question["kind"] == "multiple":
        yield f"question {question['code']!r} takes several answers; write selected(${{{question['code']}}}, '{code}')"
    elif sign not in {"=", "!="}:
        yield f"the answers of question {question['code']!r} have no order to compare by"


def _sorts_that_meet(sign: str, left: str, right: str) -> Iterator[str]:
    equality = sign in {"=", "!="}
    if "nothing" in {left, right}:
        if not equality:
            yield f"nothing is {sign} ''; an answer is given (!= '') or not (= '')"
        return
    numbers = left in NUMBERS and right in NUMBERS
    if numbers or left == right == "a date":
        return
    if equality and left == right and left in {"a text", "an option"}:
        return
    yield f"{left} cannot be compared with {right} by {sign}{_cure(left, right)}"


def _cure(left: str, right: str) -> str:
    if {left, right} == {"a number", "a text"}:
        return "; write a number without quotation marks"
    return "; write a date as date('2026-01-31')" if {left, right} == {"a date", "a text"} else ""


def _arithmetic(sign: str, left: str, right: str) -> Iterator[str]:
    if left in NUMBERS and right in NUMBERS:
        return
    if left == "a date" and ((sign in {"+", "-"} and right in NUMBERS) or (sign == "-" and right == "a date")):
        return
    yield f"{left} {sign} {right} cannot be computed"


def _name(node: ValueNode) -> str:
    return f"question {node.code!r}" if isinstance(node, Answer) else "what stands there"
