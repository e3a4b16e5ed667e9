"""What the check of claims says, in the words of the one who writes."""

import re
import tomllib
from functools import cache
from pathlib import Path


def in_language(message: str, language: str) -> str:
    """A fault in Swedish; in English, or where there is no Swedish for it, as the check says it."""
    if language != "sv":
        return message
    for pattern, text in _swedish():
        match = pattern.fullmatch(message)
        if match:
            return text.format(*match.groups())
    return message


@cache
def _swedish() -> list[tuple[re.Pattern[str], str]]:
    values = tomllib.loads((Path(__file__).resolve().parent / "faults.toml").read_text(encoding="utf-8"))
    return [(re.compile(each["pattern"], re.DOTALL), each["sv"]) for each in values["fault"]]
