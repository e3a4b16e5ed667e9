"""A room is made once, found by its locator, and what is kept of it is sealed."""

from dataclasses import replace
from datetime import date

import pytest

from bredvid.room.models import Answered, Entry, Membership, Room
from bredvid.room.protocol.outcomes import Rejected
from bredvid.room.storing import clock, entries, keys, limits, making, memberships, rooms
from bredvid.room.storing.entries import Batch
from bredvid.room.storing.refusals import Conflict, NoRoom
from bredvid.room.storing.tests.makers import key, memory, open_desks, standing, written
from bredvid.room.tests.people import Chance, somebody

pytestmark = pytest.mark.django_db


def test_a_room_is_found_by_its_locator_and_by_no_other():
    made = standing("a")
    found = rooms.find(made.new.locator)
    assert found
    assert (found.room, found.sign_in, found.identity) == (made.room.number, made.new.sign_in, made.new.identity)
    assert found.memory == made.new.batch.memory
    assert rooms.find(bytes(32)) is None


def test_looking_for_a_room_that_is_not_there_asks_the_same(django_assert_num_queries):
    made = standing("a")
    for locator in (made.new.locator, bytes(32)):
        with django_assert_num_queries(1):
            rooms.find(locator)


def test_the_same_request_makes_one_room_and_gets_the_same_answer():
    made = written("a")
    assert making.make(made.new) == making.make(made.new)
    assert Room.objects.count() == Entry.objects.count() == Answered.objects.count() == 1


@pytest.mark.parametrize("change", [{"days": 30}, {"sign_in": bytes(32)}, {"identity": b"another"}])
def test_another_request_for_the_same_code_is_a_conflict(change):
    made = standing("a")
    with pytest.raises(Conflict):
        making.make(replace(made.new, **change))
    assert Room.objects.count() == 1


def test_a_number_that_is_taken_is_a_conflict_and_its_key_is_destroyed():
    made = standing("a")
    with pytest.raises(Conflict):
        making.make(replace(made.new, locator=bytes(32)))
    slots = keys.slots()
    left = [slot for slot in range(8, 20) if _has_key(slots, slot)]
    assert left == [Room.objects.get().slot]


def _has_key(slots, slot):
    try:
        return bool(slots.key(slot))
    except LookupError:
        return False


def test_an_organisation_that_cannot_answer_is_not_let_in():
    desk = somebody(Chance("desk"))
    open_desks()
    with pytest.raises(Rejected) as refused:
        making.make(written("a", desk).new)
    assert refused.value.outcome == "not-allowed"
    assert not Room.objects.exists()


def test_what_is_kept_holds_no_key_locator_or_entry_in_the_clear():
    desk = somebody(Chance("desk"))
    made = standing("a", desk)
    kept = b"".join(
        bytes(value) if isinstance(value, (bytes, memoryview)) else str(value).encode()
        for model in (Room, Entry, Answered, Membership)
        for row in model.objects.values_list()
        for value in row
    )
    secret = [made.new.locator, made.new.sign_in, made.room.she.author, made.room.she.member.recipient, desk.author]
    assert not [value for value in (*secret, *made.room.log, made.new.identity[100:]) if value in kept]
    assert made.room.number in kept  # what is looked for would be seen


def test_entries_are_appended_in_strict_order_and_read_back():
    desk = somebody(Chance("desk"))
    made = standing("a", desk)
    more = made.room.add(made.room.say(made.room.she, "mer"))
    head = entries.append(made.room.number, Batch([more], key(1), memory("new")))
    assert head == (made.room.state.sequence, made.room.state.head)
    assert entries.read(made.room.number).entries == made.room.log
    assert entries.read(made.room.number, 3, author=desk.author) == entries.Part([more], head)
    found = rooms.find(made.new.locator)
    assert found
    assert found.memory != made.new.batch.memory


def test_sent_again_it_writes_nothing_and_with_other_bytes_it_is_a_conflict():
    made = standing("a")
    more = made.room.add(made.room.say(made.room.she, "mer"))
    once = entries.append(made.room.number, Batch([more], key(1)))
    assert entries.append(made.room.number, Batch([more], key(1))) == once
    with pytest.raises(Conflict):
        entries.append(made.room.number, Batch([more], key(1), memory()))
    with pytest.raises(Conflict) as late:
        entries.append(made.room.number, Batch([more], key(2)))
    assert late.value.head == once
    assert Entry.objects.count() == 2


def test_a_batch_is_taken_whole_or_not_at_all():
    made = standing("a")
    good = made.room.say(made.room.she, "mer")
    with pytest.raises(Rejected):
        entries.append(made.room.number, Batch([good.to_bytes(), good.to_bytes()], key(1)))
    assert Entry.objects.count() == 1


def test_an_organisation_that_is_not_in_the_room_meets_no_room():
    desk, other = somebody(Chance("desk")), somebody(Chance("other"))
    made = standing("a", desk)
    for author in (other.author, made.room.she.author):
        with pytest.raises(NoRoom):
            entries.read(made.room.number, author=author)
    answer = made.room.say(other, "hej")
    with pytest.raises(NoRoom):
        entries.append(made.room.number, Batch([answer.to_bytes()], key(1)), author=other.author)


def test_a_member_answers_as_itself_and_not_as_her():
    desk = somebody(Chance("desk"))
    made = standing("a", desk)
    hers = made.room.say(made.room.she, "hej").to_bytes()
    with pytest.raises(Rejected):
        entries.append(made.room.number, Batch([hers], key(1)), author=desk.author)
    answer = made.room.add(made.room.say(desk, "hej"))
    assert entries.append(made.room.number, Batch([answer], key(1)), author=desk.author)[0] == 3


def test_who_is_in_is_known_from_the_entry_that_let_it_in_to_the_one_that_let_it_out():
    desk = somebody(Chance("desk"))
    made = standing("a", desk)
    out = made.room.add(made.room.begin([made.room.she]))
    entries.append(made.room.number, Batch([out], key(1)))
    membership = memberships.of_desk(desk.author)[0]
    assert (membership.since, membership.until) == (1, 3)
    with pytest.raises(NoRoom):
        entries.read(made.room.number, author=desk.author)


def test_one_who_leaves_is_out_at_once():
    desk = somebody(Chance("desk"))
    made = standing("a", desk)
    leave = made.room.add(made.room.say(desk, "", made_kind()))
    entries.append(made.room.number, Batch([leave], key(1)), author=desk.author)
    assert memberships.of_desk(desk.author)[0].until == 3


def made_kind():
    from bredvid.room.protocol.entries import Kind

    return Kind.LEAVE


def test_a_visit_moves_the_end_and_tells_its_week_alone(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 24))
    made = standing("a", days=30)
    row = Room.objects.get()
    assert abs((row.ends - date(2026, 12, 24)).days) <= limits.SHIFTS
    monkeypatch.setattr(clock, "today", lambda: date(2026, 12, 1))
    assert rooms.visit(made.room.number) == limits.week_of(limits.ends_on(date(2026, 12, 1), 30, row.shift))
    found = rooms.find(made.new.locator)
    assert found
    assert rooms.keep_for(found, 365) == limits.week_of(limits.ends_on(date(2026, 12, 1), 365, row.shift))
    assert Room.objects.get().ends == limits.ends_on(date(2026, 12, 1), 365, row.shift)
