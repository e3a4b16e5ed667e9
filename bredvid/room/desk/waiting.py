"""Which rooms a desk is in, and which of them wait for an answer: seen by numbers and marks, with nothing opened."""

from collections import defaultdict
from dataclasses import dataclass

from bredvid.room.models import Entry, Membership
from bredvid.room.models.desks import Desk
from bredvid.room.protocol.entries import Kind
from bredvid.room.storing import keys, memberships, unsealing
from bredvid.room.storing.refusals import NoRoom


@dataclass(frozen=True)
class Listed:
    """A room as the inbox shows it. `number` is the running number of the desk's membership."""

    number: int
    room: bytes
    waiting: bool
    entries: int
    # The running number of the first message that nobody has answered; of the last message where all are answered.
    place: int


def rooms_of(desk: Desk) -> list[Listed]:
    """The rooms a desk is in: those that wait, in the order in which they began to; then the others, newest first."""
    present = [each for each in memberships.of_desk(bytes(desk.author)) if each.until is None]
    messages = _messages(present)
    listed = [found for each in present if (found := _listed(each, desk, messages[each.room_id]))]
    waiting = sorted((each for each in listed if each.waiting), key=lambda each: each.place)
    return waiting + sorted((each for each in listed if not each.waiting), key=lambda each: -each.place)


def is_waiting(desk: Desk) -> bool:
    """Whether anything waits for an answer of this desk."""
    return any(each.waiting for each in rooms_of(desk))


def room_of(desk: Desk, number: int) -> bytes | None:
    """The room of one of the desk's own numbers; None for another's number and for one that never was."""
    mark = keys.mark_of_desk(bytes(desk.author))
    found = Membership.objects.filter(pk=number, desk=mark, until=None).select_related("room").only("room__number")
    return next((bytes(each.room.number) for each in found), None)


def _messages(present: list[Membership]) -> dict[int, list[tuple[int, bytes]]]:
    """Running number and author's mark of the messages of each room, in order."""
    found: dict[int, list[tuple[int, bytes]]] = defaultdict(list)
    rows = Entry.objects.filter(room__in=[each.room_id for each in present], kind=Kind.MESSAGE).order_by("pk")
    for room, number, author in rows.values_list("room_id", "pk", "author"):
        found[room].append((number, bytes(author)))
    return found


def _listed(member: Membership, desk: Desk, messages: list[tuple[int, bytes]]) -> Listed | None:
    try:
        key = unsealing.key_of(member.room)
    except NoRoom:  # destroyed, and its rows are about to go
        return None
    ours = keys.mark_of_author(key, bytes(desk.author))
    open_ = _unanswered(messages, ours)
    place = open_[0] if open_ else messages[-1][0] if messages else 0
    return Listed(member.pk, bytes(member.room.number), bool(open_), member.room.sequence + 1, place)


def _unanswered(messages: list[tuple[int, bytes]], ours: bytes) -> list[int]:
    """The numbers of the messages after our last one."""
    last = max((number for number, author in messages if author == ours), default=0)
    return [number for number, author in messages if number > last]
