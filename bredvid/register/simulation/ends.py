"""What becomes of a support period when its last contact has been: it goes on, rests, is closed, or is gone. Pure."""

from dataclasses import dataclass, field
from datetime import date, timedelta

from bredvid.register.codebook import current
from bredvid.register.rules import retention
from bredvid.register.rules.following import TERMS, due_on
from bredvid.register.rules.months import of_day
from bredvid.register.simulation.drawing import Draws, share
from bredvid.register.simulation.shapes import Row

OPEN, RESTING, CLOSED = 1, 2, 3
# How long after its day a follow-up has been made, in most cases; before, it stands in the list of those due.
_LATE_DAYS = 30


@dataclass(kw_only=True)
class End:
    """How it ended. `rested` where it ever rested: then its years are counted already."""

    state: int = OPEN
    rested_on: date | None = None
    closed_on: date | None = None
    due: list[tuple[int, date]] = field(default_factory=list)
    answers: list[Row] = field(default_factory=list)

    def is_gone(self, today: date) -> bool:
        """Whether it has been destroyed."""
        return self.closed_on is not None and retention.is_over(self.closed_on, today)


def end_of(last: int, until: int, today: date, draws: Draws) -> End:
    """How a period ends that would last until a month; it is open where that month has not passed."""
    if until >= of_day(today):
        return End()
    day = _day_in(max(until, last), draws)
    if not draws.happens(share("follow_up")):
        return End(state=CLOSED, closed_on=day)
    return _followed_up(day, today, draws)


def _followed_up(rested: date, today: date, draws: Draws) -> End:
    end = End(state=RESTING, rested_on=rested)
    for months in TERMS:
        due = due_on(rested, months)
        asked = due + timedelta(days=draws.random.randint(0, _LATE_DAYS))
        if asked > today:
            end.due.append((months, due))
            continue
        outcome, answer = _answer(of_day(asked), months, draws)
        end.answers.append(answer)
        if outcome == _STOPPED or months == TERMS[-1]:
            return End(state=CLOSED, closed_on=asked, answers=end.answers)
    return end


_STOPPED, _ANSWERED = (current().variable("S04").stored([code]) for code in ("STOPP", "SVARADE"))
_CHANGES = ("change_safety", "change_economy", "change_housing", "change_health", "change_network", "change_power")


def _answer(month: int, months: int, draws: Draws) -> tuple[int, Row]:
    outcome = draws.one("outcome")
    row = {"month": month, "months": months, "outcome": outcome}
    if outcome == _ANSWERED:
        row |= {name: draws.one("change") for name in _CHANGES}
        row["change_exposure"] = draws.one("change_exposure")
    return outcome, row


def _day_in(month: int, draws: Draws) -> date:
    return date(month // 100, month % 100, draws.random.randint(1, 28))
