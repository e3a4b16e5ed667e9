"""The practice round on one's own machine: there from the first start, with a municipality's link for the asking.

Made only where the made-up staff are (SHOW_DEMO_SIGN_INS), so that no real installation has it unasked.
"""

from django.conf import settings
from django.db import transaction

from bredvid.accounts.activity import record
from bredvid.accounts.roles import Action
from bredvid.review.fieldwork.links import make_link
from bredvid.review.fieldwork.practice import CODE, start_practice
from bredvid.review.models import Case, Fieldwork, Questionnaire, Respondent, Round

QUESTIONNAIRE = ("kommungranskning", 2)
LIKE = "demo"


class NoPractice(Exception):  # noqa: N818 (says what happened)
    """There is no practice round here, or nobody in it who has not begun."""


def is_due() -> bool:
    """Whether the practice round should be there and is not."""
    return bool(settings.SHOW_DEMO_SIGN_INS) and not Fieldwork.objects.filter(pk=CODE).exists()


def make() -> Fieldwork:
    """Makes it unless it is there. Raises LookupError where its questionnaire or its model round is not loaded."""
    code, version = QUESTIONNAIRE
    try:
        questionnaire = Questionnaire.objects.get(code=code, version=version)
        like = Round.objects.get(pk=LIKE)
    except (Questionnaire.DoesNotExist, Round.DoesNotExist) as error:
        raise LookupError(f"The practice round needs {code} {version} and the round {LIKE}: {error}") from error
    return start_practice(questionnaire=questionnaire, like=like)


@transaction.atomic
def link_to_practise() -> tuple[Case, str]:
    """An invented municipality that has not begun, and the random part of a new link to it. Raises NoPractice.

    The first in the alphabet without a link, so that asking twice gives two municipalities to be. One that answered
    the demonstration comes before one that did not: it sees last round's answers beside its own.
    """
    waiting = Case.objects.filter(fieldwork=CODE, fieldwork__demonstration=True, state=Case.State.UNTOUCHED)
    linked = waiting.filter(links__withdrawn_at__isnull=True, links__isnull=False)
    answered = Respondent.objects.filter(round=LIKE, state=Respondent.State.ANSWERED)
    free = waiting.exclude(pk__in=linked)
    case = free.filter(code__in=answered.values("code")).first() or free.first() or waiting.first()
    if case is None:
        raise NoPractice(CODE)
    _, token = make_link(case=case)
    record(staff=None, action=Action.LINK_MANAGE, subject=f"{CODE}/{case.code}", detail="new link")
    return case, token
