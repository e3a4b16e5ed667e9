"""From expression to text, in one way only, with brackets where they are needed and nowhere else."""

from bredvid.review.expressions import nodes
from bredvid.review.expressions.nodes import Node

# How strongly a node's own sign binds; what has no sign binds strongest.
BINDING = {"or": 1, "and": 2, "compare": 3, "+": 4, "-": 4, "*": 5, "div": 5, "mod": 5, "negative": 6, "": 7}


def to_text(expression: Node) -> str:
    """The expression as an author would write it; `parse` gives it back. Raises ValueError for a text with ' and "."""
    match expression:
        case nodes.Either(left, right):
            return _joined("or", "or", left, right)
        case nodes.Both(left, right):
            return _joined("and", "and", left, right)
        case nodes.Comparison(sign, left, right):
            return f"{_within(left, 4)} {sign} {_within(right, 4)}"
        case nodes.Arithmetic(sign, left, right):
            return _joined(sign, sign, left, right)
        case nodes.Negative(of):
            return f"-{_within(of, BINDING['negative'])}"
        case _:
            return _single(expression)


def _single(node: Node) -> str:
    match node:
        case nodes.Answer(code):
            return f"${{{code}}}"
        case nodes.Current():
            return "."
        case nodes.Text(value):
            return _quoted(value)
        case nodes.Number(value):
            return f"{value:f}"
        case nodes.Day(value):
            return f"date('{value.isoformat()}')"
        case nodes.Today():
            return "today()"
        case nodes.Truth(value):
            return "true()" if value else "false()"
        case _:
            return _function(node)


def _function(node: Node) -> str:
    match node:
        case nodes.Not(of):
            return f"not({to_text(of)})"
        case nodes.Selected(of, option):
            return f"selected({to_text(of)}, {_quoted(option)})"
        case nodes.CountSelected(of):
            return f"count-selected({to_text(of)})"
        case nodes.Length(of):
            return f"string-length({to_text(of)})"
        case nodes.Matches(of, pattern):
            return f"regex({to_text(of)}, {_quoted(pattern)})"
    raise ValueError(f"not a node: {node!r}")


def _joined(sign: str, binding: str, left: Node, right: Node) -> str:
    """Signs of one strength bind to the left, so the right side needs brackets already at the same strength."""
    return f"{_within(left, BINDING[binding])} {sign} {_within(right, BINDING[binding] + 1)}"


def _within(node: Node, least: int) -> str:
    text = to_text(node)
    return text if _binding(node) >= least else f"({text})"


def _binding(node: Node) -> int:
    match node:
        case nodes.Either():
            return BINDING["or"]
        case nodes.Both():
            return BINDING["and"]
        case nodes.Comparison():
            return BINDING["compare"]
        case nodes.Arithmetic(sign):
            return BINDING[sign]
        case nodes.Negative():
            return BINDING["negative"]
        case _:
            return BINDING[""]


def _quoted(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    if '"' in text:
        raise ValueError("a text in an expression cannot hold both ' and \"")
    return f'"{text}"'
