"""Why a page could not be read, or was read with something amiss, as codes. Their words: judging/reasons.toml."""

from typing import Final

TRUNCATED: Final = "truncated"  # longer than we read; the first part was read
TOO_DEEP: Final = "too-deep"  # elements nested beyond all reason; read as far as there
TOO_MANY_LINKS: Final = "too-many-links"  # the first ones are kept
WRONG_CHARSET: Final = "wrong-charset"  # declared one character set, written in another; mended
BROKEN_CHARACTERS: Final = "broken-characters"  # in no character set we know; the readable part was read

NOT_TEXT: Final = "not-text"
EMPTY: Final = "empty"
PDF_WITHOUT_TEXT: Final = "pdf-without-text"
PDF_BROKEN: Final = "pdf-broken"
PDF_LOCKED: Final = "pdf-locked"
PDF_TOO_SLOW: Final = "pdf-too-slow"
PDF_TOO_LARGE: Final = "pdf-too-large"


class Unreadable(Exception):  # noqa: N818  (what happened to a page, and no error of ours)
    """A page with nothing to read. `reason` is a code of this module, or the archive's own."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
