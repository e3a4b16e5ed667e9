"""Mail to staff that something is waiting: at fixed hours, never because she wrote, never what or how much."""

import logging
from datetime import date, datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext

from bredvid.room.desk import reads, waiting
from bredvid.room.models.desks import Desk

log = logging.getLogger("bredvid.room.desk.reminding")
# Swedish time.
HOURS = (8, 13, 18)


def reminder_due(last: tuple[date | None, int], today: date, hour: int) -> int | None:
    """The fixed hour whose mail is due now and has not left yet; None where none is.

    `last` is the day and the fixed hour of the last mail. A timer that runs late sends the latest hour's mail, once.
    """
    passed = [each for each in HOURS if each <= hour]
    if not passed:
        return None
    return None if last[0] is not None and last >= (today, passed[-1]) else passed[-1]


def remind(now: datetime | None = None, link: str = "") -> int:
    """Sends the mail of the fixed hour to the holders of each desk where something waits, and says to how many.

    Each person gets one of her own, so that no colleague's address is in it. Called again within the hour it sends
    nothing. What the mail says is the same for everybody; a mail that fails is logged without its address.
    """
    now = timezone.localtime(now)
    desks = list(reads.with_holders(Desk.objects.order_by("pk")))
    return sum(_remind(desk, now, link) for desk in desks)


def _remind(desk: Desk, now: datetime, link: str) -> int:
    hour = reminder_due((desk.reminded_on, desk.reminded_hour), now.date(), now.hour)
    if hour is None:
        return 0
    # Written down before anything is sent, and also where nothing waits: what comes later waits for the next hour.
    desk.reminded_on, desk.reminded_hour = now.date(), hour
    desk.save(update_fields=["reminded_on", "reminded_hour"])
    holders = [each.staff.email for each in reads.members(desk) if each.organisation is not None]
    if not waiting.is_waiting(desk):
        return 0
    return sum(_send(address, link) for address in holders)


def _send(address: str, link: str) -> bool:
    with translation.override("sv"):
        text = render_to_string("room/desk/mail/waiting.txt", {"link": link})
        mail = EmailMessage(gettext("Bredvid: something is waiting"), text, settings.DEFAULT_FROM_EMAIL, [address])
    try:
        mail.send()
    except OSError as error:
        log.error("a mail to staff could not be sent: %s", type(error).__name__)  # noqa: TRY400 (its words hold the address)
        return False
    return True
