"""Starts a round in the field: who is asked, with which questionnaire, and where their links go."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction

from bredvid.places.reads import municipalities
from bredvid.review.models import Case, Fieldwork, Questionnaire, Round
from bredvid.review.placing import copied


class CodeTaken(Exception):  # noqa: N818 (says what happened)
    """A round of that code exists already."""


@transaction.atomic
def start_fieldwork(*, code: str, questionnaire: Questionnaire, **fields: Any) -> Fieldwork:
    """A new round in the field over every municipality there is, being prepared. `fields` are those of Fieldwork.

    Raises CodeTaken where a round in the field, or a published one, has the code.
    """
    if Fieldwork.objects.filter(code=code).exists() or Round.objects.filter(code=code).exists():
        raise CodeTaken(code)
    fieldwork = Fieldwork.objects.create(code=code, questionnaire=questionnaire, **fields)
    Case.objects.bulk_create(
        Case(fieldwork=fieldwork, municipality=place, **copied(place)) for place in municipalities()
    )
    return fieldwork


@transaction.atomic
def set_mailboxes(*, fieldwork: Fieldwork, mailboxes: Mapping[str, str]) -> int:
    """Sets the functional addresses of cases by their code. Returns how many changed. Raises KeyError for no case."""
    cases = {case.code: case for case in fieldwork.cases.all()}
    changed = []
    for code, mailbox in mailboxes.items():
        case = cases[code]
        if case.mailbox != mailbox:
            case.mailbox = mailbox
            changed.append(case)
    Case.objects.bulk_update(changed, ["mailbox"])
    return len(changed)


@transaction.atomic
def set_state(*, fieldwork: Fieldwork, state: Fieldwork.State) -> bool:
    """Opens the round for answers, or closes it. True if this changed it."""
    return bool(Fieldwork.objects.filter(pk=fieldwork.pk).exclude(state=state).update(state=state))
