"""What a day asks for: whom to ask how it is, which periods end soon or are quiet, and what is to be destroyed."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, Max, OuterRef
from django.db.models.functions import Coalesce, Greatest

from bredvid.register.models import FollowUp, SupportPeriod, Unit
from bredvid.register.rules import aliases, following, retention

State = SupportPeriod.State
# How long before its day a period that is to be destroyed stands among those that end soon.
SOON_DAYS = 30


@dataclass(frozen=True)
class Due:
    """A follow-up: her alias, the day, and until when somebody tries."""

    number: int
    alias: str
    months: int
    due: date
    today: date

    @property
    def last_day(self) -> date:
        """The last day somebody tries; then she counts as not reached."""
        return following.last_day(self.due)

    @property
    def overdue(self) -> bool:
        """Whether the day has passed."""
        return self.due < self.today

    @property
    def may_be_asked(self) -> bool:
        """Whether she may be asked already."""
        return following.first_day(self.due) <= self.today


def due_list(unit: Unit, *, today: date) -> list[Due]:
    """The next follow-up of each resting period, the one that has waited longest first."""
    waiting = FollowUp.objects.filter(
        period__unit=unit, period__state=State.RESTING, due__gte=following.lapsed_before(today)
    )
    nearest: dict[int, FollowUp] = {}
    for each in waiting.select_related("period").order_by("due", "period__number"):
        nearest.setdefault(each.period_id, each)
    return [
        Due(each.period.number, aliases.name_of(each.period.alias), each.months, each.due, today)
        for each in nearest.values()
    ]


def due_now(unit: Unit, *, today: date) -> list[Due]:
    """Those who may be asked today."""
    return [each for each in due_list(unit, today=today) if each.may_be_asked]


def ends_soon(unit: Unit, *, today: date) -> list[SupportPeriod]:
    """Closed periods that are destroyed within a month, the nearest first."""
    over, until = retention.closed_before(today), retention.closed_before(today + timedelta(days=SOON_DAYS))
    closed = SupportPeriod.objects.filter(unit=unit, state=State.CLOSED, closed_on__gt=over, closed_on__lte=until)
    return list(closed.order_by("closed_on", "number"))


@dataclass(frozen=True)
class Quiet:
    """An open period without a contact for a year: her alias, and the month of the last one, or of its opening."""

    number: int
    alias: str
    month: int


def quiet(unit: Unit, *, today: date) -> list[Quiet]:
    """Open periods in which no contact has been counted for a year, the longest quiet first."""
    still = SupportPeriod.objects.filter(unit=unit, state=State.OPEN)
    last = still.annotate(last=Greatest("opened_month", Coalesce(Max("contacts__month"), 0)))
    found = last.filter(last__lte=retention.quiet_since(today)).order_by("last", "number")
    return [
        Quiet(number, aliases.name_of(alias), month)
        for number, alias, month in found.values_list("number", "alias", "last")
    ]


def units_with_something_due(today: date, *, unit: Unit | None = None) -> list[int]:
    """The keys of units where something is to be destroyed, or lapses."""
    over = SupportPeriod.objects.filter(state=State.CLOSED, closed_on__lte=retention.closed_before(today))
    lapsed = FollowUp.objects.filter(due__lt=following.lapsed_before(today))
    if unit is not None:
        over, lapsed = over.filter(unit=unit), lapsed.filter(period__unit=unit)
    return sorted({*over.values_list("unit_id", flat=True), *lapsed.values_list("period__unit_id", flat=True)})


def how_many_overdue(today: date) -> int:
    """How many periods should have been destroyed by this day, in all units; for whoever runs the installation."""
    closed = SupportPeriod.objects.filter(state=State.CLOSED, closed_on__lte=retention.closed_before(today))
    still = FollowUp.objects.filter(period=OuterRef("pk"), due__gte=retention.asked_before(today))
    rested = SupportPeriod.objects.filter(~Exists(still), state=State.RESTING)
    return closed.count() + rested.count()
