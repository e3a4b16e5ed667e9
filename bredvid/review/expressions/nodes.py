"""What an expression is made of. Each node is a plain value, so two expressions that say the same are equal.

There are two sorts. A *value* is an answer, a text, a number or a date; a *condition* holds or does not. `and`, `or`
and `not()` take conditions, everything else takes values, and a whole expression is a condition. XPath lets the two
flow into each other; we do not, because nobody can say in words what `not(${q2} + 1)` means.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bredvid.review.expressions.saying import Saying, _

# What an answer can be. An option is its code, several options a frozenset of codes, and no answer is None.
Value = str | int | Decimal | date | frozenset[str] | None


@dataclass(frozen=True, slots=True)
class Answer:
    """`${code}`: what was answered to a question."""

    code: str


@dataclass(frozen=True, slots=True)
class Current:
    """`.`: the answer that a constraint is about."""


@dataclass(frozen=True, slots=True)
class Text:
    """`'words'`: a text, or an option's code."""

    value: str


@dataclass(frozen=True, slots=True)
class Number:
    """`12` or `12.5`; never negative, see Negative."""

    value: Decimal


@dataclass(frozen=True, slots=True)
class Day:
    """`date('2026-01-01')`."""

    value: date


@dataclass(frozen=True, slots=True)
class Today:
    """`today()`."""


@dataclass(frozen=True, slots=True)
class Negative:
    """`-x`."""

    of: "ValueNode"


@dataclass(frozen=True, slots=True)
class Arithmetic:
    """`x + y` and its like; `sign` is one of + - * div mod."""

    sign: str
    left: "ValueNode"
    right: "ValueNode"


@dataclass(frozen=True, slots=True)
class CountSelected:
    """`count-selected(x)`: how many options were chosen."""

    of: "Answer | Current"


@dataclass(frozen=True, slots=True)
class Length:
    """`string-length(x)`: how many characters were written."""

    of: "ValueNode"


@dataclass(frozen=True, slots=True)
class Truth:
    """`true()` or `false()`."""

    value: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """`x = y` and its like; `sign` is one of = != < <= > >=."""

    sign: str
    left: "ValueNode"
    right: "ValueNode"


@dataclass(frozen=True, slots=True)
class Both:
    """`x and y`."""

    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Either:
    """`x or y`."""

    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Not:
    """`not(x)`."""

    of: "Expression"


@dataclass(frozen=True, slots=True)
class Selected:
    """`selected(x, 'a')`: whether that option was chosen."""

    of: Answer | Current
    option: str


@dataclass(frozen=True, slots=True)
class Matches:
    """`regex(x, '[0-9]+')`: whether the whole of x has that pattern; see patterns.py."""

    of: "ValueNode"
    pattern: str


ValueNode = Answer | Current | Text | Number | Day | Today | Negative | Arithmetic | CountSelected | Length
Expression = Truth | Comparison | Both | Either | Not | Selected | Matches
Node = ValueNode | Expression

CONDITIONS = (Truth, Comparison, Both, Either, Not, Selected, Matches)


class ExpressionError(ValueError):
    """An expression says something it cannot mean. `message` is for the author; `column` counts from one.

    `saying` is the whole of it, ready to be translated.
    """

    def __init__(self, saying: Saying, column: int) -> None:
        self.saying = _("character {column}: {message}", column=column, message=saying)
        self.message = str(saying)
        self.column = column
        super().__init__(str(self.saying))


def parts_of(node: Node) -> tuple[Node, ...]:
    """The nodes that stand directly inside a node."""
    match node:
        case Negative(of) | CountSelected(of) | Length(of) | Not(of) | Selected(of, _) | Matches(of, _):
            return (of,)
        case Arithmetic(_, left, right) | Comparison(_, left, right) | Both(left, right) | Either(left, right):
            return (left, right)
        case _:
            return ()


def all_nodes(node: Node) -> list[Node]:
    """A node and everything inside it."""
    return [node, *(inner for part in parts_of(node) for inner in all_nodes(part))]


def questions_in(expression: Node) -> frozenset[str]:
    """The codes of the questions whose answers the expression asks for."""
    return frozenset(node.code for node in all_nodes(expression) if isinstance(node, Answer))
