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
# What makes a bound number into another one: a letter or digit against it, or a unit that its format should write.
_GROWN = re.compile(
    rf"\w{BOUND}|{BOUND}(?:\w|:\w|[,.]\d|\s*(?:[%‰½]|(?:procent|promille|per\s?cent|tusen|thousand|miljon|million)))"
    rf"|{BOUND}{BOUND}"
)


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
    """Signs that could hide a number from the check: place and what it is.

    A fraction or a ringed digit is a number; a soft hyphen or a joiner is not seen; a letter of another script looks
    like ours.
    """
    for place, sign in zip(visible.places, visible.text, strict=True):
        if sign == BOUND:
            continue
        if unicodedata.numeric(sign, None) is not None and not sign.isascii():
            yield place, f"the sign {sign} is a number"
        elif unicodedata.category(sign) in ("Cf", "Cc", "Co", "Cn"):
            yield place, f"an invisible sign (U+{ord(sign):04X})"
        elif sign.isalpha() and not unicodedata.name(sign, "").startswith("LATIN"):
            yield place, f"the letter {sign} (U+{ord(sign):04X}) is not Latin"


def grown(visible: Visible) -> Iterator[tuple[int, str]]:
    """Places where a binding's number is made into another by what stands against it: "procent", "tusen", ":e"."""
    for match in _GROWN.finditer(visible.text):
        yield visible.places[match.start()], match[0].replace(BOUND, "[[…]]")
