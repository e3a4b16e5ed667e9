"""Characters as they are compared: NFC, no soft hyphens or marks of no width, single spaces."""

from typing import Final
from unicodedata import is_normalized, normalize

_NOTHING: Final = dict.fromkeys(
    [*range(9), *range(14, 28), 0x7F, 0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xD800, 0xE000)]
)


def single_spaced(text: str) -> str:
    """Gives a text with single spaces."""
    return " ".join(text.split())


def is_clean(text: str) -> bool:
    """Says whether a text has nothing to clean but its spaces."""
    return text.isprintable() and (text.isascii() or is_normalized("NFC", text))


def clean(text: str) -> str:
    """Gives a text in NFC with single spaces (no-break spaces are spaces) and nothing that cannot be seen."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = " ".join(text.translate(_NOTHING).split())
    if text.isascii() or is_normalized("NFC", text):
        return text
    return normalize("NFC", text)
