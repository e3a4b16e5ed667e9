"""Which organisations are in which rooms, kept under keyed marks so that a desk can find its own."""

from itertools import pairwise

from bredvid.room.models import Membership, Room
from bredvid.room.protocol.members import Member
from bredvid.room.protocol.room_log import State
from bredvid.room.storing import keys


def of_desk(author: bytes) -> list[Membership]:
    """The memberships of an organisation, by its author key, with their rooms: those over too, in order of rooms."""
    found = Membership.objects.filter(desk=keys.mark_of_desk(author)).select_related("room")
    return list(found.defer("room__memory", "room__identity", "room__sign_in").order_by("room_id", "since"))


def is_in(row: Room, author: bytes) -> bool:
    """Whether an organisation is in a room now."""
    return Membership.objects.filter(room=row, desk=keys.mark_of_desk(author), until=None).exists()


def follow(row: Room, steps: list[State]) -> None:
    """Writes down who came and who went with each entry. `steps` begins with the state before the first of them."""
    for before, after in pairwise(steps):
        was, now = _organisations(before), _organisations(after)
        gone = [keys.mark_of_desk(author) for author in was - now]
        if gone:
            Membership.objects.filter(room=row, desk__in=gone, until=None).update(until=after.sequence)
        for author in sorted(now - was):
            Membership.objects.create(room=row, desk=keys.mark_of_desk(author), since=after.sequence)


def joining(steps: list[State]) -> list[Member]:
    """The organisations that are in after an entry and were not, or not with these keys, before it."""
    return [
        member for before, after in pairwise(steps) for member in after.present()[1:] if member not in before.present()
    ]


def _organisations(state: State) -> frozenset[bytes]:
    return frozenset(member.author for member in state.present()[1:])
