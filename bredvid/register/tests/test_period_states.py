"""Every deed in every state of a period: what it leads to, or that it is refused and nothing has changed."""

from datetime import date, timedelta

import pytest

from bredvid.register import clock
from bredvid.register.actions import followups, known, periods
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import (
    AccessEntry,
    Contact,
    CountedYear,
    FollowUp,
    FollowUpAnswer,
    PeriodYear,
    SupportPeriod,
)
from bredvid.register.tests.makers import QUICK, stored, unit

pytestmark = pytest.mark.django_db
START = date(2026, 11, 23)
REFUSED = "refused"
EVERYTHING = (AccessEntry, Contact, CountedYear, FollowUp, FollowUpAnswer, PeriodYear, SupportPeriod)

DEEDS = {
    "add": lambda of, period: periods.add_contact(
        unit=of, staff=None, period=period, month=periods._now(), place=0, values=stored(**QUICK)
    ),
    "recode": lambda of, period: known.recode(unit=of, staff=None, period=period, values=stored(age="40+")),
    "tally": lambda of, period: known.set_tally(unit=of, staff=None, period=period, tally=1),
    "rest": lambda of, period: periods.rest(unit=of, staff=None, period=period, months={3}),
    "close": lambda of, period: periods.close(unit=of, staff=None, period=period),
    "reopen": lambda of, period: periods.reopen(unit=of, staff=None, period=period),
    "answered": lambda of, period: followups.record(unit=of, staff=None, period=period, outcome=followups.ANSWERED),
    "not reached": lambda of, period: followups.record(
        unit=of, staff=None, period=period, outcome=followups.NOT_REACHED
    ),
    "stop": lambda of, period: followups.record(unit=of, staff=None, period=period, outcome=followups.STOP),
}
# State: after which days since it began, and what each deed leads to. What is not named is refused.
TABLE = {
    "open": (0, {
        "add": "open", "recode": "open", "tally": "open", "rest": "resting", "close": "closed",
    }),
    "resting, too early to ask": (10, {
        "close": "closed", "reopen": "open", "stop": "closed",
    }),
    "resting, to be asked": (92, {
        "close": "closed", "reopen": "open", "answered": "closed", "not reached": "resting", "stop": "closed",
    }),
    "resting, nobody tried and nobody tidied": (153, {"reopen": "open"}),
    "resting, over and nobody tidied": (92 + 150, {}),
    "closed": (0, {"reopen": "open"}),
    "closed, the last day": (89, {"reopen": "open"}),
    "closed, over and nobody tidied": (90, {}),
}  # fmt: skip


def period_in(of, state, monkeypatch):
    """A period in a state of the table."""
    monkeypatch.setattr(clock, "today", lambda: START)
    period = periods.open_period(unit=of, staff=None)
    DEEDS["add"](of, period)
    if state.startswith("resting"):
        DEEDS["rest"](of, period)
    if state.startswith("closed"):
        DEEDS["close"](of, period)
    monkeypatch.setattr(clock, "today", lambda: START + timedelta(days=TABLE[state][0]))
    return period


@pytest.mark.parametrize("deed", DEEDS)
@pytest.mark.parametrize("state", TABLE)
@pytest.mark.parametrize("own", [True, False], ids=["own", "foreign"])
def test_every_deed_in_every_state(monkeypatch, state, deed, own):
    ours, theirs = unit(), unit()
    period = period_in(ours, state, monkeypatch)
    expected = TABLE[state][1].get(deed, REFUSED) if own else REFUSED
    before = [list(model.objects.order_by("pk").values()) for model in EVERYTHING]
    if expected == REFUSED:
        with pytest.raises(RegisterRefused):
            DEEDS[deed](ours if own else theirs, period)
        assert before == [list(model.objects.order_by("pk").values()) for model in EVERYTHING]
        return
    DEEDS[deed](ours, period)
    period.refresh_from_db()
    assert period.get_state_display() == str(SupportPeriod.State[expected.upper()].label)
