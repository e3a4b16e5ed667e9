"""The shelter's side for the tests of her page, in Python. A program of its own: a function and its arguments."""

import json
import os
import sys


def prepare() -> None:
    """The tables, the numbers for her, and a shelter that may be written to."""
    from django.core.management import call_command

    from bredvid.places.actions import load
    from bredvid.room.desk.tests.makers import with_desk

    call_command("migrate", verbosity=0)
    load()
    desk = with_desk("lyktan").desk
    desk.hours = "always"
    desk.save()


def close() -> None:
    """Nobody has opened the key for long: the shelter may not be written to."""
    from datetime import date

    from bredvid.room.models.desks import Holder

    Holder.objects.update(unlocked=date(2020, 1, 1))


def open_again() -> None:
    """Somebody has opened it today."""
    from bredvid.room.models.desks import Holder
    from bredvid.room.storing import clock

    Holder.objects.update(unlocked=clock.today())


def answer(text: str) -> list[str]:
    """Reads the one room there is with the shelter's keys, answers in it, and says what was read."""
    from bredvid.room.desk import seals
    from bredvid.room.desk.tests.makers import secret
    from bredvid.room.models import Room
    from bredvid.room.protocol import contents
    from bredvid.room.protocol.entries import Kind, Place
    from bredvid.room.protocol.reader import Reader
    from bredvid.room.storing import entries
    from bredvid.room.storing.entries import Batch

    keys = seals.Organisation(secret("lyktan/sign"), secret("lyktan/open"))
    number = bytes(Room.objects.latest("pk").number)
    reader = Reader(number, keys.open)
    read = [reader.read(each) for each in entries.read(number, author=keys.author).entries]
    state = reader.state
    if state.epoch is None:
        raise ValueError("a room begins with an epoch")
    place = Place(number, state.number, state.sequence + 1, state.head, keys.author, Kind.MESSAGE)
    body = {"at": "2026-11-24T09:00", "text": text}
    said = contents.sealed_entry(place, state.epoch, body, keys.sign)
    entries.append(number, Batch([said.to_bytes()], os.urandom(16)), author=keys.author)
    return [str(each.body["text"]) for each in read if each.body and each.entry.place.kind is Kind.MESSAGE]


def rooms() -> int:
    """How many rooms there are."""
    from bredvid.room.models import Room

    return Room.objects.count()


if __name__ == "__main__":
    from bredvid.config.installation import start_django

    start_django()
    ways = {way.__name__: way for way in (prepare, close, open_again, answer, rooms)}
    sys.stdout.write(json.dumps(ways[sys.argv[1]](*sys.argv[2:])))
