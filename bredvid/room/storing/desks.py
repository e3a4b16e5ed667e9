"""Which organisations may be written to now. The desk's own part of the room says; here stands only what is asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bredvid.room.protocol.members import Member
from bredvid.room.protocol.outcomes import Outcome, Rejected


@dataclass(frozen=True)
class OpenDesk:
    """An organisation that may be let in now, as everybody is told of it."""

    name: str
    author: bytes
    recipient: bytes
    open_now: bool
    next_open: str = ""
    county: str = ""


_sources: list[Callable[[], Iterable[OpenDesk]]] = []


def provided_by(source: Callable[[], Iterable[OpenDesk]]) -> None:
    """Names where the desks come from; once, when the site starts."""
    _sources[:] = [source]


def open_desks() -> list[OpenDesk]:
    """Those that may be let in now, each with two holders of its key of whom one unlocked within a fortnight."""
    return [desk for source in _sources for desk in source()]


def check_let_in(joining: Iterable[Member]) -> None:
    """Raises Rejected (not-allowed) for an organisation that could not answer, or with keys that are not its own."""
    new = list(joining)
    may = {(desk.author, desk.recipient) for desk in open_desks()} if new else set()
    if any((member.author, member.recipient) not in may for member in new):
        raise Rejected(Outcome.NOT_ALLOWED, "an organisation that may not be let in now")
