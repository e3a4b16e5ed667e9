"""A round's report, composed from its chapters: as a tree of blocks, or as the list of what is wrong with it."""

import tomllib
from collections.abc import Iterable

from django.utils.formats import date_format
from django.utils.translation import gettext, override

from bredvid.report.blocks.tree import Chapter, FigureBlock, Report
from bredvid.report.claims.chapter import CHAPTERS, ChapterSource, Language
from bredvid.report.claims.compose import Composed, compose
from bredvid.report.claims.directives import directives_of
from bredvid.report.claims.gather import evidence_of
from bredvid.report.claims.problems import ReportError
from bredvid.report.manuscript.reading import SITE, chapters_of, in_files, site_texts_of
from bredvid.report.opening import opening_question
from bredvid.review.models import Round


def compose_report(round_: Round, language: Language) -> Report:
    """The round's report in one language. Raises ReportError with every fault of its chapters."""
    composed = compose_chapters(round_, chapters_of(round_.code, language))
    front = _front(round_, language)
    with override(language):
        published = date_format(round_.published_on, "j F Y")
    return Report(
        round=round_.code,
        language=language,
        title=front["title"],
        subtitle=front["subtitle"],
        publisher=front["publisher"],
        day=round_.published_on,
        published=published,
        chapters=without_faults(composed),
        cover=_cover(round_, language, front["cover"]),
        demonstration=round_.demonstration,
    )


def compose_chapter(round_: Round, language: Language, slug: str, *, folder: str = "") -> Chapter:
    """One chapter of the round's report, or with the folder SITE a text of the site that speaks of the round.

    Raises LookupError for a chapter that is not there, ReportError for one with faults.
    """
    sources = site_texts_of(round_.code, language) if folder == SITE else chapters_of(round_.code, language)
    source = next((each for each in sources if each.slug == slug), None)
    if source is None:
        raise LookupError(f"{folder or round_.code} has no chapter {slug!r} in {language}")
    (chapter,) = without_faults(compose_chapters(round_, [source]))
    return chapter


def compose_chapters(round_: Round, sources: Iterable[ChapterSource]) -> list[Composed]:
    """Chapters with their claims and their faults, each in its own language."""
    sources = list(sources)
    languages: set[Language] = {source.language for source in sources}
    evidence = {language: evidence_of(round_, language) for language in languages}
    directives = {language: directives_of(round_, language) for language in languages}
    return [compose(source, evidence[source.language], directives[source.language]) for source in sources]


def without_faults(composed: Iterable[Composed]) -> tuple[Chapter, ...]:
    """The chapters, if all are right. Raises ReportError with the faults of all."""
    composed = list(composed)
    problems = [problem for each in composed for problem in each.problems]
    if problems:
        raise ReportError(problems)
    return tuple(each.chapter for each in composed)


def _front(round_: Round, language: Language) -> dict[str, str]:
    """What stands on the title page: from the round's files, or from the round itself."""
    if not in_files(round_.code):
        with override(language):
            return {
                "title": round_.label("title"),
                "subtitle": gettext(
                    "How the municipalities support women and girls exploited in prostitution and pornography"
                ),
                "publisher": round_.label("source") or gettext("Bredvid, by Roks"),
                "cover": opening_question(round_),
            }
    values = tomllib.loads((CHAPTERS / round_.code / "report.toml").read_text(encoding="utf-8"))
    names = ("title", "subtitle", "publisher")
    return {**{name: values[f"{name}_{language}"] for name in names}, "cover": values["cover"]}


def _cover(round_: Round, language: Language, question: str) -> FigureBlock | None:
    if not question:
        return None
    (block,) = directives_of(round_, language)["figure"](question)
    if not isinstance(block, FigureBlock):
        raise TypeError("expected a drawing for the title page")
    return FigureBlock(block.key, block.drawing, block.note)
