"""Where chapters stand: put in, moved, taken away and brought back, always in both languages at once."""

from collections.abc import Iterable, Iterator, Sequence

from bredvid.accounts.models import Staff
from bredvid.report.drafting.chapters import BETWEEN
from bredvid.report.editing.desk import Chapter, Row, rows_of
from bredvid.report.manuscript.reading import newest_versions, report_code, working_chapters
from bredvid.report.manuscript.writing import Place, Writing, save_all
from bredvid.report.models import ChapterVersion
from bredvid.review.models import Round


def move(*, round_: Round, slug: str, up: bool, staff: Staff) -> bool:
    """Lets a chapter change places with its neighbour. Whether it had one."""
    rows = [row for row in rows_of(round_, "sv") if row.kind == "report"]
    at = next((at for at, row in enumerate(rows) if row.slug == slug), None)
    other = None if at is None else at - 1 if up else at + 1
    if at is None or other is None or not 0 <= other < len(rows):
        return False
    rows[at], rows[other] = rows[other], rows[at]
    _renumber(round_, rows, staff)
    return True


def put_in(*, round_: Round, slug: str, texts: dict[str, str], after: str, staff: Staff) -> None:
    """Adds a chapter after another one; `texts` are by language."""
    rows = [row for row in rows_of(round_, "sv") if row.kind == "report"]
    at = next((at for at, row in enumerate(rows) if row.slug == after), len(rows) - 1)
    number = (at + 2) * BETWEEN
    places = {row.slug: (place + (place > at)) * BETWEEN for place, row in enumerate(rows, start=1) if place > at + 1}
    moved = list(_moved(round_, {**_own_numbers(rows[: at + 1]), **places}))
    new = [(_place(round_, slug, language), Writing(number=number, text=text)) for language, text in texts.items()]
    save_all(writings=[*moved, *new], staff=staff)


def take_away(*, round_: Round, slug: str, staff: Staff) -> None:
    """Takes a chapter out of the report: a version that says so."""
    chapters = [each for each in working_chapters(round_) if each.kind == "report" and each.slug == slug]
    save_all(writings=[(_place_of(round_, each), _writing(each, removed=True)) for each in chapters], staff=staff)


def bring_back(*, round_: Round, slug: str, staff: Staff) -> None:
    """Puts a chapter back as it was when it was taken away."""
    rows = [row for (kind, own, _), row in newest_versions(round_.code).items() if kind == "report" and own == slug]
    writings = [(_place_of(round_, row), _writing(row)) for row in rows if row.removed]
    save_all(writings=writings, staff=staff)


def _renumber(round_: Round, rows: Sequence[Row], staff: Staff) -> None:
    numbers = {row.slug: place * BETWEEN for place, row in enumerate(rows, start=1)}
    save_all(writings=_moved(round_, numbers), staff=staff)


def _own_numbers(rows: Iterable[Row]) -> dict[str, int]:
    return {row.slug: place * BETWEEN for place, row in enumerate(rows, start=1)}


def _moved(round_: Round, numbers: dict[str, int]) -> Iterator[tuple[Place, Writing]]:
    """A version for each chapter that gets another number; its words stay whose they were."""
    for each in working_chapters(round_):
        number = numbers.get(each.slug, each.number)
        if each.kind == "report" and number != each.number:
            yield _place_of(round_, each), _writing(each, number=number)


def _writing(chapter: Chapter, *, number: int | None = None, removed: bool = False) -> Writing:
    generated = chapter.generated if isinstance(chapter, ChapterVersion) else True
    faults = chapter.faults if isinstance(chapter, ChapterVersion) else 0
    return Writing(
        number=chapter.number if number is None else number,
        text=chapter.text,
        faults=faults,
        removed=removed,
        generated=generated,
    )


def _place_of(round_: Round, chapter: Chapter) -> Place:
    return _place(round_, chapter.slug, chapter.language)


def _place(round_: Round, slug: str, language: str) -> Place:
    return Place(round=report_code(round_.code), kind="report", slug=slug, language=language)
