"""Who publishes a release: the real publisher, or for a demonstration an invented one."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bredvid.report.data.values import Publisher

TEXT = Path(__file__).with_name("publisher.toml")


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads(TEXT.read_text())


def publisher_of(*, demonstration: bool, contact_email: str) -> Publisher:
    """The publisher. An invented figure never stands beside a real organisation's name."""
    return Publisher(**_file()["demonstration" if demonstration else "real"], contact_email=contact_email)


def keywords() -> tuple[tuple[str, str], ...]:
    """Keywords as (language, word)."""
    return tuple((language, word) for language, words in _file()["keywords"].items() for word in words)
