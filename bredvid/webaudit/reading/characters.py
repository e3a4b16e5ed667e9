"""Characters as they are compared: NFC, no soft hyphens or marks of no width, single spaces."""

import unicodedata
from typing import Final

_NOTHING: Final = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0xFFFD, 0))
_STRANGE: Final = frozenset(map(chr, _NOTHING))


def clean(text: str) -> str:
    """Gives a text in NFC with single spaces (no-break spaces are spaces) and nothing that cannot be seen."""
    text = " ".join(text.split())
    if text.isascii():
        return text.replace("\0", "") if "\0" in text else text
    if not _STRANGE.isdisjoint(text):
        text = " ".join(text.translate(_NOTHING).split())
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)
