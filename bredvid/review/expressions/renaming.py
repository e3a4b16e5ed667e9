"""Gives questions and options other codes in a condition."""

from collections.abc import Mapping

from bredvid.review.expressions.nodes import (
    Answer,
    Both,
    Comparison,
    Current,
    Either,
    Expression,
    Not,
    Selected,
    Text,
    ValueNode,
)
from bredvid.review.expressions.tokens import TOKEN


def renamed(text: str, names: Mapping[str, str]) -> str:
    """The condition with its questions renamed and everything else left as it was written, spaces too."""
    written, place = [], 0
    while match := TOKEN.match(text, place):
        code = match["answer"]
        written.append(match[0] if code is None else match[0].replace(code, names.get(code, code)))
        place = match.end()
    return "".join(written) + text[place:]


def with_options(expression: Expression, options: Mapping[str, Mapping[str, str]], own: str) -> Expression:
    """The expression with options renamed: question → old code → new code. `own` is the question that `.` is about."""

    def inner(node: Expression) -> Expression:
        return with_options(node, options, own)

    def new(of: ValueNode, option: str) -> str:
        code = of.code if isinstance(of, Answer) else own if isinstance(of, Current) else ""
        return options.get(code, {}).get(option, option)

    def beside(node: ValueNode, other: ValueNode) -> ValueNode:
        # A text beside an answer is an option's code.
        return Text(new(other, node.value)) if isinstance(node, Text) else node

    match expression:
        case Selected(of, option):
            return Selected(of, new(of, option))
        case Comparison(sign, left, right):
            return Comparison(sign, beside(left, right), beside(right, left))
        case Both(left, right):
            return Both(inner(left), inner(right))
        case Either(left, right):
            return Either(inner(left), inner(right))
        case Not(of):
            return Not(inner(of))
    return expression
