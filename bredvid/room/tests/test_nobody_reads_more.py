"""Whatever happens in a room, each reads what she or it was let into, and nothing else.

The model beside knows nothing of keys: it keeps, for each message, who was in when it was written, and what she showed.
"""

from dataclasses import dataclass, field

from hypothesis import given, settings, strategies as st

from bredvid.room.protocol.entries import Kind
from bredvid.room.protocol.members import Role
from bredvid.room.tests.people import Chance, Person, Room, somebody

ORGANISATIONS = range(3)
deeds = st.lists(
    st.tuples(st.sampled_from(["let in", "let out", "leave", "renew", "say", "show"]), st.sampled_from(ORGANISATIONS)),
    max_size=14,
)


@dataclass
class World:
    """A room, and beside it what anybody should have read."""

    room: Room
    she: Person
    organisations: list[Person]
    inside: set[int] = field(default_factory=set)
    owed: bool = False  # somebody has left, and no epoch has begun since
    written: list[tuple[str, int, set[int]]] = field(default_factory=list)  # text, epoch, who may read it

    def do(self, deed: str, who: int) -> None:
        getattr(self, f"_{deed.replace(' ', '_')}")(who)

    def _begin(self, by: Person) -> None:
        self.room.add(self.room.begin([self.she, *(self.organisations[one] for one in self.inside)], by=by))
        self.owed = False

    def _let_in(self, who: int) -> None:
        if self.owed:  # who has just left is let in again only after an epoch without it
            self._begin(self.she)
        self.inside.add(who)
        self._begin(self.she)

    def _let_out(self, who: int) -> None:
        self.inside.discard(who)
        self._begin(self.she)

    def _leave(self, who: int) -> None:
        if who in self.inside and not self.owed:
            self.room.add(self.room.say(self.organisations[who], "", Kind.LEAVE))
            self.inside.discard(who)
            self.owed = True

    def _renew(self, who: int) -> None:
        if who in self.inside:
            self._begin(self.organisations[who])

    def _say(self, who: int) -> None:
        if self.owed:
            self._begin(self.she)
        by = self.organisations[who] if who in self.inside else self.she
        text = f"{len(self.written)}"
        self.room.add(self.room.say(by, text))
        self.written.append((text, self.room.state.number, set(self.inside)))

    def _show(self, who: int) -> None:
        """She shows all that was written before the epoch that holds now."""
        if who in self.inside and not self.owed:
            shown = [number for number in self.room.identities if number < self.room.state.number]
            self.room.add(self.room.show(self.organisations[who], shown))
            for _text, number, readers in self.written:
                if number in shown:
                    readers.add(who)


def heard(room: Room, person: Person) -> list[str]:
    reader = room.reader(person)
    entries = [reader.read(data).entry for data in room.log]
    bodies = [reader.open(entry).body for entry in entries if entry.place.kind is Kind.MESSAGE]
    return [body["text"] for body in bodies if body]


@given(deeds)
@settings(max_examples=80, deadline=None)
def test_each_reads_what_it_was_let_into_and_nothing_else(history):
    chance = Chance("history")
    she = somebody(chance, Role.SHE)
    world = World(Room(chance, she), she, [somebody(chance) for _ in ORGANISATIONS])
    world.room.add(world.room.begin([she]))
    for deed, who in history:
        world.do(deed, who)
    assert heard(world.room, she) == [text for text, _, _ in world.written]
    for number, person in enumerate(world.organisations):
        assert heard(world.room, person) == [text for text, _, readers in world.written if number in readers]
    assert heard(world.room, somebody(chance)) == []
