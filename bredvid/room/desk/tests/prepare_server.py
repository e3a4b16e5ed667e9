"""Makes a database ready for a real server, and is she who writes to it. What it finds it tells as JSON.

Run as a program of its own, with the server's settings and database: a function and its arguments.
"""

import json
import sys
from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace
from typing import Any


def empty() -> None:
    """The tables."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)


def shelter() -> list[dict[str, str]]:
    """A shelter with a coordinator and a worker: their sessions and names."""
    from uuid import uuid4

    from django.conf import settings

    from bredvid.accounts.tests.makers import signed_in_client
    from bredvid.room.desk.tests import makers

    made = makers.shelter(f"jour-{uuid4().hex[:8]}", "coordinator", "worker")
    cookie = settings.SESSION_COOKIE_NAME
    sessions = [signed_in_client(staff=each).cookies[cookie].value for each in made.staff]
    return [{"session": session, "name": each.name} for session, each in zip(sessions, made.staff, strict=True)]


def write(seed: str, text: str) -> None:
    """She writes to the desk that may be let in, with the protocol in Python."""
    from bredvid.room.desk import offering
    from bredvid.room.protocol.members import Member, Role
    from bredvid.room.storing import making
    from bredvid.room.storing.entries import Batch
    from bredvid.room.storing.tests.makers import written
    from bredvid.room.tests.people import Chance, Room

    [desk] = offering.offered()
    made = written(seed)
    room = Room(Chance(f"{seed}/log"), made.room.she, made.room.number)
    known = SimpleNamespace(
        member=Member(Role.ORGANISATION, desk.author, desk.recipient), author=desk.author, name=desk.name
    )
    people: list[Any] = [room.she, known]
    batch = [room.add(room.begin([room.she])), room.add(room.begin(people)), room.add(room.say(room.she, text))]
    making.make(replace(made.new, batch=Batch(batch, made.new.batch.key)))


def read(seed: str) -> list[list[Any]]:
    """What she finds in her room: kind, text and name of each entry that is not an epoch."""
    from bredvid.room.protocol.entries import Kind
    from bredvid.room.protocol.reader import Reader
    from bredvid.room.storing import entries
    from bredvid.room.storing.tests.makers import written

    made = written(seed)
    reader = Reader(made.new.room, made.room.she.identity)
    found = [reader.read(each) for each in entries.read(made.new.room).entries]
    return [
        [Kind(each.entry.place.kind).name, (each.body or {}).get("text"), (each.body or {}).get("name")]
        for each in found
        if each.entry.place.kind != Kind.EPOCH
    ]


def secrets(phrase: str) -> list[str]:
    """The secrets that the phrase opens, hexadecimal: her own key and the organisation's two."""
    from bredvid.room.desk import seals
    from bredvid.room.models import Lock

    for lock in Lock.objects.filter(way="phrase").select_related("holder"):
        identity = seals.unlocked(bytes(lock.wrapped), seals.wrap_of_phrase(phrase, bytes(lock.salt)))
        keys = seals.organisation_from(bytes(lock.holder.organisation or b""), identity)
        return [identity.hex(), keys.sign.hex(), keys.open.hex()]
    return []


if __name__ == "__main__":
    from bredvid.config.installation import start_django

    start_django()
    ways: dict[str, Callable[..., Any]] = {way.__name__: way for way in (empty, shelter, write, read, secrets)}
    made = ways[sys.argv[1]](*sys.argv[2:])
    sys.stdout.write(json.dumps(made))
