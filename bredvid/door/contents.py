"""The long texts of her pages, read from `content/*.toml` refused where one of the two languages lacks some."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).with_name("content")
LANGUAGES = ("sv", "en")
PARTS = ("name", "fault", "what", "support", "now")


class ContentError(ValueError):
    """A text is missing or too many. The message is one line: file, entry, what is expected."""


@dataclass(frozen=True)
class Section:
    """A heading and its paragraphs; `code` is its place on the page, if a link leads there."""

    heading: str
    paragraphs: tuple[str, ...]
    code: str = ""


@dataclass(frozen=True)
class Text:
    """A page of running text."""

    title: str
    lead: str
    sections: tuple[Section, ...]


@dataclass(frozen=True)
class Situation:
    """What may have happened to her, in her words, and what she can do."""

    code: str
    name: str
    fault: str
    what: str
    support: str
    now: str


@cache
def text(name: str, language: str) -> Text:
    """The page of that name ("rights") in a language. Raises ContentError."""
    raw = _read(name)
    sections = tuple(_section(name, each, language) for each in raw["section"])
    return Text(title=raw[f"title_{language}"], lead=raw[f"lead_{language}"], sections=sections)


@cache
def situations(language: str) -> tuple[Situation, ...]:
    """Every situation, in order. Raises ContentError."""
    return tuple(_situation(each, language) for each in _read("situations")["situation"])


@cache
def duties(language: str) -> dict[str, str]:
    """What those who answer must pass on, by the directory's code."""
    return {code: words[language] for code, words in _read("duties").items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


def _section(file: str, raw: dict[str, Any], language: str) -> Section:
    counts = {len(raw.get(f"text_{each}", ())) for each in LANGUAGES}
    if len(counts) != 1 or 0 in counts:
        heading = raw.get("heading_en")
        raise ContentError(f"{file}.toml, {heading!r}: as many paragraphs in each language are expected.")
    return Section(raw[f"heading_{language}"], tuple(raw[f"text_{language}"]), raw.get("code", ""))


def _situation(raw: dict[str, str], language: str) -> Situation:
    expected = {"code", *(f"{part}_{each}" for part in PARTS for each in LANGUAGES)}
    if set(raw) != expected:
        raise ContentError(f"situations.toml, {raw.get('code')!r}: {sorted(expected ^ set(raw))} missing or too many.")
    return Situation(code=raw["code"], **{part: raw[f"{part}_{language}"] for part in PARTS})
