"""From expression to text, in one way only, with brackets where they are needed and nowhere else."""

from bredvid.review.expressions.nodes import (
    Answer,
    Arithmetic,
    Both,
    Comparison,
    CountSelected,
    Current,
    Day,
    Either,
    Length,
    Matches,
    Negative,
    Node,
    Not,
    Number,
    Selected,
    Text,
    Today,
    Truth,
)

# How strongly a node's own sign binds; what has no sign binds strongest.
BINDING = {"or": 1, "and": 2, "compare": 3, "+": 4, "-": 4, "*": 5, "div": 5, "mod": 5, "negative": 6, "": 7}


def to_text(expression: Node) -> str:
    """The expression as an author would write it; `parse` gives it back. Raises ValueError for a text with ' and "."""
    match expression:
        case Either(left, right):
            return _joined("or", "or", left, right)
        case Both(left, right):
            return _joined("and", "and", left, right)
        case Comparison(sign, left, right):
            return f"{_within(left, 4)} {sign} {_within(right, 4)}"
        case Arithmetic(sign, left, right):
            return _joined(sign, sign, left, right)
        case Negative(of):
            return f"-{_within(of, BINDING['negative'])}"
        case _:
            return _single(expression)


def _single(node: Node) -> str:
    match node:
        case Answer(code):
            return f"${{{code}}}"
        case Current():
            return "."
        case Text(value):
            return _quoted(value)
        case Number(value):
            return f"{value:f}"
        case Day(value):
            return f"date('{value.isoformat()}')"
        case Today():
            return "today()"
        case Truth(value):
            return "true()" if value else "false()"
        case _:
            return _function(node)


def _function(node: Node) -> str:
    match node:
        case Not(of):
            return f"not({to_text(of)})"
        case Selected(of, option):
            return f"selected({to_text(of)}, {_quoted(option)})"
        case CountSelected(of):
            return f"count-selected({to_text(of)})"
        case Length(of):
            return f"string-length({to_text(of)})"
        case Matches(of, pattern):
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
        case Either():
            return BINDING["or"]
        case Both():
            return BINDING["and"]
        case Comparison():
            return BINDING["compare"]
        case Arithmetic(sign):
            return BINDING[sign]
        case Negative():
            return BINDING["negative"]
        case _:
            return BINDING[""]


def _quoted(text: str) -> str:
    if "'" not in text:
        return f"'{text}'"
    if '"' in text:
        raise ValueError("a text in an expression cannot hold both ' and \"")
    return f'"{text}"'
