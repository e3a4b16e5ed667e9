"""Support periods as their unit sees them. One that is over is not there, also before it has been destroyed."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Q, QuerySet

from bredvid.register import clock
from bredvid.register.models import Contact, FollowUp, PeriodYear, SupportPeriod, Unit
from bredvid.register.rules import aliases, following, retention
from bredvid.register.rules.merging import ABOUT_HER

State = SupportPeriod.State


def there(unit: Unit, *, today: date | None = None) -> QuerySet[SupportPeriod]:
    """The periods of a unit that have not come to their end."""
    day = today or clock.today()
    asked = FollowUp.objects.filter(period=OuterRef("pk"), due__gte=retention.asked_before(day))
    return SupportPeriod.objects.filter(
        Q(state=State.OPEN)
        | Q(state=State.CLOSED, closed_on__gt=retention.closed_before(day))
        | Q(Exists(asked), state=State.RESTING),
        unit=unit,
    )


def with_number(unit: Unit, number: int) -> SupportPeriod | None:
    """The period of a unit with this number; None where there is none, is none any more, or is another unit's."""
    return there(unit).filter(number=number).first()


def find(unit: Unit, text: str) -> SupportPeriod | None:
    """The period of a unit by its two words or its number and by nothing else: one question, whatever was typed."""
    return there(unit).filter(Q(number=aliases.number_in(text)) | Q(alias=aliases.found_in(text))).first()


@dataclass(frozen=True)
class Seen:
    """How a period stands today: its state, and the day it is destroyed if it is closed."""

    period: SupportPeriod
    state: State
    goes_on: date | None
    follow_ups: tuple[FollowUp, ...]

    @property
    def alias(self) -> str:
        """The two words."""
        return aliases.name_of(self.period.alias)

    @property
    def may_be_asked(self) -> bool:
        """Whether she may be asked today how it is."""
        return bool(self.follow_ups) and following.first_day(self.follow_ups[0].due) <= clock.today()


def seen(period: SupportPeriod) -> Seen:
    """A period as of today, also when what has lapsed has not been tidied yet."""
    today = clock.today()
    if period.state == State.CLOSED and period.closed_on is not None:
        return Seen(period, State.CLOSED, retention.goes_on(period.closed_on), ())
    if period.state != State.RESTING or period.rested_on is None:
        return Seen(period, State.OPEN, None, ())
    waiting = tuple(period.follow_ups.all())
    standing = retention.resting([each.due for each in waiting], rested_on=period.rested_on, today=today)
    if standing.closed_on is not None:
        return Seen(period, State.CLOSED, retention.goes_on(standing.closed_on), ())
    return Seen(period, State.RESTING, None, tuple(each for each in waiting if each.due not in standing.lapsed))


def contacts_by_month(period: SupportPeriod) -> dict[int, int]:
    """How many contacts each month had, oldest first."""
    found = Counter(Contact.objects.filter(period=period).values_list("month", flat=True))
    return dict(sorted(found.items()))


def years(period: SupportPeriod) -> list[PeriodYear]:
    """What is known of her, a row for each year, the newest first."""
    return list(period.years.order_by("-year"))


def newest_known(period: SupportPeriod) -> PeriodYear | None:
    """The newest year in which anything is known of her; a mark alone says nothing of her."""
    return next((year for year in years(period) if any(getattr(year, name) for name in ABOUT_HER)), None)


def how_many(unit: Unit) -> dict[State, int]:
    """How many periods are open, resting and closed."""
    found = Counter(there(unit).values_list("state", flat=True))
    return {state: found.get(state, 0) for state in State}
