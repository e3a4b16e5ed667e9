"""The practice round: invented municipalities in the field, so that everything can be tried without anybody real.

Its cases bear the invented names of the demonstration and no municipality; what they have answered is dealt at random
from a fixed seed. It can be answered, imported into, corrected and published like any other round, and says everywhere
that it is made up.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from decimal import Decimal
from random import Random

from django.db import transaction
from django.utils import timezone

from bredvid.review.expressions import Value, evaluate, own_value_of, value_of
from bredvid.review.expressions.form import Form, FormQuestion
from bredvid.review.expressions.relevance import is_put
from bredvid.review.fieldwork.values import Value as Written, checked
from bredvid.review.forms import form_of
from bredvid.review.models import (
    Case,
    Entry,
    Fieldwork,
    Missing,
    Option,
    Outcome,
    Question,
    Questionnaire,
    Respondent,
    Round,
    Submission,
)  # fmt: skip
from bredvid.review.placing import copied
from bredvid.review.reads import respondents_of

CODE = "ovning"
SEED = 2026
SUBMITTED, BEGUN = 72, 14
# An invented municipality answers more often that something is lacking than that it is there, as in 2025.
_WEIGHT_OF_TONE = {
    Option.Tone.ABSENT: 5.0, Option.Tone.WEAK: 3.0, Option.Tone.NEUTRAL: 2.0, Option.Tone.MEDIUM: 2.0,
    Option.Tone.STRONG: 1.0,
}  # fmt: skip
_WEIGHT_OF_REASON = 1.5
_CHANCE_OF_EACH = 0.3
_CHANCE_OF_CODES = 0.6
_LARGEST = 60


@transaction.atomic
def start_practice(*, questionnaire: Questionnaire, like: Round) -> Fieldwork:
    """The practice round, made from the respondents of the demonstration `like` unless it is there already."""
    existing = Fieldwork.objects.filter(code=CODE).first()
    if existing is not None:
        return existing
    today = timezone.localdate()
    fieldwork = Fieldwork.objects.create(
        code=CODE, questionnaire=questionnaire, title_sv="Övningsomgången", title_en="The practice round",
        year=today.year, state=Fieldwork.State.OPEN, demonstration=True, previous=like,
        answer_by=today + timedelta(days=60), contact="granskningen@demo.bredvid.example",
        reminders=[str(today - timedelta(days=days)) for days in (28, 14)],
        fieldwork_sv="Påhittade kommuner, för att öva.", fieldwork_en="Invented municipalities, for practice.",
    )  # fmt: skip
    cases = Case.objects.bulk_create(_case(fieldwork, each) for each in respondents_of(like))
    _answer(fieldwork, cases, Random(SEED))  # noqa: S311 (invented on purpose, and the same every time)
    return fieldwork


def _case(fieldwork: Fieldwork, like: Respondent) -> Case:
    return Case(fieldwork=fieldwork, mailbox=f"registrator@{like.slug}.example", **copied(like))


def _answer(fieldwork: Fieldwork, cases: Sequence[Case], random: Random) -> None:
    form = form_of(fieldwork.questionnaire)
    questions = {
        question.code: question
        for question in Question.objects.filter(section__questionnaire=fieldwork.questionnaire).prefetch_related(
            "options"
        )
    }
    begun = random.sample(list(cases), min(len(cases), SUBMITTED + BEGUN))
    entries: list[Entry] = []
    for place, case in enumerate(begun):
        at = _moment(random)
        answers = list(_dealt(form, questions, random))
        if place >= SUBMITTED:
            case.state, answers = Case.State.BEGUN, answers[: len(answers) // 2]
        else:
            case.state, case.outcome = Case.State.SUBMITTED, Outcome.COMPLETE
            case.submitted_at = case.first_submitted_at = at
        entries += [_entry(case, question, value, reason, at) for question, value, reason in answers]
    Case.objects.bulk_update(begun, ["state", "outcome", "submitted_at", "first_submitted_at"])
    Entry.objects.bulk_create(entries, batch_size=1000)
    _hand_in(entries)


def _hand_in(entries: Sequence[Entry]) -> None:
    """Keeps which answers were handed in, as handing in does, so that a later receipt can say what has changed."""
    revisions: dict[Case, dict[str, int]] = {}
    for entry in entries:
        if entry.case.submitted_at is not None:
            revisions.setdefault(entry.case, {})[entry.question.code] = entry.revision
    Submission.objects.bulk_create(
        Submission(case=case, number=1, at=case.submitted_at or timezone.now(), revisions=codes)
        for case, codes in revisions.items()
    )


def _moment(random: Random) -> datetime:
    return timezone.now() - timedelta(days=random.randint(1, 40), minutes=random.randint(0, 600))


def _entry(case: Case, question: Question, value: Written, missing: str, at: datetime) -> Entry:
    why = "Påhittat skäl." if missing or _reason_of(question, value) else ""
    return Entry(
        case=case, question=question, revision=1, value=value, missing=missing, why=why, at=at,
        origin=Entry.Origin.DEMONSTRATION,
    )  # fmt: skip


def _reason_of(question: Question, value: Written) -> str:
    chosen = value.get("options", [])
    return next((option.missing for option in question.options.all() if option.code in chosen), "")


def _dealt(form: Form, questions: dict[str, Question], random: Random) -> Iterator[tuple[Question, Written, str]]:
    """An answer to each question that is put, given those before it."""
    known: dict[str, Value] = {}
    for asked in form.questions:
        if asked.number is None or not is_put(asked, known):
            continue
        question = questions[asked.code]
        value, missing = checked(question, _value(asked, question, random))
        typed, own = value_of(asked.kind, value), own_value_of(asked.kind, value)
        if asked.constraint is not None and own is not None and not evaluate(asked.constraint, known, own):
            value, missing, typed = {}, Missing.REFUSED.value, None
        known[asked.code] = typed
        yield question, value, missing


def _value(asked: FormQuestion, question: Question, random: Random) -> Written:
    kind = Question.Kind(asked.kind)
    if question.coded:
        return _own_words(question, random)
    if kind == Question.Kind.MULTIPLE:
        return {"options": _several(question, random)}
    if kind in (Question.Kind.SINGLE, Question.Kind.ORDINAL, Question.Kind.COUNT):
        return {"options": [_one(question, random)]}
    if kind in (Question.Kind.INTEGER, Question.Kind.DECIMAL):
        return {"number": str(Decimal(random.randint(0, _LARGEST)))}
    if kind == Question.Kind.DATE:
        return {"date": str(date(2025, 1, 1) + timedelta(days=random.randint(0, 364)))}
    return {"text": "Påhittat svar."}


def _own_words(question: Question, random: Random) -> Written:
    # Some have their codes already, and some are left to practise on.
    codes = {"options": [_one(question, random)]} if random.random() < _CHANCE_OF_CODES else {}
    return {"text": "Påhittat svar.", **codes}


def _one(question: Question, random: Random) -> str:
    options = list(question.options.all())
    return random.choices([option.code for option in options], [_weight(option) for option in options])[0]


def _several(question: Question, random: Random) -> list[str]:
    # "None of these" does not go with the others.
    values = [o for o in question.options.all() if not o.missing and o.tone != Option.Tone.ABSENT]
    return [option.code for option in values if random.random() < _CHANCE_OF_EACH] or [_one(question, random)]


def _weight(option: Option) -> float:
    return _WEIGHT_OF_REASON if option.missing else _WEIGHT_OF_TONE[Option.Tone(option.tone)]
