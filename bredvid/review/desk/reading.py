"""A municipality's answers as a reviewer reads them: in the form's order, with where each came from."""

from dataclasses import dataclass

from django.utils.translation import get_language, gettext as _

from bredvid.review.answering.standing import Lack, Standing
from bredvid.review.answering.words import words_of
from bredvid.review.desk.actions import CODED
from bredvid.review.expressions import describe_relevance
from bredvid.review.models import Case, Entry, Question, Section


@dataclass(frozen=True)
class Read:
    """One question with the answer that holds, in words, and what is worth knowing of it."""

    question: Question
    number: int | None
    answer: str
    entry: Entry | None
    put: bool
    when: str
    problem: str
    revisions: int
    codes: str


def read_of(standing: Standing) -> list[tuple[Section, list[Read]]]:
    """Every section with its questions, those not put too where something was once answered."""
    counts = _revisions(standing.case)
    found = []
    for section in standing.sections:
        rows = [
            _read(standing, question, counts.get(question.pk, 0))
            for question in standing.asked(section)
            if standing.put[question.code] or question.code in standing.entries
        ]
        if rows:
            found.append((section, rows))
    return found


@dataclass(frozen=True)
class Former:
    """One revision of an answer in words, with the codes that were set for own words."""

    entry: Entry
    words: str
    codes: str
    reason: str


def history_of(case: Case, question: Question) -> list[Former]:
    """Every revision of one answer in words, newest first."""
    rows = Entry.objects.filter(case=case, question=question).select_related("staff", "batch").order_by("-revision")
    return [
        Former(
            entry,
            words_of(question, entry) or _("no answer"),
            codes_of(question, entry),
            _("codes were set for the words") if entry.reason == CODED else entry.reason,
        )
        for entry in rows
    ]


def codes_of(question: Question, entry: Entry | None) -> str:
    """The labels of the codes that were set for own words; empty for any other answer."""
    if not question.coded or entry is None or "text" not in entry.value:
        return ""
    chosen = entry.value.get("options", [])
    return ", ".join(option.label("label") for option in question.options.all() if option.code in chosen)


def next_to_read(case: Case) -> Case | None:
    """The next municipality in alphabetical order whose answers wait to be read, from the beginning if need be."""
    waiting = case.fieldwork.cases.filter(state=Case.State.SUBMITTED, locked=False).exclude(pk=case.pk)
    after = waiting.filter(alphabetical__gt=case.alphabetical).first()
    return after or waiting.first()


def _read(standing: Standing, question: Question, revisions: int) -> Read:
    asked = standing.form.by_code[question.code]
    entry = standing.entries.get(question.code)
    return Read(
        question,
        asked.number,
        words_of(question, entry),
        entry,
        standing.put[question.code],
        describe_relevance(asked, standing.form, get_language() or "sv"),
        _problem(standing, question),
        revisions,
        codes_of(question, entry),
    )


def _problem(standing: Standing, question: Question) -> str:
    lack = standing.lacking.get(question.code)
    if lack == Lack.RULE:
        return question.label("constraint_message") or _("The answer does not fulfil the question's own condition.")
    if lack == Lack.ANSWER:
        return _("Not answered, though it should be.")
    return _("Does not say why.") if lack == Lack.WHY else ""


def _revisions(case: Case) -> dict[int, int]:
    found: dict[int, int] = {}
    for question in Entry.objects.filter(case=case).values_list("question_id", flat=True):
        found[question] = found.get(question, 0) + 1
    return found
