"""What a reader must know before the numbers, in both languages: demonstration, bases, missing values, licence."""

import tomllib
from functools import cache
from pathlib import Path

from bredvid.report.data.licence import DATA_LICENCE
from bredvid.report.data.values import Release

TEXT = Path(__file__).with_name("read_me.toml")


@cache
def _lines() -> list[dict[str, str]]:
    lines: list[dict[str, str]] = tomllib.loads(TEXT.read_text())["line"]
    return lines


def read_me(release: Release) -> list[tuple[str, str]]:
    """Lines as (Swedish, English); the first names the languages."""
    holds = {"": True, "demonstration": release.demonstration, "aggregate": release.aggregate_only}
    words = {
        "title_sv": release.title_sv,
        "title_en": release.title_en,
        "source_sv": release.source_sv,
        "source_en": release.source_en,
        "answered": release.answered,
        "frame": release.frame,
        "licence": DATA_LICENCE.title,
        "licence_page": DATA_LICENCE.page,
    }
    chosen = [line for line in _lines() if holds[line.get("only", "")]]
    return [("Läs mig", "Read me"), *((line["sv"].format(**words), line["en"].format(**words)) for line in chosen)]
