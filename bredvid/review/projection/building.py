"""Builds a round of the analysis from a round in the field: a draft for staff, or the one that is published."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from django.db import transaction

from bredvid.accounts.addresses import DRAFT
from bredvid.review.expressions.form import Form
from bredvid.review.forms import form_of
from bredvid.review.models import Case, Fieldwork, Option, Question, Respondent, Round
from bredvid.review.placing import copied
from bredvid.review.projection.project import Given, NotProjectable, Projected, project
from bredvid.review.projection.reading import entries_that_count, has_answered, outcome_of, wave_of
from bredvid.review.projection.rows import Row, synchronise_answers
from bredvid.review.storing.synchronising import synchronise


class RoundTaken(ValueError):  # noqa: N818 (says what happened)
    """A round of that code was not built from fieldwork and is not to be overwritten."""


def round_code(fieldwork: Fieldwork, *, draft: bool) -> str:
    """The code of the round that the fieldwork is built into."""
    return f"{fieldwork.code}{DRAFT}" if draft else str(fieldwork.code)


@transaction.atomic
def build(fieldwork: Fieldwork, *, draft: bool, edition: int, published_on: date) -> Round:
    """Makes or updates the round of a fieldwork: its head, one respondent for each case, and their answers.

    Building again from the same entries writes nothing. The whole frame is always there; answers have only those
    that have handed in. Raises RoundTaken, or NotProjectable for an entry that should have been refused.
    """
    cases = list(fieldwork.cases.all())
    answered = sum(has_answered(case) for case in cases)
    head = {
        "code": round_code(fieldwork, draft=draft), "questionnaire_id": fieldwork.questionnaire_id,
        "title_sv": fieldwork.title_sv, "title_en": fieldwork.title_en, "year": fieldwork.year,
        "fieldwork_sv": fieldwork.fieldwork_sv, "fieldwork_en": fieldwork.fieldwork_en,
        "frame_size": len(cases), "answered": answered, "demonstration": fieldwork.demonstration,
        "draft": draft, "edition": edition, "published_on": published_on,
    }  # fmt: skip
    existing = Round.objects.filter(code=head["code"])
    if existing.filter(aggregate_only=True).exists():
        raise RoundTaken(f"the round {head['code']} holds what a source has published")
    synchronise(existing, ("code",), [head])
    round_ = existing.get()
    rows = [_respondent(round_, fieldwork, case) for case in cases]
    synchronise(Respondent.objects.filter(round=round_), ("code",), rows)
    respondents = dict(round_.respondents.values_list("code", "pk"))
    synchronise_answers(round_, answer_rows(fieldwork, cases, respondents))
    return round_


def standing_of(fieldwork: Fieldwork, case: Case) -> dict[str, object]:
    """What a respondent says beside its answers: whether it answered, what came of asking, and in which wave."""
    state = Respondent.State.ANSWERED if has_answered(case) else Respondent.State.SILENT
    return {"state": state, "outcome": outcome_of(case), "wave": wave_of(fieldwork, case)}


def _respondent(round_: Round, fieldwork: Fieldwork, case: Case) -> dict[str, object]:
    head = {"municipality_id": case.municipality_id, "round_id": round_.pk}
    return {**copied(case), **head, **standing_of(fieldwork, case)}


def answer_rows(fieldwork: Fieldwork, cases: Sequence[Case], respondents: Mapping[str, int]) -> Iterator[Row]:
    """The answers of those who have answered, as they stand in the field. `respondents` are ids by the case's code.

    Raises NotProjectable for an entry that should have been refused.
    """
    form = form_of(fieldwork.questionnaire)
    questions, options = _ids(fieldwork)
    entries = entries_that_count(fieldwork)
    for case in cases:
        if has_answered(case):
            for row in _projected(form, entries.get(case.pk, {}), case):
                # A form that was never printed has no option of ours, so `angivet` may be missing there.
                option = options.get((row.question, row.option or ""))
                yield Row(respondents[case.code], questions[row.question], option, row.number, row.day, row.missing)


def _projected(form: Form, entries: Mapping[str, Given], case: Case) -> list[Projected]:
    try:
        return project(form, entries)
    except NotProjectable as error:
        raise NotProjectable(f"{case.code} {case.name}: {error}") from None


def _ids(fieldwork: Fieldwork) -> tuple[dict[str, int], dict[tuple[str, str], int]]:
    questions = Question.objects.filter(section__questionnaire=fieldwork.questionnaire_id)
    options = Option.objects.filter(question__section__questionnaire=fieldwork.questionnaire_id)
    return (
        dict(questions.values_list("code", "pk")),
        {(question, code): pk for question, code, pk in options.values_list("question__code", "code", "pk")},
    )
