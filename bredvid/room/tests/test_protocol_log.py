"""Who may write what where, and who reads it: sections 9 and 10 of the protocol, one idea a test."""

from dataclasses import replace

import pytest

from bredvid.room.protocol import entries, room_log
from bredvid.room.protocol.entries import Kind
from bredvid.room.protocol.members import Role
from bredvid.room.protocol.outcomes import Outcome, Rejected
from bredvid.room.tests.people import Chance, room_with, signed_anew, somebody


def rejected(room, entry):
    with pytest.raises(Rejected) as caught:
        room_log.accepted(room.state, entry)
    return caught.value.outcome


def heard(room, person):
    reader = room.reader(person)
    first = [reader.read(data) for data in room.log]
    reader.end()
    again = [reader.open(read.entry) for read in first]
    return [read.body["text"] for read in again if read.body and read.entry.place.kind is Kind.MESSAGE]


def test_she_and_the_one_she_let_in_read_each_other():
    room, she, [shelter] = room_with("Lyktan")
    room.add(room.say(she, "hej"))
    room.add(room.say(shelter, "vi finns här"))
    assert heard(room, she) == heard(room, shelter) == ["hej", "vi finns här"]


def test_who_comes_later_reads_from_then_on_unless_she_shows_what_was_before():
    room, she, [shelter] = room_with("Lyktan")
    room.add(room.say(she, "före"))
    clinic, police = somebody(room.chance), somebody(room.chance)
    room.add(room.begin([she, shelter, clinic]))
    room.add(room.say(she, "efter"))
    room.add(room.begin([she, shelter, clinic, police]))
    room.add(room.show(police, [1, 2]))
    assert heard(room, clinic) == ["efter"]
    assert heard(room, police) == ["före", "efter"]


def test_who_is_let_out_reads_nothing_more():
    room, she, [shelter, clinic] = room_with("Lyktan", "Kliniken")
    room.add(room.begin([she, shelter]))
    room.add(room.say(she, "utan kliniken"))
    assert heard(room, clinic) == []
    assert heard(room, shelter) == ["utan kliniken"]
    assert rejected(room, room.say(clinic, "jag är kvar")) is Outcome.NOT_A_MEMBER


def test_who_has_left_writes_no_more_and_nobody_does_before_a_new_epoch():
    room, she, [shelter, clinic] = room_with("Lyktan", "Kliniken")
    room.add(room.say(clinic, "", Kind.LEAVE))
    assert rejected(room, room.say(clinic, "ändå")) is Outcome.EPOCH_OWED
    assert rejected(room, room.say(she, "hej")) is Outcome.EPOCH_OWED
    assert rejected(room, room.begin([she, shelter, clinic], by=shelter)) is Outcome.NOT_ALLOWED
    assert rejected(room, room.begin([she, shelter, clinic])) is Outcome.EPOCH_OWED
    room.add(room.begin([she, shelter], by=shelter))
    room.add(room.say(she, "nu"))
    assert heard(room, shelter) == ["nu"]
    assert heard(room, clinic) == []


def test_only_she_changes_who_is_in():
    room, she, [shelter] = room_with("Lyktan")
    stranger = somebody(room.chance)
    assert rejected(room, room.begin([she, shelter, stranger], by=shelter)) is Outcome.NOT_ALLOWED
    assert rejected(room, room.begin([she], by=shelter)) is Outcome.NOT_ALLOWED
    assert rejected(room, room.begin([she, stranger], by=stranger)) is Outcome.NOT_A_MEMBER
    assert rejected(room, room.say(she, "", Kind.LEAVE)) is Outcome.NOT_ALLOWED


def test_nobody_takes_her_place():
    room, she, [shelter] = room_with("Lyktan")
    other = somebody(room.chance, Role.SHE)
    assert rejected(room, room.begin([other, shelter], by=shelter)) is Outcome.NOT_ALLOWED
    assert rejected(room, room.begin([other, shelter])) is Outcome.NOT_ALLOWED
    changed = replace(she, identity=room.chance.bytes())
    assert rejected(room, room.begin([changed, shelter])) is Outcome.NOT_ALLOWED


