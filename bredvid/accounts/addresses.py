"""Which addresses know who is asking. No other address has a session, so no reader can be given a cookie by one."""

PERSONAL = "personal"
# What the code of a draft round ends with, also where it is built and read.
DRAFT = "-utkast"


def is_personal(path: str) -> bool:
    """Whether an address is one of the pages of staff, in either language."""
    return _first_word(path) == PERSONAL


def is_draft(path: str) -> bool:
    """Whether an address is one of a draft round, in either language: /2026-utkast/…"""
    return _first_word(path).endswith(DRAFT)


def _first_word(path: str) -> str:
    words = path.split("/")[1:]
    if words[:1] == ["en"]:
        words = words[1:]
    return words[0] if words else ""
