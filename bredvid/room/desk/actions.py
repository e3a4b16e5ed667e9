"""What the desk writes: one transaction each. Secrets come sealed; what does not look sealed is refused."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction

from bredvid.accounts import activity
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import Action
from bredvid.places.models import Organisation
from bredvid.room.desk.errors import Refused
from bredvid.room.models.desks import Desk, Holder, Lock
from bredvid.room.protocol import age_header
from bredvid.room.protocol.outcomes import Rejected
from bredvid.room.protocol.padding import IDENTITY
from bredvid.room.protocol.signing import is_valid_key
from bredvid.room.storing import clock

MOST_LOCKS = 6


@dataclass(frozen=True)
class NewLock:
    """A way to open an identity, as a browser made it."""

    way: str
    salt: bytes
    credential: bytes
    wrapped: bytes


@dataclass(frozen=True)
class NewDesk:
    """An organisation's public keys, and its identity sealed to who made it."""

    author: bytes
    recipient: bytes
    handed: bytes


@transaction.atomic
def set_up(*, by: Staff, organisation: Organisation, recipient: bytes, lock: NewLock, desk: NewDesk) -> Desk:
    """An organisation's desk and its first holder. Raises Refused (exists, not-canonical)."""
    _check_sealed(desk.handed)
    if not is_valid_key(desk.author):
        raise Refused("not-canonical")
    try:
        with transaction.atomic():
            made = Desk.objects.create(
                organisation=organisation, author=desk.author, recipient=desk.recipient, made=clock.today()
            )
    except IntegrityError:
        raise Refused("exists", 409) from None
    holder = _holder(made, by, recipient, lock)
    holder.organisation, holder.unlocked = desk.handed, clock.today()
    holder.save()
    activity.record(staff=by, action=Action.DESK_MANAGE, subject=f"desk/{organisation.pk}", detail="set up")
    return made


@transaction.atomic
def join(*, by: Staff, desk: Desk, recipient: bytes, lock: NewLock) -> Holder:
    """Somebody's own identity at a desk; a holder lets her in afterwards. Raises Refused (exists, not-canonical).

    Who has not been let in yet may begin again, with a new identity.
    """
    Holder.objects.filter(staff=by, organisation=None).delete()
    return _holder(desk, by, recipient, lock)


def _holder(desk: Desk, staff: Staff, recipient: bytes, lock: NewLock) -> Holder:
    # What she held at another organisation, before she came here, is of no use to her any more.
    Holder.objects.filter(staff=staff).exclude(desk=desk).delete()
    try:
        with transaction.atomic():
            holder = Holder.objects.create(desk=desk, staff=staff, recipient=recipient)
    except IntegrityError:
        raise Refused("exists", 409) from None
    add_lock(holder=holder, lock=lock)
    return holder


@transaction.atomic
def add_lock(*, holder: Holder, lock: NewLock) -> Lock:
    """One more way to open an identity; a new phrase takes the old one's place. Raises Refused (not-canonical)."""
    _check_sealed(lock.wrapped)
    passkey = lock.way == Lock.Way.PASSKEY
    if lock.way not in Lock.Way.values or passkey != bool(lock.credential) or len(lock.credential) > 1023:
        raise Refused("not-canonical")
    if not passkey:
        holder.locks.filter(way=Lock.Way.PHRASE).delete()
    if holder.locks.count() >= MOST_LOCKS:
        raise Refused("quota", 409)
    return Lock.objects.create(
        holder=holder, way=lock.way, salt=lock.salt, credential=lock.credential, wrapped=lock.wrapped
    )


@transaction.atomic
def let_in(*, by: Staff, desk: Desk, holder: int, recipient: bytes, handed: bytes) -> None:
    """Hands the organisation's identity to a colleague. Raises Refused (refused, changed, not-canonical).

    `recipient` is the key the browser sealed to: where she has begun again meanwhile, nothing is written.
    """
    _check_sealed(handed)
    if not Holder.objects.filter(desk=desk, staff=by, organisation__isnull=False).exists():
        raise Refused("refused", 403)
    whom = Holder.objects.select_for_update().filter(desk=desk, pk=holder, staff__is_active=True).first()
    if whom is None:
        raise Refused("refused", 404)
    if bytes(whom.recipient) != recipient:
        raise Refused("changed", 409)
    whom.organisation = handed
    whom.save()
    activity.record(staff=by, action=Action.DESK_MANAGE, subject=f"staff/{whom.staff_id}", detail="key handed over")


@transaction.atomic
def take_away(*, by: Staff, desk: Desk, holder: int) -> None:
    """Deletes what a colleague holds. Raises Refused (refused, last)."""
    whom = Holder.objects.filter(desk=desk, pk=holder).first()
    if whom is None:
        raise Refused("refused", 404)
    others = Holder.objects.filter(desk=desk, organisation__isnull=False).exclude(pk=holder)
    if whom.organisation is not None and not others.exists():
        raise Refused("last", 409)
    whom.delete()
    activity.record(staff=by, action=Action.DESK_MANAGE, subject=f"staff/{whom.staff_id}", detail="key taken away")


def unlocked(*, by: Staff, desk: Desk) -> None:
    """That somebody who holds the organisation's key has opened hers today."""
    Holder.objects.filter(desk=desk, staff=by, organisation__isnull=False).update(unlocked=clock.today())


@transaction.atomic
def set_hours(*, by: Staff, desk: Desk, hours: str) -> None:
    """When somebody answers."""
    desk.hours = hours
    desk.save(update_fields=["hours"])
    activity.record(staff=by, action=Action.DESK_MANAGE, subject=f"desk/{desk.organisation_id}", detail="hours")


def _check_sealed(data: bytes) -> None:
    """Raises Refused unless this is an age file of ours for one: there is no way in for plaintext."""
    try:
        age_header.check_form(data, 1, (IDENTITY,))
    except Rejected as error:
        raise Refused(error.outcome.value) from None
