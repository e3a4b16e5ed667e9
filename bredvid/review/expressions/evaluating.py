"""Says whether an expression holds for what was answered. Never raises, whatever the answers are.

The rules of no answer are XLSForm's, on the page docs/reference/expressions.md: no answer compares as the empty text;
a number compared with a text that is no number is neither equal, less nor greater.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal

from bredvid.review.expressions import nodes
from bredvid.review.expressions.nodes import Expression, Value, ValueNode
from bredvid.review.expressions.patterns import compile_pattern
from bredvid.review.expressions.plain import is_less, is_same, number_of, text_of

# No trap is set: what cannot be computed becomes NaN or infinity, which number_of takes for no answer.
ARITHMETIC = Context(prec=28, traps=[])


def evaluate(
    expression: Expression, answers: Mapping[str, Value], current: Value = None, *, today: date | None = None
) -> bool:
    """Whether the expression holds. Never raises.

    `answers` has the typed answer of each question that was answered; one that is missing or None was not.
    `current` is what `.` stands for. `today` is what today() gives; left out, it is the day it is.
    """
    return _holds(expression, _Asked(answers, current, today or date.today()))


@dataclass(frozen=True, slots=True)
class _Asked:
    answers: Mapping[str, Value]
    current: Value
    today: date


def _holds(node: Expression, asked: _Asked) -> bool:
    match node:
        case nodes.Truth(value):
            return value
        case nodes.Not(of):
            return not _holds(of, asked)
        case nodes.Both(left, right):
            return _holds(left, asked) and _holds(right, asked)
        case nodes.Either(left, right):
            return _holds(left, asked) or _holds(right, asked)
        case nodes.Selected(of, option):
            return option in _chosen(_value(of, asked))
        case nodes.Matches(of, pattern):
            return compile_pattern(pattern).matches(text_of(_value(of, asked)))
        case nodes.Comparison(sign, left, right):
            return _compares(sign, _value(left, asked), _value(right, asked))


def _compares(sign: str, left: Value, right: Value) -> bool:
    match sign:
        case "=":
            return is_same(left, right)
        case "!=":
            return not is_same(left, right)
        case "<":
            return is_less(left, right)
        case ">":
            return is_less(right, left)
        case "<=":
            return is_less(left, right, or_same=True)
        case _:
            return is_less(right, left, or_same=True)


def _value(node: ValueNode, asked: _Asked) -> Value:
    match node:
        case nodes.Answer(code):
            return asked.answers.get(code)
        case nodes.Current():
            return asked.current
        case nodes.Text(text):
            return text
        case nodes.Number(number):
            return number
        case nodes.Day(day):
            return day
        case nodes.Today():
            return asked.today
        case nodes.Negative(of):
            return _computed("-", Decimal(0), _value(of, asked))
        case nodes.Arithmetic(sign, left, right):
            return _computed(sign, _value(left, asked), _value(right, asked))
        case nodes.CountSelected(of):
            return len(_chosen(_value(of, asked)))
        case nodes.Length(of):
            return len(text_of(_value(of, asked)))


def _chosen(value: Value) -> frozenset[str]:
    return value if isinstance(value, frozenset) else frozenset(text_of(value).split())


def _computed(sign: str, left: Value, right: Value) -> Value:
    """A date may be moved by days and two dates have a distance; all else is numbers. None where it has no meaning."""
    if isinstance(left, date):
        return _from_day(sign, left, right)
    first, second = number_of(left), number_of(right)
    if first is None or second is None:
        return None
    found = COMPUTING[sign](first, second)
    return found if found.is_finite() else None


def _from_day(sign: str, day: date, right: Value) -> Value:
    if sign == "-" and isinstance(right, date):
        return Decimal(day.toordinal() - right.toordinal())
    days = number_of(right)
    if sign not in {"+", "-"} or days is None:
        return None
    try:
        return day + timedelta(days=int(days) * (1 if sign == "+" else -1))
    except OverflowError:
        return None


COMPUTING = {
    "+": ARITHMETIC.add,
    "-": ARITHMETIC.subtract,
    "*": ARITHMETIC.multiply,
    "div": ARITHMETIC.divide,
    "mod": ARITHMETIC.remainder,
}
