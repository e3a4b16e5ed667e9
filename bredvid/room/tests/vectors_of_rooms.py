"""Vectors of whole rooms (section 10): who is let in and out, and what each of them reads."""

from typing import Any

from bredvid.room.protocol.entries import Kind
from bredvid.room.tests.people import Person, Room, room_with, somebody

Vector = dict[str, Any]


def vectors() -> list[Vector]:
    """Each vector is a log and its readers: their identity, what memory holds, and what they read or why they stop."""
    return [_let_in(), _let_out(), _left(), _shown(), *_two_histories(), _pinned(), *_not_allowed(), *_left_again()]


def _vector(name: str, why: str, room: Room, readers: list[Vector], expect: str = "success") -> Vector:
    return {
        "name": name, "section": "10", "why": why, "expect": expect, "room": room.number.hex(),
        "log": [each.hex() for each in room.log], "readers": readers,
    }  # fmt: skip


def _reader(person: Person, *texts: str, **more: Any) -> Vector:
    return {"identity": person.identity.hex(), "reads": list(texts), **more}


def _let_in() -> Vector:
    room, she, [one, other] = room_with("Lyktan", "Kliniken", seed="let in")
    room.add(room.say(she, "till båda"))
    room.add(room.say(other, "från den andra"))
    stranger = somebody(room.chance)
    texts = ("till båda", "från den andra")
    readers = [_reader(she, *texts), _reader(one, *texts), _reader(other, *texts), _reader(stranger)]
    return _vector("two-let-in", "all who were let in read, and nobody else", room, readers)


def _let_out() -> Vector:
    room, she, [one, other] = room_with("Lyktan", "Kliniken", seed="let out")
    room.add(room.say(she, "före"))
    room.add(room.begin([she, one]))
    room.add(room.say(she, "efter"))
    readers = [_reader(one, "före", "efter"), _reader(other, "före")]
    return _vector("one-let-out", "what it has read it has read; nothing after", room, readers)


def _left() -> Vector:
    room, she, [one, other] = room_with("Lyktan", "Kliniken", seed="left")
    room.add(room.say(other, "vi slutar här", Kind.LEAVE))
    room.add(room.begin([she, one], by=one))
    room.add(room.say(one, "bara vi"))
    readers = [_reader(she, "vi slutar här", "bara vi"), _reader(other, "vi slutar här")]
    return _vector("one-left-and-another-renewed", "a member may renew the key when one has left", room, readers)


def _shown() -> Vector:
    room, she, [one] = room_with("Lyktan", seed="shown")
    room.add(room.say(she, "först"))
    late, later = somebody(room.chance), somebody(room.chance)
    room.add(room.begin([she, one, late, later]))
    room.add(room.show(late, [1]))
    room.add(room.say(one, "sedan"))
    readers = [_reader(late, "först", "sedan"), _reader(later, "sedan")]
    return _vector("shown-to-one", "what she shows one member is not for the others", room, readers)


def _two_histories() -> list[Vector]:
    room, she, [one] = room_with("Lyktan", seed="histories")
    before, kept = room.state, list(room.log)
    room.add(room.say(one, "kom"))
    head = {"sequence": room.state.sequence, "hash": room.state.head.hex()}
    room.state, room.log = before, kept
    shorter = _vector(
        "cut-off",
        "shorter than what she has seen",
        room,
        [_reader(she, stops="other-history", head=head)],
        "other-history",
    )
    room.log = list(kept)
    room.add(room.say(one, "kom inte"))
    other = _vector(
        "another-entry", "another entry where she saw one", room, [_reader(she, stops="other-history", head=head)],
        "other-history",
    )  # fmt: skip
    return [shorter, other]


def _pinned() -> Vector:
    room, she, [one] = room_with("Lyktan", seed="pinned")
    pins = {one.author.hex(): room.chance.bytes().hex()}
    readers = [_reader(she, stops="pin-mismatch", pins=pins)]
    return _vector("another-key", "an organisation whose keys are not the pinned ones", room, readers, "pin-mismatch")


def _not_allowed() -> list[Vector]:
    """Logs whose last entry must not be taken by anybody."""
    room, she, [one, other] = room_with("Lyktan", "Kliniken", seed="not allowed")
    stranger = somebody(room.chance)
    cases = {
        "a-member-lets-in": ("not-allowed", room.begin([she, one, other, stranger], by=one)),
        "a-member-lets-out": ("not-allowed", room.begin([she, one], by=one)),
        "a-member-shows": ("not-allowed", room.show(other, [1], by=one)),
        "shown-to-a-stranger": ("not-allowed", room.show(stranger, [1])),
        "she-leaves": ("not-allowed", room.say(she, "", Kind.LEAVE)),
        "a-stranger-begins": ("not-a-member", room.begin([she, stranger], by=stranger)),
    }
    found = []
    for name, (expect, entry) in cases.items():
        made = _vector(name, "she alone changes who is in", room, [_reader(she, stops=expect)], expect)
        made["log"] = [*made["log"], entry.to_bytes().hex()]
        found.append(made)
    return found


def _left_again() -> list[Vector]:
    """One who has left and is listed at once again, by her and by a member."""
    room, she, [one, other] = room_with("Lyktan", "Kliniken", seed="left again")
    room.add(room.say(other, "", Kind.LEAVE))
    found = []
    cases = (("she-lists-who-has-left", she, "epoch-owed"), ("a-member-lists-who-has-left", one, "not-allowed"))
    for name, by, expect in cases:
        why = "the next epoch is one without whoever has left"
        made = _vector(name, why, room, [_reader(she, stops=expect)], expect)
        made["log"] = [*made["log"], room.begin([she, one, other], by=by).to_bytes().hex()]
        found.append(made)
    return found
