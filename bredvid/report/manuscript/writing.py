"""What can be done with a chapter: saved, moved, taken away, brought back. Nothing is ever overwritten."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils import timezone

from bredvid.accounts.activity import record
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.report.models import ChapterVersion


class Conflict(Exception):  # noqa: N818 (says what happened)
    """Somebody else has saved the chapter since this text was begun. `newest` is what they saved."""

    def __init__(self, newest: ChapterVersion) -> None:
        self.newest = newest
        super().__init__(f"{newest} was saved meanwhile")


@dataclass(frozen=True, kw_only=True)
class Place:
    """Which chapter: of which round (without the ending of a draft), in which language."""

    round: str
    kind: str
    slug: str
    language: str

    def versions(self) -> list[ChapterVersion]:
        """Its versions, the newest first."""
        rows = ChapterVersion.objects.filter(round=self.round, kind=self.kind, slug=self.slug, language=self.language)
        return list(rows.select_related("staff").order_by("-version"))

    def newest(self) -> ChapterVersion | None:
        """The version that holds; None where nobody has saved the chapter."""
        return next(iter(self.versions()), None)

    def __str__(self) -> str:
        return f"{self.round}/{self.language}/{self.slug}"


@dataclass(frozen=True, kw_only=True)
class Writing:
    """What is saved of a chapter."""

    number: int
    text: str
    note: str = ""
    faults: int = 0
    removed: bool = False
    generated: bool = False


def save(*, place: Place, writing: Writing, based_on: int, staff: Staff | None) -> ChapterVersion:
    """Saves a version after the one it was based on (0: the machine's text).

    Raises Conflict where another version has been saved since.
    """
    try:
        with transaction.atomic():
            newest = place.newest()
            if newest and newest.version != based_on:
                raise Conflict(newest)
            return _write(place, writing, based_on + 1, staff)
    except IntegrityError:
        newest = place.newest()
        if newest is None:
            raise
        raise Conflict(newest) from None


def save_all(*, writings: Iterable[tuple[Place, Writing]], staff: Staff | None) -> list[ChapterVersion]:
    """Saves several chapters at once, each after whatever is newest: for what is done to both languages."""
    with transaction.atomic():
        return [_write(place, writing, _next(place), staff) for place, writing in writings]


def _next(place: Place) -> int:
    newest = place.newest()
    return newest.version + 1 if newest else 1


def _write(place: Place, writing: Writing, version: int, staff: Staff | None) -> ChapterVersion:
    row = ChapterVersion.objects.create(
        round=place.round,
        kind=place.kind,
        slug=place.slug,
        language=place.language,
        version=version,
        staff=staff,
        at=timezone.now(),
        number=writing.number,
        text=writing.text,
        note=writing.note,
        faults=writing.faults,
        removed=writing.removed,
        generated=writing.generated,
    )
    what = "removed" if writing.removed else f"version {version}"
    record(staff=staff, action=Action.REPORT_EDIT, subject=str(place), detail=what)
    return row
