"""Which chapters a round's report has. The one place where that is decided.

1. A round that lives in files (2025, the demonstration) has those files.
2. A published round has the versions that its newest edition has, whatever has been written since.
3. A draft has the newest version of each chapter, and for a chapter nobody has touched what the machine writes from
   the answers as they are now.
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from bredvid.accounts.addresses import DRAFT
from bredvid.report.claims import chapter as files
from bredvid.report.claims.chapter import CHAPTERS, ChapterSource, Language, read_chapter
from bredvid.report.drafting.chapters import UNWRITTEN, Drafted, draft_report
from bredvid.report.models import ChapterVersion, EditionChapter
from bredvid.review.models import Publication, Round

Kind = Literal["report", "site"]
# The folder of the texts that belong to the site itself and speak of its current round.
SITE = "site"


def chapters_of(code: str, language: Language) -> list[ChapterSource]:
    """The chapters of a round's report in one language, in order.

    Raises ReportError where a file is not as it should be, Round.DoesNotExist for a code that is no round.
    """
    if in_files(code):
        return files.chapters_of(code, language)
    return _stored(code, language, "report")


def site_texts_of(code: str, language: Language) -> list[ChapterSource]:
    """The site's texts, as they speak of a round."""
    if in_files(code):
        return files.chapters_of(SITE, language)
    return _stored(code, language, "site")


def in_files(code: str) -> bool:
    """Whether the round's chapters are files of the house, which nobody edits on a page."""
    return (CHAPTERS / code).is_dir()


def report_code(code: str) -> str:
    """The code under which a round's chapters are kept: a draft's are the round's."""
    return code.removesuffix(DRAFT)


def edition_of(code: str) -> Publication | None:
    """The newest edition of a published round; None for a draft and for what was never published."""
    if code.endswith(DRAFT):
        return None
    return Publication.objects.filter(fieldwork_id=code).order_by("-edition").first()


def newest_versions(code: str) -> dict[tuple[str, str, str], ChapterVersion]:
    """The version that holds of each chapter somebody saved, by kind, slug and language; removed ones too."""
    rows = ChapterVersion.objects.filter(round=report_code(code)).select_related("staff").order_by("version")
    return {(row.kind, row.slug, row.language): row for row in rows}


def working_chapters(round_: Round) -> list[Drafted | ChapterVersion]:
    """What the next edition will have, in both languages: what people wrote, and what the machine writes otherwise."""
    saved = newest_versions(round_.code)
    drafted = {(each.kind, each.slug, each.language): each for each in draft_report(round_)}
    kept: list[Drafted | ChapterVersion] = [row for row in saved.values() if not (row.removed or row.generated)]
    for key, each in drafted.items():
        row = saved.get(key)
        if row is None:
            kept.append(each)
        elif row.generated and not row.removed:
            # Somebody moved it, or it was published: its place is kept, its words follow the answers.
            kept.append(replace(each, number=row.number))
    return sorted(kept, key=lambda each: (each.kind, each.language, each.number, each.slug))


def chapters_of_an_edition(round_: Round) -> list[Drafted | ChapterVersion]:
    """What an edition made now would have: the working chapters, without a foreword that nobody has written."""
    return [
        each
        for each in working_chapters(round_)
        if not (isinstance(each, Drafted) and each.kind == "report" and each.slug == UNWRITTEN)
    ]


def source_of(code: str, chapter: Drafted | ChapterVersion) -> ChapterSource:
    """A chapter as the check of claims reads it. Raises ReportError where its first lines are not as they should be."""
    name = f"{code}/{chapter.language}/{chapter.number:02}-{chapter.slug}.md"
    return read_chapter(name, _language(chapter.language), chapter.text)


def _stored(code: str, language: Language, kind: Kind) -> list[ChapterSource]:
    chosen = [each for each in _chapters(code) if each.kind == kind and each.language == language]
    return [source_of(code, each) for each in chosen]


def _chapters(code: str) -> Iterable[Drafted | ChapterVersion]:
    edition = edition_of(code)
    if edition is None:
        return working_chapters(Round.objects.select_related("questionnaire").get(code=code))
    rows = EditionChapter.objects.filter(publication=edition).select_related("chapter")
    chapters = [row.chapter for row in rows]
    return sorted(chapters, key=lambda each: (each.number, each.slug))


def _language(code: str) -> Language:
    return "en" if code == "en" else "sv"
