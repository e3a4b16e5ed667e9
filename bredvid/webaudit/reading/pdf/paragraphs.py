"""A document's lines as paragraphs: a line on paper ends where the paper does, not where the sentence does."""

from collections.abc import Iterator
from typing import Final

from bredvid.webaudit.reading.characters import clean

LONGEST: Final = 1_000
"""Characters of a paragraph; tables and registers have no full stops."""

_ENDS: Final = (".", "!", "?", ":", ";")
_BULLETS: Final = ("•", "–", "-", "*", "▪", "○", "\uf0b7")
_SHORT: Final = 45  # a line that ends this early, before a capital, was a heading or the last of its paragraph


def paragraphs(page: str) -> Iterator[str]:
    """Gives a page's paragraphs, words that were parted at a line's end made whole."""
    open_text = ""
    for line in (clean(raw) for raw in page.replace("\ufffe", "-\n").splitlines()):
        if open_text and _begins_anew(open_text, line):
            yield open_text
            open_text = ""
        open_text = _with(open_text, line)
    if open_text:
        yield open_text


def _begins_anew(before: str, line: str) -> bool:
    if not line or before.endswith(_ENDS) or line.startswith(_BULLETS) or len(before) + len(line) > LONGEST:
        return True
    return line[:1].isupper() and len(before) <= _SHORT


def _with(before: str, line: str) -> str:
    if before.endswith("-") and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}".strip()
