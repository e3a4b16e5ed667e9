"""The demonstration on one's own machine: two audits of 290 invented municipalities, half a year apart.

Made only where the made-up staff are (SHOW_DEMO_SIGN_INS), so that no real installation has it unasked.
"""

from datetime import date

from django.conf import settings
from django.db import transaction

from bredvid.webaudit.actions.keeping import keep
from bredvid.webaudit.models import Audit
from bredvid.webaudit.simulation.audits import groups, judgement_of

# Code → edition of the sites, and the moment its pages say they were read.
AUDITS = {"demo-2026-05": (1, "2026-05-11T09:00:00Z"), "demo-2026-11": (2, "2026-11-09T09:00:00Z")}


def is_due() -> bool:
    """Whether the demonstration should be there and is not."""
    return bool(settings.SHOW_DEMO_SIGN_INS) and bool(_missing())


@transaction.atomic
def make() -> int:
    """Makes what is missing and says how many audits it made. Raises ValueError where demonstrations are off."""
    if not settings.SHOW_DEMO_SIGN_INS:
        raise ValueError("The demonstration is made only on one's own machine (SHOW_DEMO_SIGN_INS).")
    missing = _missing()
    for code in missing:
        edition, fetched = AUDITS[code]
        judgement = judgement_of(edition, fetched=fetched)
        keep(judgement=judgement, code=code, today=date.fromisoformat(fetched[:10]), groups=groups())
    return len(missing)


def _missing() -> list[str]:
    there = set(Audit.objects.filter(code__in=AUDITS).values_list("code", flat=True))
    return [code for code in AUDITS if code not in there]
