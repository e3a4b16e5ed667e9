"""The advice as data: each indicator's name, question, reason, what to do, and a paragraph to copy."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from bredvid.webaudit.shapes import INDICATORS

LANGUAGES = ("sv", "en")


@dataclass(frozen=True, slots=True)
class Advice:
    """What is said of an indicator, in one language."""

    indicator: str
    name: str
    asks: str
    why: str
    do: str
    paragraph: str


@cache
def advice(language: str = "sv") -> Mapping[str, Advice]:
    """Every indicator's advice in a language, in the order of the rules; what is not Swedish is English.

    Raises KeyError where the data lacks an indicator or a text.
    """
    spoken = language if language in LANGUAGES else "en"
    data = tomllib.loads(files(__package__).joinpath("advice.toml").read_text("utf-8"))
    texts = ("name", "asks", "why", "do", "paragraph")
    return MappingProxyType(
        {code: Advice(code, **{text: data[code][f"{text}_{spoken}"] for text in texts}) for code in INDICATORS}
    )
