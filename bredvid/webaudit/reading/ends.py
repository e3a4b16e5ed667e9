"""Where sentences end, for counting them in a text of one byte a character. The same rule as sentences.py."""

import re
from functools import cache
from typing import Final

from bredvid.webaudit.reading.language_words import language_words
from bredvid.webaudit.reading.sentences import abbreviates

END: Final = b"\x9d"
"""Stands where a sentence ends; no character has this byte."""

_SPACE: Final = rb"[\s\x1c-\x1f\xa0]"
_SMALL: Final = "".join(
    re.escape(small) for code in range(256) if (small := bytes([code]).decode("cp1252", "ignore")).islower()
).encode("cp1252")
_NOT_SMALL: Final = rb"[^\s\x1c-\x1f\xa0" + _SMALL + rb"]"
_REST: Final = '[.!?…]*[)\\]"”’»]*'.encode("cp1252")
_ENDS: Final = re.compile(
    "[.!?…:]".encode("cp1252")
    + rb"(?:(?<=\.)" + _REST + rb"(?=" + _SPACE + rb"+" + _NOT_SMALL + rb")"
    + rb"|(?<![.:])" + "(?<![.!?…][!?…])".encode("cp1252") + _REST + rb"(?=" + _SPACE + rb")"
    + rb"|(?<=:)(?=" + _SPACE + "+[A-ZÅÄÖÉ0-9”»\"–-]))".encode("cp1252")
)  # fmt: skip


@cache
def _may_end_nothing() -> re.Pattern[bytes]:
    """A point (a search leaps to it) after a word as short as an abbreviation; most points stand after longer ones."""
    longest = max(map(len, language_words().abbreviations))
    after_longer = rb"[A-Za-z\xc0-\xff]" * (longest + 1) + rb"\."
    return re.compile(rb"\.(?<!" + after_longer + rb")" + _REST + rb"(?=" + _SPACE + rb"+(" + _NOT_SMALL + rb"))")


def with_ends(text: str, data: bytes) -> bytes:
    """The bytes of a text with END where a sentence ends; the end of the text is no such place."""
    ends_nothing = []
    for found in _may_end_nothing().finditer(data):
        if abbreviates(text, found.start(), text[found.start(1)]):
            ends_nothing.append(found.span())
    if ends_nothing:
        left = bytearray(data)
        for start, end in ends_nothing:
            left[start:end] = b" " * (end - start)
        data = bytes(left)
    return _ENDS.sub(END, data)
