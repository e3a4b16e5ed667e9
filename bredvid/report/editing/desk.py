"""A round's chapters as one who writes meets them: in order, in both languages, with their state."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.db.models import Q

from bredvid.report.drafting.chapters import UNWRITTEN, Drafted
from bredvid.report.editing.checking import Fault, faults_of
from bredvid.report.manuscript.reading import newest_versions, source_of, working_chapters
from bredvid.report.manuscript.titles import titles_of
from bredvid.report.models import ChapterVersion
from bredvid.review.models import Fieldwork, Round
from bredvid.review.projection import round_code

Chapter = Drafted | ChapterVersion


@dataclass(frozen=True)
class Side:
    """A chapter in one language. `version` is None where the text is the machine's."""

    language: str
    title: str
    version: ChapterVersion | None
    faults: list[Fault]
    older: bool


@dataclass(frozen=True)
class Row:
    """A chapter in both languages. `unwritten` names the languages of a foreword that nobody has written."""

    kind: str
    slug: str
    number: int
    sides: tuple[Side, ...]
    unwritten: tuple[str, ...]

    @property
    def faulty(self) -> bool:
        """Whether it stops the report from being published."""
        return any(side.faults for side in self.sides)


def draft_round(fieldwork: Fieldwork) -> Round | None:
    """The round's draft, against whose figures chapters are tried; None until it is built."""
    return Round.objects.select_related("questionnaire").filter(code=round_code(fieldwork, draft=True)).first()


def rows_of(round_: Round, reader: str) -> list[Row]:
    """The chapters in order, report first and then the site's texts; faults in the reader's language."""
    chapters = working_chapters(round_)
    faults = faults_of(round_, chapters, reader)
    by_place: dict[tuple[str, int, str], list[Chapter]] = {}
    numbers = {(each.kind, each.slug): each.number for each in chapters if each.language == "sv"}
    for each in chapters:
        number = numbers.get((each.kind, each.slug), each.number)
        by_place.setdefault((each.kind, number, each.slug), []).append(each)
    shown = titles_of(round_)

    def title(chapter: Chapter) -> str:
        source = source_of(round_.code, chapter)
        return shown(source.title, source.language)

    return [_row(kind, slug, number, sides, faults, title) for (kind, number, slug), sides in sorted(by_place.items())]


def removed_of(code: str) -> list[ChapterVersion]:
    """Chapters that were taken away, in Swedish; each can be brought back."""
    return [row for (_, _, language), row in newest_versions(code).items() if row.removed and language == "sv"]


def chapter_at(round_: Round, kind: str, slug: str, language: str) -> Chapter | None:
    """One chapter of the draft; None where there is none, or it was taken away."""
    wanted = (kind, slug, language)
    return next((each for each in working_chapters(round_) if (each.kind, each.slug, each.language) == wanted), None)


def based_on(code: str, kind: str, slug: str, language: str) -> int:
    """The number of the newest version; 0 where nobody has saved the chapter."""
    rows = ChapterVersion.objects.filter(Q(round=code), kind=kind, slug=slug, language=language)
    return rows.order_by("-version").values_list("version", flat=True).first() or 0


def _row(
    kind: str,
    slug: str,
    number: int,
    chapters: list[Chapter],
    faults: Mapping[tuple[str, str, str], list[Fault]],
    title: Callable[[Chapter], str],
) -> Row:
    ordered = sorted(chapters, key=lambda each: each.language, reverse=True)
    times = [each.at if isinstance(each, ChapterVersion) else None for each in ordered]
    newest = max((at for at in times if at), default=None)
    sides = tuple(
        Side(
            each.language,
            title(each),
            each if isinstance(each, ChapterVersion) else None,
            faults[each.kind, each.slug, each.language],
            older=at != newest,
        )
        for each, at in zip(ordered, times, strict=True)
    )
    left = [side.language for side in sides if side.version is None]
    unwritten = tuple(left) if slug == UNWRITTEN and kind == "report" else ()
    return Row(kind, slug, number, sides, unwritten)
