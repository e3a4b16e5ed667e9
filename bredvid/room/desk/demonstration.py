"""A desk made up for one's own machine: its keys are made here, and its phrase is printed beside the sign-ins.

Only where the settings say SHOW_DEMO_SIGN_INS, which no public address may. A real desk's keys are never on a server.
"""

import hashlib
import json
from datetime import date

from django.conf import settings
from django.db import transaction

from bredvid.accounts.models import Staff
from bredvid.room.desk import seals
from bredvid.room.models.desks import Desk, Holder, Lock
from bredvid.room.storing import clock

PHRASE = "gurka lingon kvarg mango kiwi pesto saffran hallon plommon"
HOURS = "always"
ROLES = ("worker", "coordinator")


def is_due() -> bool:
    """Whether the made-up desk should be there and is not, or would no longer be shown to anybody."""
    return settings.SHOW_DEMO_SIGN_INS and bool(_staff()) and not _is_fresh(clock.today())


def _is_fresh(today: date) -> bool:
    held = Holder.objects.filter(desk__demonstration=True, unlocked=today)
    return held.count() >= len(_staff())


@transaction.atomic
def make() -> None:
    """Makes the desk where it is missing, and lets its holders have unlocked today.

    Raises ValueError where demonstrations are off.
    """
    if not settings.SHOW_DEMO_SIGN_INS:
        raise ValueError("The demonstration is made only on one's own machine (SHOW_DEMO_SIGN_INS).")
    staff = _staff()
    if not staff:
        return
    organisation = seals.organisation_of(_bytes("sign"), _bytes("open"))
    desk, _ = Desk.objects.get_or_create(
        organisation=staff[0].organisation,
        defaults={
            "author": organisation.author, "recipient": organisation.recipient, "made": clock.today(),
            "hours": HOURS, "demonstration": True,
        },
    )  # fmt: skip
    if desk.demonstration:
        for each in staff:
            _hold(desk, each, organisation)


def _hold(desk: Desk, staff: Staff, organisation: seals.Organisation) -> None:
    identity, salt = _bytes(f"person/{staff.email}"), _bytes(f"salt/{staff.email}")[:16]
    recipient = seals.recipient(identity)
    holder, new = Holder.objects.get_or_create(
        desk=desk, staff=staff, defaults={"recipient": recipient, "organisation": organisation.handed_to(recipient)}
    )
    if new:
        wrapped = seals.locked(identity, seals.wrap_of_phrase(PHRASE, salt))
        Lock.objects.create(holder=holder, way=Lock.Way.PHRASE, salt=salt, credential=b"", wrapped=wrapped)
    holder.unlocked = clock.today()
    holder.save(update_fields=["unlocked"])


def phrase() -> str:
    """What opens the made-up desk; "" where there is none to show."""
    there = settings.SHOW_DEMO_SIGN_INS and Desk.objects.filter(demonstration=True).exists()
    return PHRASE if there else ""


def _staff() -> list[Staff]:
    """The made-up staff who work at one organisation and may answer."""
    people = Staff.objects.filter(demonstration=True, is_active=True, memberships__role__in=ROLES)
    found = list(people.exclude(organisation=None).select_related("organisation").order_by("pk").distinct())
    return [each for each in found if each.organisation_id == found[0].organisation_id]


def _bytes(name: str) -> bytes:
    """The same on every machine, as the made-up sign-ins are."""
    return hashlib.sha256(json.dumps(["bredvid demonstration desk", name]).encode()).digest()
