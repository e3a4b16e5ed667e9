"""Why a verdict is as it is: codes, and words for them in both languages (reasons.toml)."""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from pathlib import Path


class Reason(StrEnum):
    """What a verdict of ours says of itself. Why a page could not be read is said by `reading` and the crawl."""

    NAMED = "named"
    OUTSIDE_CONTENT = "outside-content"
    ONLY_HIDING = "only-hiding"
    ONLY_PURCHASE = "only-purchase"
    ONLY_EXPLOITATION = "only-exploitation"
    ONLY_FORM = "only-form"
    NEGATED = "negated"
    NOT_GUIDANCE = "not-guidance"
    NO_TERM = "no-term"
    ABOUT_THOSE_EXPOSED = "about-those-exposed"
    ABOUT_NOBODY = "about-nobody"
    ONLY_IMAGES = "only-images"
    ANOTHER_SUBJECT = "another-subject"
    FORMS_NAMED = "forms-named"
    ONE_FORM = "one-form"
    SPEAKS_TO_WOMEN = "speaks-to-women"
    SPEAKS_PARTLY_TO_WOMEN = "speaks-partly-to-women"
    GENDER_NEUTRAL = "gender-neutral"
    NOTHING_TO_JUDGE = "nothing-to-judge"
    UNDERSTANDABLE = "understandable"
    PARTLY_UNDERSTANDABLE = "partly-understandable"
    INTERNAL_NAME = "internal-name"
    OFFERED = "offered"
    WORD_ALONE = "word-alone"
    ANOTHER_MATTER = "another-matter"
    REACHABLE = "reachable"
    NOT_REACHABLE = "not-reachable"
    UNNAMED = "unnamed"
    NOT_TIED = "not-tied"
    TIED = "tied"
    NOT_NAMED = "not-named"
    NAMING_UNCLEAR = "naming-unclear"
    READABLE = "readable"
    FAIRLY_READABLE = "fairly-readable"
    HARD_TO_READ = "hard-to-read"
    TOO_LITTLE_TEXT = "too-little-text"
    NEAR = "near"
    RATHER_FAR = "rather-far"
    FAR = "far"
    NO_WAY = "no-way"
    START_UNKNOWN = "start-unknown"
    NO_RELEVANT_PAGE = "no-relevant-page"
    SAFE = "safe"
    THIRD_PARTY_LOADED = "third-party-loaded"
    NO_WAY_OUT = "no-way-out"
    NOT_SAFE = "not-safe"
    NO_MARKUP = "no-markup"
    KEPT_APART = "kept-apart"
    SPEAKS_TO_BUYERS = "speaks-to-buyers"
    BUYERS_SERVICE = "buyers-service"
    UNEXPECTED = "unexpected"


FROM_ELSEWHERE = frozenset(
    {
        *("timed-out", "robots", "redirect-loop", "too-large", "blocked", "not-reached", "http"),
        *("server-error", "not-found-page", "other-site", "dns", "out-of-time", "come-back-later"),
        *(
            "broken-archive",
            "unfinished",
            "cannot-be-opened",
            "not-a-page",
            "unknown-encoding",
            "broken-encoding",
            "not-json",
        ),
    }
)
"""Why the crawl or the archive has no page (archive/README.md); "http" stands for http-404 and its like."""


@cache
def all_words() -> Mapping[str, Mapping[str, str]]:
    """The words of every reason: code → language → sentence."""
    data = tomllib.loads((Path(__file__).parent / "reasons.toml").read_text("utf-8"))
    return {entry["code"]: {"sv": entry["words_sv"], "en": entry["words_en"]} for entry in data["reason"]}


def words(code: str, language: str) -> str:
    """The reason in words; the code itself for a reason an archive of others has made up."""
    kind, _, number = code.partition("-")
    found = all_words().get(kind if number.isdigit() else code)
    return found[language].format(number=number) if found else code
