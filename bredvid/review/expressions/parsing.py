"""From text to expression: one method for each level at which signs bind, loosest first."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal

from bredvid.review.expressions import nodes
from bredvid.review.expressions.nodes import CONDITIONS, Expression, ExpressionError, Node, ValueNode
from bredvid.review.expressions.patterns import PatternError, compile_pattern
from bredvid.review.expressions.saying import _
from bredvid.review.expressions.tokens import Token, tokens_of

COMPARING = ("=", "!=", "<", "<=", ">", ">=")
# Brackets inside brackets; see tokens.MOST_TOKENS.
DEEPEST = 40


def parse(text: str) -> Expression:
    """The expression that `text` writes. Raises ExpressionError with the column and clear words."""
    reader = _Reader(tokens_of(text))
    found = reader.condition(reader.either)
    reader.end()
    return found


class _Reader:
    """Walks over the tokens once."""

    def __init__(self, tokens: list[Token]) -> None:
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    def either(self) -> Node:
        left = self._both()
        while column := self._took("name", "or"):
            left = nodes.Either(*self._conditions(left, self._both(), column))
        return left

    def _both(self) -> Node:
        left = self._comparison()
        while column := self._took("name", "and"):
            left = nodes.Both(*self._conditions(left, self._comparison(), column))
        return left

    def _comparison(self) -> Node:
        left = self._sum()
        for sign in COMPARING:
            if column := self._took("sign", sign):
                found = nodes.Comparison(sign, *self._values(left, self._sum(), column))
                self._refuse_a_second_comparison()
                return found
        return left

    def _refuse_a_second_comparison(self) -> None:
        if self._next.kind == "sign" and self._next.text in COMPARING:
            raise ExpressionError(_("two comparisons in a row; join them with and"), self._next.column)

    def _sum(self) -> Node:
        return self._chain(self._product, (("sign", "+"), ("sign", "-")))

    def _product(self) -> Node:
        return self._chain(self._signed, (("sign", "*"), ("name", "div"), ("name", "mod")))

    def _chain(self, operand: Callable[[], Node], signs: Sequence[tuple[str, str]]) -> Node:
        left: Node = operand()
        while any((self._next.kind, self._next.text) == sign for sign in signs):
            token = self._take()
            left = nodes.Arithmetic(token.text, *self._values(left, operand(), token.column))
        return left

    def _signed(self) -> Node:
        negatives = []
        while column := self._took("sign", "-"):
            negatives.append(column)
        found = self._single()
        for column in reversed(negatives):
            found = nodes.Negative(_value(found, column))
        return found

    def _single(self) -> Node:
        token = self._take()
        match token.kind:
            case "answer":
                return nodes.Answer(token.text)
            case "number":
                return nodes.Number(Decimal(token.text))
            case "text":
                return nodes.Text(token.text)
            case "name":
                return self._function(token)
        if token.text == ".":
            return nodes.Current()
        if token.text == "(":
            return self._inside(token)
        if token.kind == "end":
            raise ExpressionError(_("something is missing at the end"), token.column)
        raise ExpressionError(_("{word} cannot stand here", word=repr(token.text)), token.column)

    def _inside(self, token: Token) -> Node:
        self._deeper(token)
        found = self.either()
        self._need(")")
        self._depth -= 1
        return found

    def _function(self, token: Token) -> Node:
        if token.text not in FUNCTIONS:
            known = ", ".join(f"{name}()" for name in sorted(FUNCTIONS))
            raise ExpressionError(
                _("{word} is not a word that can be read; known are {known}", word=repr(token.text), known=known),
                token.column,
            )
        self._need("(")
        self._deeper(token)
        found: Node = FUNCTIONS[token.text](self, token)
        self._need(")")
        self._depth -= 1
        return found

    # What stands inside a function's brackets.

    def truth(self, token: Token) -> Node:
        return nodes.Truth(token.text == "true")

    def today(self, token: Token) -> Node:
        return nodes.Today()

    def negation(self, token: Token) -> Node:
        return nodes.Not(self.condition(self.either))

    def day(self, token: Token) -> Node:
        written = self._text("date")
        try:
            return nodes.Day(date.fromisoformat(written.text))
        except ValueError:
            raise ExpressionError(
                _("{word} is no date; write it as 2026-01-31", word=repr(written.text)), written.column
            ) from None

    def selected(self, token: Token) -> Node:
        of = self._answer(token)
        self._need(",")
        option = self._text(token.text)
        if not option.text or any(sign.isspace() for sign in option.text):
            raise ExpressionError(_("{word} is not an option's code", word=repr(option.text)), option.column)
        return nodes.Selected(of, option.text)

    def count_selected(self, token: Token) -> Node:
        return nodes.CountSelected(self._answer(token))

    def length(self, token: Token) -> Node:
        return nodes.Length(_value(self.either(), token.column))

    def matches(self, token: Token) -> Node:
        of = _value(self.either(), token.column)
        self._need(",")
        pattern = self._text("regex")
        try:
            compile_pattern(pattern.text)
        except PatternError as error:
            what = _("the pattern {pattern}: {message}", pattern=repr(pattern.text), message=error.saying)
            raise ExpressionError(what, pattern.column) from None
        return nodes.Matches(of, pattern.text)

    # Small steps.

    def condition(self, read: Callable[[], Node]) -> Expression:
        column = self._next.column
        return _condition(read(), column)

    def end(self) -> None:
        if self._next.kind != "end":
            raise ExpressionError(_("{word} was not expected here", word=repr(self._next.text)), self._next.column)

    @property
    def _next(self) -> Token:
        return self._tokens[self._place]

    def _take(self) -> Token:
        token = self._next
        if token.kind != "end":
            self._place += 1
        return token

    def _took(self, kind: str, text: str) -> int:
        """The column of the sign if it comes next, and goes past it; else 0."""
        token = self._next
        return self._take().column if (token.kind, token.text) == (kind, text) else 0

    def _need(self, sign: str) -> None:
        if not self._took("sign", sign):
            raise ExpressionError(_("{word} is missing", word=repr(sign)), self._next.column)

    def _deeper(self, token: Token) -> None:
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionError(_("more than {most} brackets inside each other", most=DEEPEST), token.column)

    def _text(self, function: str) -> Token:
        token = self._take()
        if token.kind != "text":
            raise ExpressionError(_("{function}() needs a text here, as 'a'", function=function), token.column)
        return token

    def _answer(self, token: Token) -> nodes.Answer | nodes.Current:
        column = self._next.column
        found = self._sum()
        if not isinstance(found, nodes.Answer | nodes.Current):
            raise ExpressionError(
                _("{function}() needs a question, as {example}", function=token.text, example="${code}"), column
            )
        return found

    @staticmethod
    def _conditions(left: Node, right: Node, column: int) -> tuple[Expression, Expression]:
        return _condition(left, column), _condition(right, column)

    @staticmethod
    def _values(left: Node, right: Node, column: int) -> tuple[ValueNode, ValueNode]:
        return _value(left, column), _value(right, column)


FUNCTIONS = {
    "true": _Reader.truth,
    "false": _Reader.truth,
    "today": _Reader.today,
    "not": _Reader.negation,
    "date": _Reader.day,
    "selected": _Reader.selected,
    "count-selected": _Reader.count_selected,
    "string-length": _Reader.length,
    "regex": _Reader.matches,
}


def _condition(node: Node, column: int) -> Expression:
    if not isinstance(node, CONDITIONS):
        raise ExpressionError(_("a condition is needed here, as {example}", example="${code} = 'a'"), column)
    return node


def _value(node: Node, column: int) -> ValueNode:
    if isinstance(node, CONDITIONS):
        raise ExpressionError(_("a value is needed here, not a condition"), column)
    return node
