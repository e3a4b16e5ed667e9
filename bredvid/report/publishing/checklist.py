"""What stops a round from being published, and what is good to know before it is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from bredvid.report.editing.desk import Row, rows_of
from bredvid.report.language import reader_language
from bredvid.report.manuscript.reading import in_files
from bredvid.report.round_codes import PUBLIC
from bredvid.review.models import Case, Entry, Fieldwork, Round


@dataclass(frozen=True)
class Point:
    """One point of the list. `stops` says that nothing is published until it is mended; `url` leads to where."""

    stops: bool
    text: str
    url: str = ""


def checklist(fieldwork: Fieldwork, round_: Round) -> list[Point]:
    """The points, those that stop first."""
    rows = rows_of(round_, reader_language())
    points = [*_about_data(fieldwork, round_), *_about_chapters(fieldwork, rows)]
    return sorted(points, key=lambda point: not point.stops)


def _about_data(fieldwork: Fieldwork, round_: Round) -> Iterator[Point]:
    code = fieldwork.code
    if in_files(code) or not re.fullmatch(PUBLIC, code):
        yield Point(True, gettext("A round called %(code)s has no public address.") % {"code": code})
    if not round_.answered:
        yield Point(True, gettext("No municipality has answered yet."))
    invented = Entry.objects.filter(case__fieldwork=fieldwork, origin=Entry.Origin.DEMONSTRATION)
    if not fieldwork.demonstration and invented.exists():
        yield Point(True, gettext("There are invented answers in the round, and it is not a demonstration."))
    if fieldwork.state == Fieldwork.State.OPEN:
        yield Point(False, gettext("The round is still open: more answers may come, in a new edition."))
    changing = fieldwork.cases.filter(state=Case.State.REOPENED).count()
    if changing:
        yield Point(
            False,
            ngettext(
                "%(n)s municipality is changing its answers. What it handed in last is what counts.",
                "%(n)s municipalities are changing their answers. What they handed in last is what counts.",
                changing,
            )
            % {"n": changing},
        )


def _about_chapters(fieldwork: Fieldwork, rows: list[Row]) -> Iterator[Point]:
    code = fieldwork.code
    for row in rows:
        for side in row.sides:
            url = reverse("report:editing:chapter", args=[code, row.kind, row.slug, side.language])
            if side.faults:
                text = ngettext(
                    "%(title)s (%(language)s): %(n)s fault to mend.",
                    "%(title)s (%(language)s): %(n)s faults to mend.",
                    len(side.faults),
                )
                values = {"title": side.title, "language": side.language, "n": len(side.faults)}
                yield Point(True, text % values, url)
            if side.older and side.language not in row.unwritten:
                text = gettext("%(title)s (%(language)s) is older than in the other language.")
                yield Point(False, text % {"title": side.title, "language": side.language}, url)
        if row.unwritten:
            yield Point(
                False,
                _about_foreword(row.unwritten),
                reverse("report:editing:chapter", args=[code, row.kind, row.slug, row.unwritten[0]]),
            )


def _about_foreword(unwritten: tuple[str, ...]) -> str:
    if unwritten == ("en",):
        return gettext("Nobody has written the foreword in English yet. It is left out there until somebody does.")
    if unwritten == ("sv",):
        return gettext("Nobody has written the foreword in Swedish yet. It is left out there until somebody does.")
    return gettext("Nobody has written the foreword yet. It is left out until somebody does.")
