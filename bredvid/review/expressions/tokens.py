"""Cuts an expression's text into words and signs, each with its column."""

import re
from dataclasses import dataclass

from bredvid.review.expressions.nodes import ExpressionError

LONGEST = 2000
# A tree is never deeper than it has tokens; this keeps every walk over it far from Python's limit of recursion.
MOST_TOKENS = 300

TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | \$\{\s*(?P<answer>[A-Za-z0-9_][A-Za-z0-9_.-]*)\s*\}
  | (?P<number>[0-9]+(?:\.[0-9]+)?)
  | '(?P<single>[^']*)' | "(?P<double>[^"]*)"
  | (?P<name>[A-Za-z][A-Za-z-]*[A-Za-z]|[A-Za-z])
  | (?P<sign><=|>=|!=|[=<>()+*,.-])
    """,
    re.VERBOSE,
)
CURLY = "‘’“”„«»"


@dataclass(frozen=True, slots=True)
class Token:
    """A word or sign: its kind (answer, number, text, name, sign or end), what it says, and its column from one."""

    kind: str
    text: str
    column: int


def tokens_of(text: str) -> list[Token]:
    """The tokens, closed by one of kind "end". Raises ExpressionError where something cannot be read."""
    if len(text) > LONGEST:
        raise ExpressionError(f"the expression is longer than {LONGEST} characters", LONGEST + 1)
    found: list[Token] = []
    place = 0
    while place < len(text):
        match = TOKEN.match(text, place)
        if match is None:
            raise ExpressionError(_complaint(text, place), place + 1)
        if match.lastgroup != "space":
            found.append(_token(match))
        place = match.end()
    if len(found) > MOST_TOKENS:
        raise ExpressionError(f"the expression has more than {MOST_TOKENS} words and signs", found[MOST_TOKENS].column)
    return [*found, Token("end", "", len(text) + 1)]


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or ""
    return Token("text" if kind in {"single", "double"} else kind, match[kind], match.start() + 1)


def _complaint(text: str, place: int) -> str:
    sign = text[place]
    if sign in "'\"":
        return f"the text that begins with {sign} has no end"
    if sign in CURLY:
        return f"write straight quotation marks (') instead of {sign}"
    if text.startswith("${", place):
        return "a question is written ${code}, with letters, digits, _ and - in its code"
    if sign == "/":
        return "paths such as /data/x cannot be read; write ${code}"
    return f"{sign!r} cannot be read here"
