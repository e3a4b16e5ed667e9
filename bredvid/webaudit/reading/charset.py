"""From bytes to characters: byte order mark, what the server said, what the page says, and what the bytes are."""

import re
from typing import Final

from bredvid.webaudit.reading.problems import BROKEN_CHARACTERS, NOT_TEXT, WRONG_CHARSET, Unreadable

_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED: Final = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_BINARY: Final = (
    b"%PDF-",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x7fELF",
    b"MZ",
    b"\x1f\x8b",
    b"RIFF",
)
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\r\x0c\x1b")
_HEAD: Final = 4_096
_MOST_CONTROLS: Final = 0.02

# The web reads the first name of each pair as the second (WHATWG Encoding Standard, "Names and labels").
_READ_AS: Final = {
    **dict.fromkeys(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"), "cp1252"),
    "utf8": "utf-8",
}
_NO_WEB_CHARSETS: Final = frozenset({"idna", "punycode", "unicode_escape", "raw_unicode_escape", "utf-7", "undefined"})


def decoded(body: bytes, said: str = "", *, cut: bool = False) -> tuple[str, str]:
    """Gives a body's characters and a problem's code, empty where what was declared is what it is.

    `said` is the character set of the response's header. `cut` tells that the body ends in the middle of something.
    Raises Unreadable(not-text) for a picture, an archive, a program or random bytes.
    """
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace"), ""
    _refuse_binary(body)
    declared = _known(said) or _declared_in(body)
    try:
        return _utf8(body, cut), "" if declared in ("", "utf-8") else _mended(body, declared)
    except UnicodeDecodeError:
        return _not_utf8(body, declared)


def _not_utf8(body: bytes, declared: str) -> tuple[str, str]:
    """Characters of a body that is no UTF-8: as declared, else as Swedish sites wrote before UTF-8."""
    if declared not in ("", "utf-8"):
        return body.decode(declared, "replace"), ""
    stray = sum(body.count(bytes([code])) for code in (0x81, 0x8D, 0x8F, 0x90, 0x9D))
    if body.count(b"\xc3") > 2 * stray + 3 and _mostly_utf8(body):
        return body.decode("utf-8", "replace"), BROKEN_CHARACTERS
    return body.decode("cp1252", "replace"), WRONG_CHARSET if declared else ""


def _mostly_utf8(body: bytes) -> bool:
    text = body.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return broken * 20 < sum(text.count(letter) for letter in "åäöÅÄÖé")


def _utf8(body: bytes, cut: bool) -> str:
    """The body as UTF-8; a character that was cut in two at the end is let go."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if cut and error.start >= len(body) - 4:
            return body[: error.start].decode("utf-8")
        raise


def _mended(body: bytes, declared: str) -> str:
    """UTF-8 that says it is something else; for pure ASCII nothing was wrong."""
    return "" if declared.startswith("utf-16") or body.isascii() else WRONG_CHARSET


def _declared_in(body: bytes) -> str:
    found = _DECLARED.search(body, 0, _HEAD)
    return _known(found.group(1).decode("ascii")) if found else ""


def _known(name: str) -> str:
    """A character set's name as Python calls it; empty for none and for what no browser reads."""
    name = name.strip().strip("\"'").lower()
    name = _READ_AS.get(name, name)
    if not name or name in _NO_WEB_CHARSETS:
        return ""
    try:
        "".encode(name)
        return name if isinstance(b"".decode(name), str) else ""
    except (LookupError, ValueError, TypeError):
        return ""


def _refuse_binary(body: bytes) -> None:
    head = body[:_HEAD]
    if head.startswith(_BINARY):
        raise Unreadable(NOT_TEXT)
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > max(2, _MOST_CONTROLS * len(head)):
        raise Unreadable(NOT_TEXT)
