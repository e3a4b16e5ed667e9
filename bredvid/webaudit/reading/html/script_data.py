"""Text that a page keeps in its scripts: SiteVision's start states, linked data, other JSON. Never code.

Only what a person could read is taken: strings of some length with spaces and small letters, their HTML cleaned.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from selectolax.lexbor import LexborHTMLParser

from bredvid.webaudit.reading.characters import clean
from bredvid.webaudit.reading.html.load import within_reason

START_STATE: Final = "registerInitialState"
SHORTEST: Final = 25
"""Characters; shorter strings are labels and settings."""

LEAST_WORDS: Final = 4
MOST_STRINGS: Final = 2_000
LONGEST_CODE: Final = 2_000_000
LINKED: Final = "application/ld+json"
_JSON_TYPES: Final = ("application/json", LINKED)
_STATE: Final = re.compile(
    r"registerInitialState\s*\(\s*(?:'[^']*'|\"[^\"]*\")\s*,\s*|"
    r"(?:window\.|self\.)?__[A-Z][A-Z0-9_]*(?:STATE|DATA|PROPS)[A-Z0-9_]*\s*=\s*"
)
_MAY_SPEAK: Final = re.compile(r"\"(?:[^\"\\\s&]*+(?:\\.|[\s&])){3}", re.DOTALL)
_OTHER_SPACES: Final = ("\\", "<", "&")
_SPACE: Final = re.compile(r"\s")
_CODE_SIGNS: Final = ("{", "};", "function(", "=>", "://", "==", "&&", "||")
_DECODER: Final = json.JSONDecoder()
_ENDINGS: Final = ("</p>", "</li>", "</h1>", "</h2>", "</h3>", "</h4>", "</div>", "<br>", "<br/>", "<br />", "</td>")


def values_in(kind: str, code: str) -> Iterator[Any]:
    """Gives the JSON values of a script: all of it where its type says so, else the states it hands over.

    Where no string of it can be a text, nothing is given but linked data, which is asked for more than its texts.
    """
    code = code[:LONGEST_CODE]
    kind = kind.partition(";")[0].strip().lower() if kind else ""
    if kind in _JSON_TYPES:
        if kind == LINKED or _may_speak(code):
            yield from _value(code, 0)
    elif (START_STATE in code or "__" in code) and _may_speak(code):
        for found in _STATE.finditer(code):
            yield from _value(code, found.end())


def _may_speak(code: str) -> bool:
    """Says quickly whether a string of some JSON may have as many words as a text: most states are settings alone."""
    return not _has_no_spaces(code) and _MAY_SPEAK.search(code) is not None


def _has_no_spaces(code: str) -> bool:
    """Says whether every space of some JSON is one beside a comma or colon that stands between its strings.

    A text's string may begin or end as such a one does; it has three spaces, and the third is left.
    """
    if not code.isascii() or any(sign in code for sign in _OTHER_SPACES):
        return False
    return code.count(" ") == code.count('": ') + code.count(', "') + code.count(", {")


def _value(code: str, start: int) -> Iterator[Any]:
    bare = _SPACE.sub("", code[start : start + 50]) if start == 0 else code[start : start + 1]
    if not bare.startswith(("{", "[", '"')):
        return
    try:
        yield _DECODER.raw_decode(
            code, start + len(code[start:]) - len(code[start:].lstrip()) if start == 0 else start
        )[0]
    except (ValueError, RecursionError):
        return


def strings_in(values: Iterable[Any]) -> Iterator[str]:
    """Gives every string of some values, in order; of an object its values, never its keys."""
    waiting, given = list(values)[::-1], 0
    while waiting and given < MOST_STRINGS:
        value = waiting.pop()
        if isinstance(value, str):
            given += len(value) >= SHORTEST
            yield value
        elif isinstance(value, dict):
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))


def texts_in(strings: Iterable[str]) -> Iterator[str]:
    """Gives what a person could read among some strings, paragraph by paragraph, once each."""
    seen = set[str]()
    for string in strings:
        for text in _paragraphs(string) if len(string) >= SHORTEST else ():
            if is_language(text) and text not in seen:
                seen.add(text)
                yield text


def is_language(text: str) -> bool:
    """Says whether a string is written for people: words with spaces, mostly letters, no signs of code."""
    if len(text) < SHORTEST or text.count(" ") + 1 < LEAST_WORDS:
        return False
    if any(sign in text for sign in _CODE_SIGNS):
        return False
    letters = sum(map(str.isalpha, text[:500]))
    return letters >= 0.7 * len(text[:500].replace(" ", "")) and any(map(str.islower, text[:100]))


def _paragraphs(string: str) -> list[str]:
    if "<" not in string and "&" not in string:
        return [clean(line) for line in string.splitlines()]
    for ending in _ENDINGS:
        string = string.replace(ending, ending + "\n")
    body = LexborHTMLParser(within_reason(string)[0]).body
    return [clean(line) for line in (body.text() if body is not None else "").splitlines()]
