"""Characters as they are compared: NFC, no soft hyphens or marks of no width, single spaces."""

from collections.abc import Callable
from typing import Final
from unicodedata import is_normalized, normalize

_NOTHING: Final = dict.fromkeys([*range(9), *range(14, 28), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_STRANGE_BYTES: Final = (
    *(
        b"\xcc",
        b"\xcd",
        b"\xc2\xad",
        b"\xe2\x80\x8b",
        b"\xe2\x80\x8c",
        b"\xe2\x80\x8d",
        b"\xe2\x81\xa0",
        b"\xef\xbb\xbf",
    ),
    *(b"&#", b"&shy", b"&zw", b"&Zero", b"&NoBreak", b"\0", b"\x7f", b"\xe1"),
)
"""What stands in a page (as UTF-8) that may hold something unseen, or letters that are not composed."""


def cleaning(page: str) -> Callable[[str], str]:
    """Gives the cheapest way to clean the texts of a page: for most, single spaces are enough."""
    written = page.encode("utf-8", "replace")
    return clean if any(strange in written for strange in _STRANGE_BYTES) else single_spaced


def single_spaced(text: str) -> str:
    """Gives a text with single spaces."""
    return " ".join(text.split())


def clean(text: str) -> str:
    """Gives a text in NFC with single spaces (no-break spaces are spaces) and nothing that cannot be seen."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(text.translate(_NOTHING).split())
    if text.isascii() or is_normalized("NFC", text):
        return text
    return normalize("NFC", text)