def test_an_entry_stands_in_one_place_only():
    room, she, [shelter] = room_with("Lyktan")
    hers = room.say(she, "hej")
    other, _, _ = room_with("Lyktan", seed="another")
    assert rejected(other, hers) is Outcome.WRONG_PLACE
    room.add(hers)
    assert rejected(room, hers) is Outcome.WRONG_PLACE
    moved = replace(hers, place=room.place(she, Kind.MESSAGE))
    assert rejected(room, moved) is Outcome.BAD_SIGNATURE
    stolen = signed_anew(hers, shelter, place=room.place(shelter, Kind.MESSAGE))
    room.add(stolen)  # the outside is right; nobody but a reader can see that the inside is hers
    reader = room.reader(shelter)
    assert [reader.read(data).outcome for data in room.log][-2:] == [Outcome.SUCCESS, Outcome.WRONG_PLACE]


def test_an_old_epoch_is_closed():
    room, she, [shelter] = room_with("Lyktan")
    late = room.say(shelter, "sent")
    room.add(room.begin([she, shelter]))
    placed = signed_anew(late, shelter, place=replace(room.place(shelter, Kind.MESSAGE), epoch=late.place.epoch))
    assert rejected(room, placed) is Outcome.OLD_EPOCH


def test_an_entry_that_does_not_open_closes_no_room():
    room, she, [shelter] = room_with("Lyktan")
    said = room.say(shelter, "hej")
    room.add(signed_anew(said, shelter, sealed=said.sealed[:-1] + bytes([said.sealed[-1] ^ 1])))
    room.add(room.say(she, "jag kan skriva ändå"))
    reader = room.reader(she)
    outcomes = [reader.read(data).outcome for data in room.log]
    assert outcomes[-2:] == [Outcome.CHANGED, Outcome.SUCCESS]


def test_a_member_cannot_hand_over_another_key_than_the_epochs():
    room, she, [shelter, clinic] = room_with("Lyktan", "Kliniken")
    right = room.begin([she, shelter, clinic], by=shelter)
    false = signed_anew(right, shelter, public=right.public[:-32] + room.chance.bytes())
    room.add(false)
    reader = room.reader(clinic)
    assert [reader.read(data).outcome for data in room.log][-1] is Outcome.WRONG_PLACE
    assert heard(room, clinic) == []


def test_what_was_before_is_shown_by_her_alone_and_to_a_member():
    room, she, [shelter, clinic] = room_with("Lyktan", "Kliniken")
    assert rejected(room, room.show(clinic, [1], by=shelter)) is Outcome.NOT_ALLOWED
    assert rejected(room, room.show(somebody(room.chance), [1])) is Outcome.NOT_ALLOWED
    assert rejected(room, room.show(she, [1])) is Outcome.NOT_ALLOWED


def test_what_is_shown_must_be_the_keys_of_those_epochs():
    room, _she, [_shelter, clinic] = room_with("Lyktan", "Kliniken")
    room.identities[1] = room.chance.bytes()
    room.add(room.show(clinic, [1]))
    reader = room.reader(clinic)
    assert [reader.read(data).outcome for data in room.log][-1] is Outcome.WRONG_KEY


def test_what_she_has_seen_cannot_be_taken_away_or_changed():
    room, she, [shelter] = room_with("Lyktan")
    before = room.state
    seen = room.add(room.say(shelter, "kom"))
    head = (room.state.sequence, room.state.head)
    shorter = room.reader(she, head=head)
    for data in room.log[:-1]:
        shorter.read(data)
    with pytest.raises(Rejected) as cut:
        shorter.end()
    room.state, room.log = before, room.log[:-1]
    room.add(room.say(shelter, "kom inte"))
    other = room.reader(she, head=head)
    with pytest.raises(Rejected) as changed:
        [other.read(data) for data in room.log]
    assert cut.value.outcome is changed.value.outcome is Outcome.OTHER_HISTORY
    assert seen != room.log[-1]


def test_a_pinned_organisation_keeps_its_keys():
    room, she, [shelter] = room_with("Lyktan")
    reader = room.reader(she, pins={shelter.author: Chance("another").bytes()})
    reader.read(room.log[0])
    with pytest.raises(Rejected) as caught:
        reader.read(room.log[1])
    assert caught.value.outcome is Outcome.PIN_MISMATCH


def test_every_byte_of_an_entry_counts():
    room, she, _ = room_with("Lyktan")
    whole = room.say(she, "hej").to_bytes()
    for at in range(len(whole)):
        changed = whole[:at] + bytes([whole[at] ^ 0x01]) + whole[at + 1 :]
        with pytest.raises(Rejected):
            room_log.accepted(room.state, entries.from_bytes(changed))
    for cut in (whole[:-1], whole + b"\0", b"", whole[:40]):
        with pytest.raises(Rejected):
            room_log.accepted(room.state, entries.from_bytes(cut))
