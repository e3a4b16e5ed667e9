"""A round with a municipality at every stage, in the words of the desk."""

from typing import Any

from django.utils import timezone

from bredvid.review.fieldwork.tests import makers
from bredvid.review.fieldwork.tests.makers import option, question
from bredvid.review.models import Case, Entry, Fieldwork, Letter

QUESTIONS = [
    makers.yes_no("q1", required=True),
    question("q2", "integer", unit_sv="kronor"),
    question("q3", "text"),
    question("q8", "count", *makers.BANDS, option("vet-ej", missing="no_statistics"), persons=True),
    question("q9", "text", option("enhet"), option("annat"), coded=True),
]
# Stage → code of the municipality that stands there.
AT = {"untouched": "0180", "begun": "1480", "submitted": "1280", "reopened": "0380", "locked": "1880"}
SECRET_NUMBER = 48


def a_round(code: str = "2031", state: str = "open") -> Fieldwork:
    """Five municipalities at five stages; the others have not begun."""
    round_ = makers.fieldwork(*QUESTIONS, code=code, state=state, reminders=["2031-03-01"], contact="vi@roks.example")
    for stage, place in AT.items():
        case = makers.case(round_, place, mailbox=f"{place}@kommun.example")
        if stage != "untouched":
            _answer(case)
            stand(case, stage)
    return Fieldwork.objects.get(pk=code)


def stand(case: Case, stage: str) -> Case:
    """Puts a municipality at a stage."""
    handed_in = stage in ("submitted", "reopened", "locked")
    case.state = Case.State.SUBMITTED if stage == "locked" else stage
    case.locked = stage == "locked"
    case.submitted_at = case.first_submitted_at = timezone.now() if handed_in else None
    case.save()
    return case


def at(round_: Fieldwork, stage: str) -> Case:
    """The municipality at a stage."""
    return round_.cases.select_related("fieldwork").get(code=AT[stage])


def failed_letter(case: Case) -> Letter:
    """A mail that could not be sent."""
    return Letter.objects.create(
        case=case, kind="invitation", to=case.mailbox, subject="Frågor", body="Länk", state="failed", attempts=5,
        made_at=timezone.now(),
    )  # fmt: skip


def _answer(case: Case) -> None:
    values: dict[str, dict[str, Any]] = {
        "q1": {"options": ["nej"]},
        "q8": {"options": ["over-30"], "number": str(SECRET_NUMBER)},
        "q9": {"text": "Enheten för allt"},
    }
    for code, value in values.items():
        Entry.objects.create(
            case=case, question=makers.question_of(case, code), revision=1, value=value, origin="link",
            at=timezone.now(),
        )  # fmt: skip
