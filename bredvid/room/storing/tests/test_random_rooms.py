"""Random histories of who is in, against a model so plain that one can see it is right."""

from dataclasses import dataclass, field

import pytest
from hypothesis import given, settings, strategies as st

from bredvid.room.models import Membership, Room
from bredvid.room.protocol.entries import Entry, Kind
from bredvid.room.protocol.outcomes import Rejected
from bredvid.room.storing import entries, keys, limits, making
from bredvid.room.storing.entries import Batch
from bredvid.room.storing.refusals import Conflict, NoRoom
from bredvid.room.storing.tests.makers import Written, key, open_desks, written
from bredvid.room.tests.people import Chance, Person, somebody

pytestmark = pytest.mark.django_db

DESKS = [somebody(Chance(f"desk {number}"), name=f"Desk {number}") for number in range(3)]
CLOSED = DESKS[2]
"""May not be let in: nobody holds its key."""

who = st.integers(0, 3)  # 0 is she
steps = st.lists(
    st.one_of(
        st.tuples(st.just("list"), who, st.sets(st.integers(0, 2))),
        st.tuples(st.just("say"), who, st.none()),
        st.tuples(st.just("leave"), who, st.none()),
        st.tuples(st.just("again"), who, st.none()),
        st.tuples(st.just("stale"), who, st.none()),
    ),
    max_size=14,
)


@dataclass
class Model:
    """Who is in, who has left since the epoch began, and how many entries there are. Nothing of keys or hashes."""

    inside: set[int] = field(default_factory=set)
    left: set[int] = field(default_factory=set)
    entries: int = 1

    def may(self, what: str, by: int, listed: set[int] | None) -> bool:
        if by and by - 1 not in self.inside - self.left:
            return False
        if what == "list":
            return self._may_list(by, listed or set())
        if self.left:  # an epoch is owed
            return False
        return what == "say" or (what == "leave" and by > 0)

    def _may_list(self, by: int, listed: set[int]) -> bool:
        if listed & self.left:
            return False
        return listed == self.inside - self.left if by else 2 not in listed - self.inside

    def do(self, what: str, by: int, listed: set[int] | None) -> None:
        self.entries += 1
        if what == "list":
            self.inside, self.left = set(listed or ()), set()
        if what == "leave":
            self.left.add(by - 1)


@given(steps)
@settings(max_examples=40)
def test_a_room_takes_what_the_model_takes_and_refuses_the_rest(history):
    open_desks(*DESKS[:2])
    made = written(f"room {Room.objects.count()} {len(history)} {keys.slots().path}")
    making.make(made.new)
    model = Model()
    last: tuple[Batch, bytes | None, tuple[int, bytes]] | None = None
    for number, (what, by, listed) in enumerate(history):
        if what == "again":
            if last:  # sent again, however long ago: the same answer, and nothing is written
                assert entries.append(made.room.number, last[0], author=last[1]) == last[2]
            continue
        author = DESKS[by - 1].author if by else None
        if what == "stale":
            stale = Batch([made.room.log[0]], key(f"stale {number}"))
            with pytest.raises((Conflict, NoRoom)):
                entries.append(made.room.number, stale, author=author)
            continue
        entry = _entry(made, what, by, listed)
        batch = Batch([entry.to_bytes()], key(number))
        if model.may(what, by, listed):
            head = entries.append(made.room.number, batch, author=author)
            made.room.add(entry)
            model.do(what, by, listed)
            last = batch, author, head
        else:
            with pytest.raises((Rejected, NoRoom)):
                entries.append(made.room.number, batch, author=author)
        _compare(made, model)
    Room.objects.all().delete()


def _entry(made: Written, what: str, by: int, listed: set[int] | None) -> Entry:
    writer: Person = DESKS[by - 1] if by else made.room.she
    if what == "list":
        return made.room.begin([made.room.she, *(DESKS[each] for each in sorted(listed or ()))], by=writer)
    return made.room.say(writer, "hej", Kind.LEAVE if what == "leave" else Kind.MESSAGE)


def _compare(made: Written, model: Model) -> None:
    row = Room.objects.get(number=made.room.number)
    marks = {keys.mark_of_desk(desk.author): number for number, desk in enumerate(DESKS)}
    now = {marks[bytes(one.desk)] for one in Membership.objects.filter(room=row, until=None)}
    assert now == model.inside - model.left
    assert row.sequence == model.entries - 1
    part = entries.read(made.room.number)
    assert part.entries == made.room.log
    assert part.head == (made.room.state.sequence, made.room.state.head)
    for number, desk in enumerate(DESKS):
        if number in now:
            assert entries.read(made.room.number, author=desk.author) == part
        else:
            with pytest.raises(NoRoom):
                entries.read(made.room.number, author=desk.author)


@given(st.lists(st.integers(1, 70_000), max_size=12), st.integers(0, limits.ENTRIES_A_DAY + 5))
def test_a_days_limit_is_reached_by_number_or_by_size_and_by_nothing_else(sizes, number):
    over = limits.is_over(number, sum(sizes))
    assert over == (number > 200 or sum(sizes) > 4_194_304)
