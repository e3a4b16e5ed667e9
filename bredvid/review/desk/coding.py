"""Answers in own words that wait for their codes."""

from dataclasses import dataclass

from django.db.models import QuerySet

from bredvid.review.models import Case, Entry, Fieldwork, Question


@dataclass(frozen=True)
class Queue:
    """A question that is coded afterwards: how many answers in own words it has, and how many still lack a code."""

    question: Question
    words: int
    waiting: int
    locked: int

    @property
    def done(self) -> int:
        """How many have a code."""
        return self.words - self.waiting - self.locked


def queues_of(fieldwork: Fieldwork) -> list[Queue]:
    """Every question of the round that is coded, in the form's order."""
    questions = Question.objects.filter(section__questionnaire=fieldwork.questionnaire_id, coded=True)
    return [queue_of(fieldwork, question) for question in questions.order_by("section__order", "order")]


def queue_of(fieldwork: Fieldwork, question: Question) -> Queue:
    """How far the coding of one question has come."""
    entries = [entry for entry in _held(fieldwork, question) if "text" in entry.value]
    uncoded = [entry for entry in entries if not entry.value.get("options")]
    locked = sum(entry.case.locked for entry in uncoded)
    return Queue(question, len(entries), len(uncoded) - locked, locked)


def next_to_code(fieldwork: Fieldwork, question: Question, after: int = 0) -> Entry | None:
    """The next answer without a code after that place in the alphabet, from the beginning if need be."""
    waiting = [
        entry
        for entry in _held(fieldwork, question)
        if "text" in entry.value and not entry.value.get("options") and not entry.case.locked
    ]
    later = [entry for entry in waiting if entry.case.alphabetical > after]
    return next(iter(later or waiting), None)


def entry_to_code(case: Case, question: Question) -> Entry | None:
    """The answer of one municipality that holds, with words to code."""
    entry = Entry.objects.filter(case=case, question=question, superseded=False).first()
    return entry if entry is not None and "text" in entry.value else None


def _held(fieldwork: Fieldwork, question: Question) -> "QuerySet[Entry]":
    rows = Entry.objects.filter(case__fieldwork=fieldwork, question=question, superseded=False)
    return rows.select_related("case").order_by("case__alphabetical")
