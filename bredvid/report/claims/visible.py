"""What is left of a chapter when its bindings are taken out: the words that nobody has computed."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bredvid.report.claims.chapter import ChapterSource
from bredvid.report.claims.grammar import BINDING, DIRECTIVE

# Stands where a binding stood: neither a word nor a space, so that nothing reads across it.
BOUND = "\ufffc"

# Markdown's own signs are not words: marks of headings and lists, addresses of links, and emphasis.
_LINE_MARKS = re.compile(r"^(?: {0,3}(?:#{1,6} |[-*+] |\d{1,9}[.)] |> ?))+", re.MULTILINE)
_LINK_ADDRESS = re.compile(r"(?<=\])\([^()\s]*\)")
_EMPHASIS = re.compile(r"[*_\[\]]+")


@dataclass(frozen=True)
class Visible:
    """Words with the place of each letter in the chapter's file."""

    text: str
    places: tuple[int, ...]


def visible_parts(chapter: ChapterSource) -> Iterator[Visible]:
    """The title and then each paragraph, without bindings, directives and Markdown's own signs."""
    yield _visible(chapter.title, chapter.title_at)
    start = chapter.body_at
    for paragraph in re.split(r"(\n\s*\n)", chapter.body):
        if paragraph.strip():
            yield _visible(paragraph, start)
        start += len(paragraph)


def _visible(raw: str, start: int) -> Visible:
    bound = {match.start(): match.end() for match in BINDING.finditer(raw)}
    dropped = [match for form in (DIRECTIVE, _LINE_MARKS, _LINK_ADDRESS) for match in form.finditer(raw)]
    skip = {at for match in dropped for at in range(*match.span())}
    letters: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(raw):
        if at in bound:
            letters.append(BOUND)
            places.append(start + at)
            at = bound[at]
            continue
        if at not in skip and not _EMPHASIS.fullmatch(raw[at]):
            letters.append(" " if raw[at].isspace() else raw[at])
            places.append(start + at)
        at += 1
    return Visible("".join(letters), tuple(places))


def odd_signs(visible: Visible) -> Iterator[tuple[int, str]]:
    """Signs that no reader would take for a number, or would not see at all: place and what it is.

    A fraction or a ringed digit is a number; a soft hyphen or a joiner could hide one from the check.
    """
    for place, sign in zip(visible.places, visible.text, strict=True):
        if sign == BOUND:
            continue
        if unicodedata.numeric(sign, None) is not None and not sign.isascii():
            yield place, f"the sign {sign} is a number"
        elif unicodedata.category(sign) in ("Cf", "Cc", "Co", "Cn"):
            yield place, f"an invisible sign (U+{ord(sign):04X})"
