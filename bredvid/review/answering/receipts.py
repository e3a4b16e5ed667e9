"""What was handed in, answer by answer, and exactly what changed since the time before."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bredvid.review.answering.standing import Standing
from bredvid.review.answering.words import words_of
from bredvid.review.models import Entry, Question, Section, Submission


@dataclass(frozen=True)
class Line:
    """One question with its answer in words, and why there is none."""

    question: Question
    number: int | None
    answer: str
    why: str = ""


@dataclass(frozen=True)
class Change:
    """A question whose answer is another than the last time it was handed in. Words as they are told in mail."""

    question: Question
    number: int | None
    before: str
    after: str


@dataclass(frozen=True)
class Receipt:
    """One handing-in, as it was: lines by section, and the changes since the one before it."""

    submission: Submission
    sections: list[tuple[Section, list[Line]]]
    changes: list[Change]
    previous: Submission | None


def receipt_of(submission: Submission, standing: Standing, *, exact: bool = True) -> Receipt:
    """The receipt of a handing-in. Without `exact`, numbers of persons are told as their bands."""
    earlier = Submission.objects.filter(case=submission.case_id, number__lt=submission.number)
    previous = earlier.order_by("-number").first()
    now = _entries(submission)
    before = _entries(previous) if previous else {}
    return Receipt(
        submission,
        [(section, lines) for section in standing.sections if (lines := _lines(standing, section, now, exact))],
        _changes(standing, before, now) if previous else [],
        previous,
    )


def _entries(submission: Submission) -> Mapping[str, Entry]:
    """The entries that were handed in, by question code: rows are never changed, so they are still as they were."""
    revisions = submission.revisions
    rows = Entry.objects.filter(case=submission.case_id, question__code__in=revisions).select_related("question")
    return {entry.question.code: entry for entry in rows if revisions[entry.question.code] == entry.revision}


def _lines(standing: Standing, section: Section, entries: Mapping[str, Entry], exact: bool) -> list[Line]:
    return [
        Line(
            question, standing.form.by_code[question.code].number,
            words_of(question, entries[question.code], exact=exact) or _("not answered"), entries[question.code].why,
        )
        for question in standing.asked(section)
        if question.code in entries
    ]  # fmt: skip


def _changes(standing: Standing, before: Mapping[str, Entry], now: Mapping[str, Entry]) -> list[Change]:
    return [
        Change(question, standing.form.by_code[code].number, _told(question, before, now), _told(question, now, before))
        for code, question in standing.questions.items()
        if _differ(question, before.get(code), now.get(code))
    ]


def _differ(question: Question, one: Entry | None, other: Entry | None) -> bool:
    if one is None or other is None:
        return one is not other
    if question.coded and "text" in one.value and "text" in other.value:
        # Codes that staff set for the words are no change of the municipality's answer.
        return (one.value["text"], one.why) != (other.value["text"], other.why)
    return (one.value, one.missing, one.why) != (other.value, other.missing, other.why)


def _told(question: Question, entries: Mapping[str, Entry], others: Mapping[str, Entry]) -> str:
    """The answer in words for a change: what differs must be seen, though an exact number of persons is not told."""
    entry = entries.get(question.code)
    if entry is None:
        return _("not put to you")
    words = words_of(question, entry, exact=False) or _("not answered")
    if entry.why:
        words = f"{words} ({entry.why})"
    other = others.get(question.code)
    if other is not None and entry.value.get("number") != other.value.get("number"):
        same_band = entry.value.get("options") and entry.value.get("options") == other.value.get("options")
        if same_band:
            return _("%(range)s, with another exact number") % {"range": words}
    return words
