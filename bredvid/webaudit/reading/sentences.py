"""Where sentences begin and end. Rule: docs/reference/web-indicators.md, section 2."""

import re
from typing import Final

from bredvid.webaudit.reading.language_words import language_words

# It begins with one set of characters, and so skips over all others at once.
_END: Final = re.compile(r"[.!?…:](?:(?<!:)[.!?…]*[)\]\"”’»]*(?=\s|$)|(?<=:)(?=\s+[A-ZÅÄÖÉ0-9”»\"–-]))\s*")


def sentences(text: str) -> list[tuple[int, int]]:
    """Gives the spans of a block's sentences, in order, without the spaces between them; none for a text without words.

    They end at `.`, `!`, `?`, at `:` followed by a capital, and at the text's end. A point within an abbreviation
    (`t.ex.`, `bl.a.`), an ordinal or a number followed by a small letter or a digit ends nothing.
    """
    spans, start = [], _after_space(text, 0)
    for found in _END.finditer(text):
        if found.end() < len(text) and not _ends(text, found):
            continue
        end = found.end() - (len(found.group()) - len(found.group().rstrip()))
        if end > start:
            spans.append((start, end))
        start = found.end()
    rest = len(text.rstrip())
    if rest > start:
        spans.append((start, rest))
    return spans


def _ends(text: str, found: re.Match[str]) -> bool:
    """Says whether a mark followed by more text ends a sentence."""
    mark, follows = found.group()[0], text[found.end()]
    if mark != ".":
        return True
    return not (follows.islower() or abbreviates(text, found.start(), follows))


def abbreviates(text: str, point: int, follows: str) -> bool:
    """Says whether a point closes an abbreviation, or a day or number that is followed by a digit."""
    before = text[text.rfind(" ", 0, point) + 1 : point].rpartition(".")[2].strip('(”"').casefold()
    if before.isdecimal():
        return len(before) <= 2 and follows.isdecimal()
    return before in language_words().abbreviations


def _after_space(text: str, start: int) -> int:
    return start + len(text) - start - len(text[start:].lstrip())
