"""What can be seen of a desk without opening anything: keys, who holds them, which rooms wait. Never a time."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from bredvid.accounts.models import Staff
from bredvid.places import openness
from bredvid.places.models import Organisation
from bredvid.room import rules
from bredvid.room.models.desks import Desk, Holder
from bredvid.room.storing import clock


@dataclass(frozen=True)
class OpenDesk:
    """A desk that may be let in now, and when somebody answers; None and "" where it is not said."""

    desk: Desk
    open_now: bool | None
    next_open: str


def desk_of(organisation: Organisation) -> Desk | None:
    """The organisation's desk, with its holders."""
    return with_holders(Desk.objects.filter(organisation=organisation)).first()


def holder_of(desk: Desk | None, staff: Staff) -> Holder | None:
    """What somebody has at a desk."""
    return next((each for each in members(desk) if each.staff_id == staff.pk), None) if desk else None


def members(desk: Desk) -> list[Holder]:
    """Those who work there still and have an identity of their own."""
    return [
        each
        for each in desk.holders.all()
        if each.staff.is_active and each.staff.organisation_id == desk.organisation_id
    ]


def may_be_let_in(desk: Desk) -> bool:
    """Whether a woman may let this desk in today."""
    if desk.demonstration and not settings.SHOW_DEMO_SIGN_INS:
        return False  # its secret keys are in the source: no public site may offer it
    held = [each.unlocked for each in members(desk) if each.organisation is not None]
    return rules.may_be_let_in(held, clock.today())


def open_desks(now: datetime | None = None) -> list[OpenDesk]:
    """The desks that she may write to now, by name."""
    now = timezone.localtime(now)
    desks = with_holders(Desk.objects.order_by("organisation__name", "organisation_id"))
    return [_with_hours(desk, now) for desk in desks if may_be_let_in(desk)]


def _with_hours(desk: Desk, now: datetime) -> OpenDesk:
    period = openness.next_opening(desk.hours, now)
    next_open = f"{period.weekday} {period.begins // 60:02d}:{period.begins % 60:02d}" if period else ""
    return OpenDesk(desk, openness.is_open(desk.hours, now), next_open)


def with_holders(desks: QuerySet[Desk]) -> QuerySet[Desk]:
    """Desks with what the functions here ask about them."""
    holders = Holder.objects.select_related("staff").order_by("staff__name", "pk")
    return desks.select_related("organisation").prefetch_related(Prefetch("holders", holders))


def colleagues(desk: Desk) -> list[dict[str, object]]:
    """The holders, those who wait to be let in, and the day each unlocked last."""
    return [
        {
            "number": each.pk,
            "name": str(each.staff),
            "holds": each.organisation is not None,
            "unlocked": each.unlocked,
            "recipient": bytes(each.recipient),
        }
        for each in members(desk)
    ]
