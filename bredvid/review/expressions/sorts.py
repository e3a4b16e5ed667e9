"""What sort of thing each part of an expression is, and which sorts may meet."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from bredvid.review.expressions import nodes
from bredvid.review.expressions.nodes import Expression, Node, ValueNode, all_nodes
from bredvid.review.expressions.plain import NUMBER, text_of
from bredvid.review.expressions.saying import Saying, _

Question = Mapping[str, Any]

A_NUMBER, A_COUNT, A_DATE, A_TEXT = _("a number"), _("a count"), _("a date"), _("a text")
AN_OPTION, SEVERAL, NOTHING = _("an option"), _("several options"), _("nothing")
CODED = _("words that are coded afterwards")

NUMBERS = frozenset({A_NUMBER, A_COUNT})
WRITTEN = frozenset({A_TEXT, A_NUMBER})
SORTS = {
    "single": AN_OPTION, "ordinal": AN_OPTION, "multiple": SEVERAL, "count": A_COUNT,
    "integer": A_NUMBER, "decimal": A_NUMBER, "date": A_DATE, "text": A_TEXT,
}  # fmt: skip


class Kinds:
    """What the questions of a questionnaire are answered with."""

    def __init__(self, questions: Mapping[str, Question]) -> None:
        self._questions = questions

    def options(self, code: str) -> Collection[str]:
        """The codes of a question's options."""
        return options_of(self._questions[code])

    def question(self, node: Node, own: Question | None) -> Question | None:
        """The question whose answer the node is, if it is one."""
        if isinstance(node, nodes.Answer):
            return self._questions[node.code]
        return own if isinstance(node, nodes.Current) else None

    def sort(self, node: ValueNode, own: Question | None) -> Saying:
        """What a value is: a number, a date, a text, an option … or nothing, the empty text."""
        question = self.question(node, own)
        if question is not None:
            return _sort_of(question)
        match node:
            case nodes.Text(""):
                return NOTHING
            case nodes.Text():
                return A_TEXT
            case nodes.Day() | nodes.Today():
                return A_DATE
            case nodes.Arithmetic("+" | "-", left, right) if self.sort(left, own) == A_DATE:
                return A_NUMBER if self.sort(right, own) == A_DATE else A_DATE
            case _:
                return A_NUMBER


def options_of(question: Question) -> frozenset[str]:
    """The codes of a question's options."""
    return frozenset(option["code"] for option in question["options"])


def complaints_of_sort(expression: Expression, kinds: Kinds, own: Question | None) -> Iterator[Saying]:
    """What makes no sense in an expression, in words. `own` is the question that `.` stands for, if any."""
    for node in all_nodes(expression):
        match node:
            case nodes.Selected(of, option):
                yield from _selected(of, option, kinds, own)
            case nodes.CountSelected(of):
                if kinds.sort(of, own) != SEVERAL:
                    yield _(
                        "count-selected() needs a question with several answers, and {what} is not one", what=_name(of)
                    )
            case nodes.Comparison(sign, left, right):
                yield from _comparison(sign, left, right, kinds, own)
            case nodes.Arithmetic(sign, left, right):
                yield from _arithmetic(sign, kinds.sort(left, own), kinds.sort(right, own))
            case nodes.Negative(of):
                yield from _arithmetic("-", A_NUMBER, kinds.sort(of, own))
            case nodes.Length(of) | nodes.Matches(of, _):
                if kinds.sort(of, own) not in WRITTEN:
                    sort = kinds.sort(of, own)
                    yield _("string-length() and regex() need a text, and {what} is {sort}", what=_name(of), sort=sort)


def _sort_of(question: Question) -> Saying:
    if question["coded"]:
        return CODED
    sort = SORTS.get(question["kind"], NOTHING)
    # Authors often number their options: ${x} > 2 has a meaning only then.
    if sort == AN_OPTION and all(NUMBER.fullmatch(code) for code in options_of(question)):
        return A_NUMBER
    return sort


def _has_options(question: Question) -> bool:
    return question["kind"] in {"single", "ordinal", "multiple", "count"} and not question["coded"]


def _selected(of: ValueNode, option: str, kinds: Kinds, own: Question | None) -> Iterator[Saying]:
    question = kinds.question(of, own)
    if question is None or not _has_options(question):
        sort = kinds.sort(of, own)
        yield _("selected() needs a question with options, and {what} is {sort}", what=_name(of), sort=sort)
    elif option not in options_of(question):
        yield no_such_option(question["code"], option)


def _comparison(sign: str, left: ValueNode, right: ValueNode, kinds: Kinds, own: Question | None) -> Iterator[Saying]:
    for answer, literal in ((left, right), (right, left)):
        question = kinds.question(answer, own)
        if question is None or not isinstance(literal, nodes.Text | nodes.Number) or literal == nodes.Text(""):
            continue
        if _has_options(question) and (isinstance(literal, nodes.Text) or sign in {"=", "!="}):
            yield from _option(sign, question, literal)
            return
    yield from _sorts_that_meet(sign, kinds.sort(left, own), kinds.sort(right, own))


def _option(sign: str, question: Question, literal: nodes.Text | nodes.Number) -> Iterator[Saying]:
    code = text_of(literal.value)
    if question["kind"] == "count" and isinstance(literal, nodes.Number):
        return
    if code not in options_of(question):
        yield no_such_option(question["code"], code)
    elif question["kind"] == "multiple":
        cure = f"selected(${{{question['code']}}}, '{code}')"
        yield _("question {code} takes several answers; write {cure}", code=repr(question["code"]), cure=cure)
    elif sign not in {"=", "!="}:
        yield _("the answers of question {code} have no order to compare by", code=repr(question["code"]))


def _sorts_that_meet(sign: str, left: Saying, right: Saying) -> Iterator[Saying]:
    equality = sign in {"=", "!="}
    if NOTHING in {left, right}:
        if not equality:
            yield _("nothing is {sign} ''; an answer is given (!= '') or not (= '')", sign=sign)
        return
    numbers = left in NUMBERS and right in NUMBERS
    if numbers or left == right == A_DATE:
        return
    if equality and left == right and left in {A_TEXT, AN_OPTION}:
        return
    yield _cure(left, right) or _("{left} cannot be compared with {right} by {sign}", left=left, right=right, sign=sign)


def _cure(left: Saying, right: Saying) -> Saying | None:
    if {left, right} == {A_NUMBER, A_TEXT}:
        return _("a number cannot be compared with a text; write a number without quotation marks")
    if {left, right} == {A_DATE, A_TEXT}:
        return _("a date cannot be compared with a text; write a date as {example}", example="date('2026-01-31')")
    return None


def _arithmetic(sign: str, left: Saying, right: Saying) -> Iterator[Saying]:
    if left in NUMBERS and right in NUMBERS:
        return
    if left == A_DATE and ((sign in {"+", "-"} and right in NUMBERS) or (sign == "-" and right == A_DATE)):
        return
    yield _("{left} {sign} {right} cannot be computed", left=left, sign=sign, right=right)


def no_such_option(question: str, option: str) -> Saying:
    """Says that a question has no such option."""
    return _("question {code} has no answer {option}", code=repr(question), option=repr(option))


def _name(node: ValueNode) -> Saying:
    return _("question {code}", code=repr(node.code)) if isinstance(node, nodes.Answer) else _("what stands there")
