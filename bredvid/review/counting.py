"""Counts the answers of a round that has rows, in the database, in a few queries however many questions there are."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, Literal

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Value

from bredvid.review.models import Answer, Missing, Option, Question, Respondent, Round

By = Literal["group", "county"]
WHOLE = ""


@dataclass
class Cell:
    """The answers of one part of a round: respondents in the frame and asked; per question and option, respondents.

    `numbers` are those given to a question, never of persons.
    """

    frame: int = 0
    answered: int = 0
    counts: Counter[int] = field(default_factory=Counter)
    valid: Counter[int] = field(default_factory=Counter)
    not_asked: Counter[int] = field(default_factory=Counter)
    numbers: dict[int, list[Decimal]] = field(default_factory=dict)

    def asked(self, question: Question) -> int:
        """Who was asked: all who took part, or for a follow-up those it concerns.

        Where an expression says whom it concerns, the projection has marked all others as not asked; where it hangs
        on one answer, they are those who gave it.
        """
        if question.is_conditional:
            return self.answered - self.not_asked[question.pk]
        return self.answered if question.depends_on_id is None else self.counts[question.depends_on_id]


def part_of(round_: Round, *, group: str = "", county: str = "", among: Option | None = None) -> "QuerySet[Respondent]":
    """The respondents of a round that the filters let through."""
    part = Respondent.objects.filter(round=round_)
    if group:
        part = part.filter(group__code=group)
    if county:
        part = part.filter(county_id=county)
    if among is not None:
        part = part.filter(answers__option=among)
    return part


def cells(part: "QuerySet[Respondent]", questions: Collection[Question], *, by: By | None = None) -> dict[Any, Cell]:
    """One cell per group or county (by its primary key), or a single one under WHOLE.

    Every respondent counts once per option, and as valid once per question where any answer is not missing: one
    without an option is an answer that is none of the options. Only the answers of those who took part are read.
    """
    found: dict[Any, Cell] = {}
    _count_respondents(part, by, found)
    wanted = {question.pk for question in questions}
    # A follow-up's base is the count of the option it hangs on, so that option is counted too.
    parents = {question.depends_on_id for question in questions if question.depends_on_id}
    answers = Answer.objects.filter(
        Q(question__in=wanted) | Q(option__in=parents),
        was_asked(),
        respondent__in=part,
        respondent__state=Respondent.State.ANSWERED,
        missing="",
    ).annotate(cell=_cell(by, "respondent__"))
    for cell, option, n in (
        answers.filter(option__isnull=False)
        .values_list("cell", "option")
        .annotate(n=Count("respondent", distinct=True))
    ):
        found[cell].counts[option] = n
    for cell, question, n in answers.values_list("cell", "question").annotate(n=Count("respondent", distinct=True)):
        found[cell].valid[question] = n
    _count_not_asked(part, by, [question.pk for question in questions if question.is_conditional], found)
    _read_numbers(part, by, [question.pk for question in questions if question.is_number], found)
    return found


def _count_not_asked(part: "QuerySet[Respondent]", by: By | None, questions: list[int], found: dict[Any, Cell]) -> None:
    if questions:
        rows = _answers_to(questions, part).filter(missing=Missing.NOT_ASKED).annotate(cell=_cell(by, "respondent__"))
        counted = rows.values_list("cell", "question").annotate(n=Count("respondent", distinct=True))
        for cell, question, n in counted:
            found[cell].not_asked[question] = n


def _read_numbers(part: "QuerySet[Respondent]", by: By | None, questions: list[int], found: dict[Any, Cell]) -> None:
    if questions:
        rows = _answers_to(questions, part).filter(was_asked(), number__isnull=False)
        placed = rows.annotate(cell=_cell(by, "respondent__"))
        for cell, question, number in placed.values_list("cell", "question", "number"):
            if number is not None:
                found[cell].numbers.setdefault(question, []).append(number)


def _answers_to(questions: list[int], part: "QuerySet[Respondent]") -> "QuerySet[Answer]":
    return Answer.objects.filter(
        question__in=questions, respondent__in=part, respondent__state=Respondent.State.ANSWERED
    )


def _count_respondents(part: "QuerySet[Respondent]", by: By | None, found: dict[Any, Cell]) -> None:
    took_part = Count("pk", filter=Q(state=Respondent.State.ANSWERED), distinct=True)
    rows = part.order_by().annotate(cell=_cell(by, "")).values_list("cell")
    for cell, frame, answered in rows.annotate(frame=Count("pk", distinct=True), answered=took_part):
        found[cell] = Cell(frame=frame, answered=answered)


def _cell(by: By | None, prefix: str) -> Any:
    return F(f"{prefix}{by}_id") if by else Value(WHOLE)


def was_asked() -> Q:
    """A follow-up counts only for those who gave the answer it hangs on, whatever else was entered."""
    gave_it = Answer.objects.filter(respondent=OuterRef("respondent"), option=OuterRef("question__depends_on"))
    return Q(question__depends_on__isnull=True) | Q(Exists(gave_it))
