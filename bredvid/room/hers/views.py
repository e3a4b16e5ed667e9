"""What her page asks for once she is let in: append, read, memory, how long, destroy; and who may be written to."""

from typing import Any

from django.http import HttpRequest

from bredvid.room.hers import wire
from bredvid.room.hers.answering import answers, head
from bredvid.room.hers.header import entered
from bredvid.room.protocol import age_header
from bredvid.room.protocol.encoding import to_text
from bredvid.room.storing import desks, destroying, entries, limits, rooms
from bredvid.room.storing.entries import Batch
from bredvid.room.storing.refusals import NoRoom
from bredvid.room.storing.rooms import Found

ENTRIES = wire.several(wire.data(), limits.ENTRIES_A_BATCH)
KEY = wire.data(16)


def memory(value: object) -> bytes:
    """Reads a memory file: an age file to one recipient, of one of the six sizes."""
    found: bytes = wire.data()(value)
    age_header.check_form(found, 1)
    return found


@answers("POST")
def append(request: HttpRequest) -> dict[str, Any]:
    """Appends a batch to her room; answered after the commit."""
    room = entered(request)
    sent = wire.body(request, {"key": KEY, "entries": ENTRIES}, optional={"memory": memory}, limit=wire.LARGE)
    batch = Batch(sent["entries"], sent["key"], sent.get("memory", b""))
    return {"head": head(entries.append(room, batch))}


@answers("GET")
def read(request: HttpRequest, start: int) -> dict[str, Any]:
    """The entries of her room from a number on, as many as one answer holds."""
    room = entered(request)
    part, week = entries.read(room, start), rooms.visit(room)
    return {"entries": [to_text(each) for each in part.entries], "head": head(part.head), "week": week}


@answers("POST")
def remember(request: HttpRequest) -> dict[str, Any]:
    """Keeps her memory file."""
    found = _found(entered(request))
    rooms.keep_memory(found, wire.body(request, {"memory": memory}, limit=wire.LARGE)["memory"])
    return {}


@answers("POST")
def keep_for(request: HttpRequest) -> dict[str, Any]:
    """Chooses how many days after her last visit the room is kept."""
    found = _found(entered(request))
    return {"week": rooms.keep_for(found, wire.body(request, {"days": wire.number(*limits.DAYS_KEPT)})["days"])}


@answers("POST")
def destroy(request: HttpRequest) -> dict[str, Any]:
    """Destroys her room: its key at once, then all that was kept. Asked again it says the same."""
    room = entered(request)
    wire.body(request, {})
    destroying.destroy(room)
    return {}


@answers("GET")
def open_desks(request: HttpRequest) -> dict[str, Any]:
    """The organisations that may be written to now; the same for everybody."""
    return {"desks": [_desk(each) for each in desks.open_desks()]}


def _desk(desk: desks.OpenDesk) -> dict[str, Any]:
    told = {
        "name": desk.name,
        "author": to_text(desk.author),
        "recipient": to_text(desk.recipient),
        "open_now": desk.open_now,
        "next_open": desk.next_open,
    }
    return told | ({"county": desk.county} if desk.county else {})


def _found(room: bytes) -> Found:
    found = rooms.find_by_number(room)
    if found is None:
        raise NoRoom
    return found
