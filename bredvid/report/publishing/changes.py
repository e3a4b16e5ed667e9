"""What differs between two editions, or between the newest one and the draft."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from bredvid.accounts.addresses import DRAFT
from bredvid.figures.numbers import out_of
from bredvid.report.drafting.chapters import Drafted
from bredvid.report.manuscript.reading import chapters_of_an_edition, edition_of, report_code, source_of
from bredvid.report.manuscript.titles import titles_of
from bredvid.report.models import ChapterVersion, EditionChapter
from bredvid.report.publishing.snapshot import Snapshot
from bredvid.review.models import Option, Publication, Respondent, Round

Kind = Literal["added", "changed", "removed"]
_PARTS = 3


@dataclass(frozen=True)
class FigureChange:
    """A figure that differs: `old` and `new` with their bases, "" where there is none."""

    kind: Kind
    key: str
    question: str
    answer: str
    old: str
    new: str


@dataclass(frozen=True)
class ChapterChange:
    """A chapter that differs, in one language."""

    kind: Kind
    title: str
    language: str


def figure_changes(old: Snapshot, new: Snapshot, round_: Round, language: str) -> list[FigureChange]:
    """Figures that were added, changed or removed, in the form's order. A new base is a change too."""
    labels = _labels(round_)
    order = {key: place for place, key in enumerate(labels)}
    keys = sorted({*old, *new}, key=lambda key: (order.get(key, len(order)), key))
    return [
        _figure_change(key, old.get(key), new.get(key), labels, language)
        for key in keys
        if old.get(key) != new.get(key) and not key.endswith(".base")
    ]


def newly_answered(round_: Round) -> list[str]:
    """Names of municipalities that answer in the draft and did not in the public round."""
    answered = Respondent.objects.filter(state=Respondent.State.ANSWERED)
    before = set(answered.filter(round=report_code(round_.code)).values_list("code", flat=True))
    rows = answered.filter(round=round_).exclude(code__in=before)
    return list(rows.order_by("alphabetical").values_list("name", flat=True))


def chapter_changes(round_: Round) -> list[ChapterChange]:
    """Chapters that differ between the draft and the newest edition; none where there is no edition."""
    edition = edition_of(report_code(round_.code))
    if edition is None:
        return []
    old = {_key(each): each for each in _published(edition)}
    new = {_key(each): each for each in chapters_of_an_edition(round_)}
    return list(_chapter_changes(old, new, round_))


def _figure_change(
    key: str, old: Sequence[int] | None, new: Sequence[int] | None, labels: Mapping[str, tuple[str, str]], language: str
) -> FigureChange:
    question, answer = labels.get(key, (key, ""))
    kind: Kind = "added" if old is None else "removed" if new is None else "changed"
    return FigureChange(kind, key, question, answer, _written(old, language), _written(new, language))


def _written(figure: Sequence[int] | None, language: str) -> str:
    return out_of(figure[0], figure[1], language) if figure else ""


def _labels(round_: Round) -> dict[str, tuple[str, str]]:
    code = report_code(round_.code)
    options = Option.objects.filter(question__section__questionnaire=round_.questionnaire_id)
    rows = options.select_related("question").order_by("question__section__order", "question__order", "order")
    return {f"{code}.{row.question.code}.{row.code}": (row.question.label("short"), row.label("label")) for row in rows}


def _published(edition: Publication) -> list[ChapterVersion]:
    rows = EditionChapter.objects.filter(publication=edition).select_related("chapter")
    return [row.chapter for row in rows]


def _chapter_changes(
    old: Mapping[tuple[str, str, str], ChapterVersion],
    new: Mapping[tuple[str, str, str], Drafted | ChapterVersion],
    round_: Round,
) -> Iterator[ChapterChange]:
    title = titles_of(round_)
    for key in sorted({*old, *new}):
        before, after = old.get(key), new.get(key)
        kind: Kind = "added" if before is None else "removed" if after is None else "changed"
        if before and after and before.text == _public(after.text, round_):
            continue
        shown = after or before
        if shown is not None:
            source = source_of(round_.code, shown)
            yield ChapterChange(kind, title(source.title, source.language), shown.language)


def _public(text: str, round_: Round) -> str:
    """The text with the addresses of the published round, as it will stand in the edition."""
    code = report_code(round_.code)
    return text.replace(f"/{code}{DRAFT}/", f"/{code}/")


def _key(chapter: Drafted | ChapterVersion) -> tuple[str, str, str]:
    return (chapter.kind, chapter.slug, chapter.language)
