"""A chapter as it stands in its file: what it says about itself, and its text with places."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from bredvid.figures.scope import Scope
from bredvid.report.claims.problems import Problem, ReportError

CHAPTERS = Path(__file__).resolve().parents[1] / "chapters"
LANGUAGES: tuple["Language", ...] = ("sv", "en")

Language = Literal["sv", "en"]

_FILE_NAME = re.compile(r"(?P<number>\d{2,4})-(?P<slug>[a-z0-9-]+)\.md")
_FRONT_MATTER = re.compile(r"---\n(?P<lines>(?:[^\n]*\n)*?)---\n")
_FRONT_LINE = re.compile(r"(?P<key>[a-z]+): *(?P<value>[^\n]+)\n")


@dataclass(frozen=True, kw_only=True)
class ChapterSource:
    """A chapter's file. `text` is all of it; `title_at` and `body_at` are offsets into it."""

    name: str
    number: int
    slug: str
    language: Language
    text: str
    title: str
    title_at: int
    scope: Scope
    body_at: int

    @property
    def body(self) -> str:
        """The chapter's text, without what it says about itself."""
        return self.text[self.body_at :]

    def problem(self, offset: int, message: str) -> Problem:
        """A fault at an offset into `text`."""
        before = self.text[:offset]
        return Problem(self.name, before.count("\n") + 1, offset - before.rfind("\n"), message)


def read_chapter(name: str, language: Language, text: str) -> ChapterSource:
    """Reads a chapter from its text; `name` is how faults call it and ends in NN-name.md.

    Raises ReportError where the file's name or its first lines are not as they should be.
    """
    file_name = _FILE_NAME.fullmatch(name.rsplit("/", 1)[-1])
    if file_name is None:
        raise ReportError([Problem(name, 1, 1, "a chapter's file is named NN-name.md, as 02-summary.md")])
    front = _FRONT_MATTER.match(text)
    values = {match["key"]: match for match in _FRONT_LINE.finditer(front["lines"])} if front else {}
    if front is None or set(values) != {"title", "scope"}:
        raise ReportError(
            [Problem(name, 1, 1, "a chapter begins with ---, a line title: …, a line scope: … and ---, and no more")]
        )
    scope = values["scope"]["value"].strip()
    if scope not in [each.value for each in Scope]:
        raise ReportError([Problem(name, 1, 1, f"scope is respondents, asked or frame, not {scope!r}")])
    title = values["title"]
    return ChapterSource(
        name=name,
        number=int(file_name["number"]),
        slug=file_name["slug"],
        language=language,
        text=text,
        title=title["value"].strip(),
        title_at=front.start("lines") + title.start("value"),
        scope=Scope(scope),
        body_at=front.end(),
    )


def chapters_of(round_code: str, language: Language, *, folder: Path = CHAPTERS) -> list[ChapterSource]:
    """The chapters of a round in one language, in order.

    Raises ReportError where there are none, or where the languages do not have the same ones.
    """
    names = {each: _names(folder / round_code / each) for each in LANGUAGES}
    if not names[language]:
        raise ReportError(
            [Problem(f"{round_code}/{language}", 1, 1, "no chapter here; write one named 01-name.md in each language")]
        )
    alone = set(names["sv"]) ^ set(names["en"])
    if alone:
        raise ReportError(_missing(round_code, alone, names["sv"]))
    return [
        read_chapter(
            f"{round_code}/{language}/{name}",
            language,
            (folder / round_code / language / name).read_text(encoding="utf-8"),
        )
        for name in names[language]
    ]


def _names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("*.md")) if folder.is_dir() else []


def _missing(round_code: str, alone: Iterable[str], swedish: list[str]) -> list[Problem]:
    return [
        Problem(
            f"{round_code}/{'sv' if name in swedish else 'en'}/{name}",
            1,
            1,
            f"the chapter has no counterpart {round_code}/{'en' if name in swedish else 'sv'}/{name}; write it",
        )
        for name in sorted(alone)
    ]
