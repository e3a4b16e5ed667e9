"""How much work a page would be, before it is parsed: how deep its elements are nested, how long its tags are.

A parser looks upwards at each element, at all attributes for each, and opens unclosed `<b>` and their like again in
each paragraph: 100,000 nested elements take minutes, and 3,000 unclosed `<b>` make a million. A page that goes nowhere
deep is found out at the speed of counting; only others are looked at tag by tag, and cut where they leave reason.
"""

import re
from typing import Final

DEEPEST: Final = 512
"""Elements within elements; browsers stop at the same number."""

LONGEST_TAG: Final = 20_000
"""Characters of a tag without what stands in quotes."""

MOST_TAGS: Final = 100_000
"""In a page that is looked at tag by tag; a page of 10,000 links has 40,000."""

MOST_REOPENED: Final = 300_000
"""Elements that a parser would open again because nobody closed them."""

_PIECE: Final = 16_384
_SUSPECT: Final = 400  # more opened than closed: images and line breaks of a large page are fewer
_CERTAIN: Final = 200_000  # characters from which every page is looked at tag by tag
_DENSE: Final = 1_400  # equals signs in a piece: more than any text or address has
_TAG: Final = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|textarea|title|noframes|xmp)\b.*?(?:</\1|\Z)"
    r"|<(/?)([a-z][^\s/>]*)((?:[^\"'>]+|\"[^\"]*\"|'[^']*')*)",
    re.DOTALL | re.IGNORECASE,
)
_QUOTED: Final = re.compile(r"\"[^\"]*\"|'[^']*'")
EMPTY: Final = (
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
)
_CLOSED_BY_OTHERS: Final = (
    *("p", "li", "dt", "dd", "option", "optgroup", "html", "head", "body"),
    *("tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "caption"),
)
_DRAWN: Final = ("path", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop", "g", "defs")
_NEVER_DEEP: Final = frozenset((*EMPTY, *_CLOSED_BY_OTHERS, *_DRAWN))
_REOPENED: Final = frozenset(
    ("a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u")
)


def within_reason(text: str) -> tuple[str, bool]:
    """Gives a page as far as it costs no more than a page may, and whether it was cut."""
    end = _end_of_reason(text) if is_suspect(text) else -1
    return (text, False) if end < 0 else (text[:end], True)


def is_suspect(text: str) -> bool:
    """Says whether a page must be looked at tag by tag.

    Counts what opens and what closes, piece by piece, and sees a piece that closes no tag or is all attributes.
    """
    if len(text) > _CERTAIN:
        return True
    few = text.count("<") <= _SUSPECT  # then no more can be open
    sparse = text.count("=") <= _DENSE
    opened = 0
    for start in range(0, len(text), _PIECE):
        end = start + _PIECE
        if not few:
            opened = max(0, opened + text.count("<", start, end) - 2 * text.count("</", start, end))
        if opened > _SUSPECT or text.find(">", start, end) < 0 or not (sparse or text.count("=", start, end) <= _DENSE):
            return True
    return False


def _end_of_reason(text: str) -> int:
    """Where the page leaves reason; -1 where it never does."""
    load = _Load()
    for found in _TAG.finditer(text):
        name = (found.group(3) or "").lower()
        if name and (load.is_too_much_with(name, bool(found.group(2))) or _is_too_long(found)):
            return found.start()
    return -1


class _Load:
    """What is open so far. A closing tag closes only what was opened by that name."""

    def __init__(self) -> None:
        self._opened: dict[str, int] = {}
        self._depth = self._tags = self._formats = self._reopened = 0

    def is_too_much_with(self, name: str, closes: bool) -> bool:
        self._tags += 1
        if name in _NEVER_DEEP:
            self._reopened += self._formats
        elif not closes:
            self._turn(name, 1)
        elif self._opened.get(name):
            self._turn(name, -1)
        return self._depth > DEEPEST or self._tags > MOST_TAGS or self._reopened > MOST_REOPENED

    def _turn(self, name: str, change: int) -> None:
        self._opened[name] = self._opened.get(name, 0) + change
        self._depth += change
        if name in _REOPENED:
            self._formats += change
        else:
            self._reopened += self._formats


def _is_too_long(tag: re.Match[str]) -> bool:
    return tag.end() - tag.start() > LONGEST_TAG and len(_QUOTED.sub("", tag.group())) > LONGEST_TAG
