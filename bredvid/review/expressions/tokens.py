"""Cuts an expression's text into words and signs, each with its column."""

import re
from dataclasses import dataclass

from bredvid.review.expressions.nodes import ExpressionError
from bredvid.review.expressions.saying import Saying, _

LONGEST = 2000
# A tree is never deeper than it has tokens; this keeps every walk over it far from Python's limit of recursion.
MOST_TOKENS = 300

TOKEN = re.compile(
    r"""
    (?P<space>\s+)
  | \$\{\s*(?P<answer>\w[\w.-]*)\s*\}
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
        raise ExpressionError(_("the condition is longer than {most} characters", most=LONGEST), LONGEST + 1)
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
        saying = _("the condition has more than {most} words and signs", most=MOST_TOKENS)
        raise ExpressionError(saying, found[MOST_TOKENS].column)
    return [*found, Token("end", "", len(text) + 1)]


def _token(match: re.Match[str]) -> Token:
    kind = match.lastgroup or ""
    return Token("text" if kind in {"single", "double"} else kind, match[kind], match.start() + 1)


def _complaint(text: str, place: int) -> Saying:
    sign = text[place]
    if sign in "'\"":
        return _("the text that begins with {sign} has no end", sign=sign)
    if sign in CURLY:
        return _("write straight quotation marks (') instead of {sign}", sign=sign)
    if text.startswith("${", place):
        return _("a question is written {example}, with letters, digits, _ and - in its code", example="${code}")
    if sign == "/":
        return _("paths such as /data/x cannot be read; write {example}", example="${code}")
    return _("{sign} cannot be read here", sign=repr(sign))
