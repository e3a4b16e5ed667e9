"""The log of what staff did. Written inside the transaction of the change: both happen or neither.

Each entry's digest is SHA-256 over the canonical JSON of its fields and the digest before it. Changing, removing
or inserting an entry breaks every digest after it. What this does not find: that the end was cut off and the head
rewritten. So the head is printed where it is verified, to be kept elsewhere.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from django.db import transaction
from django.utils import timezone

from bredvid.accounts.models import ActivityEntry, ActivityHead, Staff
from bredvid.accounts.models.activity import BEGINNING
from bredvid.accounts.roles import Action

CHUNK = 2000


class Event(StrEnum):
    """What is written of somebody's own account: it needs no permission, and is worth remembering."""

    JOINED = "account.joined"
    SIGNED_IN = "account.signed-in"
    PASSWORD_CHANGED = "account.password"  # noqa: S105 (the name of an event)
    FACTOR_ADDED = "account.factor-added"
    FACTOR_REMOVED = "account.factor-removed"
    CODES_MADE = "account.recovery-codes"
    RENAMED = "account.renamed"


@dataclass(frozen=True)
class Verdict:
    """Whether the chain is whole: up to which number, with which head, and where it is not, what is wrong."""

    whole: bool
    number: int
    head: str
    fault: str = ""


def record(*, staff: Staff | None, action: Action | Event, subject: str, detail: str = "") -> ActivityEntry:
    """Adds an entry. `staff` is None where the command line did it.

    Call it inside the transaction of the change. Two writers take turns: SQLite takes its write lock when a transaction
    begins, PostgreSQL waits for the row of the head.
    """
    with transaction.atomic():
        ActivityHead.objects.get_or_create(pk=1)
        head = ActivityHead.objects.select_for_update().get(pk=1)
        entry = ActivityEntry(
            number=head.number + 1,
            at=timezone.now(),
            staff=staff,
            action=str(action),
            subject=subject[:200],
            detail=detail,
            previous=head.digest,
        )
        entry.digest = digest_of(entry)
        entry.save()
        head.number, head.digest = entry.number, entry.digest
        head.save()
    return entry


def digest_of(entry: ActivityEntry) -> str:
    """SHA-256, in hexadecimal, over everything the entry says and the digest before it."""
    return hashlib.sha256(canonical(entry)).hexdigest()


def canonical(entry: ActivityEntry) -> bytes:
    """The entry as JSON that is the same on every machine: sorted keys, no spaces, UTF-8, time in UTC."""
    fields = {
        "action": entry.action,
        "at": _moment(entry.at),
        "detail": entry.detail,
        "number": entry.number,
        "previous": entry.previous,
        "staff": entry.staff_id,
        "subject": entry.subject,
    }
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _moment(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def verify() -> Verdict:
    """Reads the whole chain from its beginning and says whether it is whole."""
    entries = ActivityEntry.objects.order_by("number").iterator(chunk_size=CHUNK)
    verdict = check(entries)
    if not verdict.whole:
        return verdict
    head = ActivityHead.objects.filter(pk=1).first() or ActivityHead()
    if (head.number, head.digest) != (verdict.number, verdict.head):
        return Verdict(False, verdict.number, verdict.head, f"the head says no {head.number}, {head.digest}")
    return verdict


def check(entries: Iterable[ActivityEntry]) -> Verdict:
    """The same for entries in order, without the head."""
    number, digest = 0, BEGINNING
    for entry in entries:
        if entry.number != number + 1:
            return Verdict(False, number, digest, f"no {number + 1} is missing; after no {number} comes {entry.number}")
        if entry.previous != digest:
            return Verdict(False, number, digest, f"no {entry.number} does not follow no {number}")
        if digest_of(entry) != entry.digest:
            return Verdict(False, number, digest, f"no {entry.number} is not as it was written")
        number, digest = entry.number, entry.digest
    return Verdict(True, number, digest)
