"""What an examination found, as a page shows it: in words, a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator

from bredvid.review.answering.words import words_of
from bredvid.review.importing.examination import Change, Examination, Kind
from bredvid.review.models import Entry, Question

ON_A_PAGE = 50


@dataclass(frozen=True)
class Shown:
    """A change in words."""

    change: Change
    before: str
    after: str


def shown(change: Change) -> Shown:
    """The change with the answer before and after in words."""
    old, new = change.old, change.new
    before = _words(change.question, old.value, old.missing, old.why) if old else ""
    return Shown(change, before, _words(change.question, dict(new.value), new.missing, new.why))


def page_of(found: Examination, part: str, number: str | None) -> "Page[Any]":
    """A page of one of the lists: "problems", or changes of a kind."""
    rows: Sequence[Any] = found.problems if part == "problems" else found.changes[Kind(part)]
    page: Page[Any] = Paginator(rows, ON_A_PAGE).get_page(number)
    if part != "problems":
        page.object_list = [shown(change) for change in page.object_list]
    return page


def _words(question: Question, value: dict[str, Any], missing: str, why: str) -> str:
    return words_of(question, Entry(question=question, value=value, missing=missing, why=why))
