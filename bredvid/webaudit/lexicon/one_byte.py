"""A text as one byte a character, in the same places: what is searched or counted at the speed of bytes.

Bytes are those of Windows-1252, in which nearly all Swedish text stands. Any other character becomes a stand-in that
says only what sort of character it is.
"""

from codecs import register_error
from typing import Final
from unicodedata import category

from bredvid.webaudit.lexicon.normalising import plain

SMALL, LETTER, SIGN, SPACE = "\xff", "\xde", "\x7f", "\xa0"
"""Stand-ins: a small letter, any other letter or digit, a sign, a space."""

ODD_LETTER, ODD_SIGN = "\x81", "\x8d"
"""Stand-ins for what is, made plain, something else: a joined letter, an accent by itself, what nobody sees."""

_ENCODING: Final = "cp1252"
_STANDS_IN: Final = "bredvid.webaudit.one-byte"


def one_byte(text: str) -> bytes:
    """The text as bytes, one a character."""
    return text.encode("latin-1", _STANDS_IN)


def _known(character: str) -> str:
    """The character of the same byte as this one has; empty for a character that has none."""
    if ord(character) < 256:
        return character
    return character.encode(_ENCODING, "ignore").decode("latin-1")


def _stand_in(character: str) -> str:
    made = plain(character).text
    if category(character).startswith("M") or not made:
        return ODD_SIGN
    if any(each.isalnum() and _known(each) for each in made):
        return ODD_LETTER
    if character.isalnum():
        return SMALL if character.islower() else LETTER
    return SPACE if character.isspace() else SIGN


class _StandIns(dict[int, str]):
    """For `str.translate`: each character is thought about once for each process."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = found = _known(character) or _stand_in(character)
        return found


_STAND_INS: Final = _StandIns()


def _stand_ins(error: UnicodeError) -> tuple[str, int]:
    """What the encoder asks for each run of characters that it does not know."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end].translate(_STAND_INS), error.end


register_error(_STANDS_IN, _stand_ins)
