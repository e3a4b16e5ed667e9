"""Which letters a text file is written in. The rule is told, never guessed in silence. Pure.

A mark at the beginning decides (UTF-8 or UTF-16). Without one: NUL bytes at every second place are UTF-16; what is
valid UTF-8 is UTF-8; anything else is Windows-1252, which Excel saves on Windows and which has all letters of Latin-1.
"""

import codecs
import re

from django.utils.translation import gettext as _

from bredvid.sheets.errors import ImportRefused

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_WORDS = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4096
_MANY = 0.3


def decoded(data: bytes) -> tuple[str, str]:
    """The text of a file, and the name of its encoding. Raises ImportRefused."""
    codec, name = _codec(data)
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise ImportRefused(
            _("The file is not text that can be read: byte %(at)d is no letter in %(encoding)s.")
            % {"at": error.start + 1, "encoding": name}
        ) from None
    if "\x00" in text:
        raise ImportRefused(
            _("The file is no text file: sign %(at)d is NUL. Save it again as CSV (UTF-8) or as .xlsx.")
            % {"at": text.index("\x00") + 1}
        )
    return text.removeprefix("\ufeff"), name


def assumed(text: str, name: str) -> str:
    """What to tell of an encoding that was not marked; nothing where there can be no doubt."""
    if name != "Windows-1252":
        return ""
    word = next((word for word in _WORDS.findall(text) if not word.isascii()), "")
    told = _("The text is not UTF-8 and was read as Windows-1252 (Latin-1). Check that å, ä and ö look right.")
    return f"{told} {_('As here: “%(word)s”.') % {'word': word[:30]}}" if word else told


def _codec(data: bytes) -> tuple[str, str]:
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return codec, name
    first = data[:_LOOKED_AT]
    even, odd = first[0::2].count(0), first[1::2].count(0)
    if odd > _MANY * len(first) / 2 and even < odd / 4:
        return "utf-16-le", "UTF-16"
    if even > _MANY * len(first) / 2 and odd < even / 4:
        return "utf-16-be", "UTF-16"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", "Windows-1252"
    return "utf-8", "UTF-8"
