"""After a room is destroyed no file of the server holds a piece of it: database, its log, file of keys."""

import sqlite3

import pytest

from bredvid.room.admission import shared
from bredvid.room.admission.challenges import Issuer
from bredvid.room.hers.tests.asking import challenged, header_of, opening
from bredvid.room.hers.tests.live import TOKENS, Server, ask, environment, migrated
from bredvid.room.keystore.slots import Slots
from bredvid.room.protocol.encoding import to_text
from bredvid.room.storing import clock, keys
from bredvid.room.storing.tests.makers import key
from bredvid.room.tests.people import Chance, somebody

SAMPLE = 24


@pytest.fixture
def server(tmp_path, settings, monkeypatch):
    settings.BREDVID_ROOM_KEYS = tmp_path / "room-keys"
    monkeypatch.setattr(shared, "_issuer", Issuer(TOKENS))
    own = environment(tmp_path)
    migrated(own)
    running = Server(own, tmp_path)
    yield running
    running.kill()


def opened(port, name):
    made, sent = opening(name, somebody(Chance("desk")))
    assert ask(port, "o", sent | challenged(made, f"http://127.0.0.1:{port}"))[0] == 200
    header = header_of(made.new.room, to_text(shared.issuer().token(made.new.room, clock.now())))
    for number in range(20):
        entry = to_text(made.room.add(made.room.say(made.room.she, "x" * 3000)))
        assert ask(port, "e", {"key": to_text(key(number)), "entries": [entry]}, header)[0] == 200
    return made, header


def kept_of(folder, made) -> list[bytes]:
    """What the server keeps of a room, cut into samples, and what it must never keep at all."""
    room = sqlite3.connect(folder / "rooms.sqlite3")
    question = "SELECT id, mark, number, slot, sign_in, identity, memory, state FROM room_room WHERE number = ?"
    number, *row = room.execute(question, [made.room.number]).fetchone()
    sealed = [value for (value,) in room.execute("SELECT sealed FROM room_entry WHERE room_id = ?", [number])]
    marks = [value for (value,) in room.execute("SELECT digest FROM room_answered WHERE room_id = ?", [number])]
    room.close()
    storage = Slots(folder / "room-keys").key(row.pop(2))
    keys_of_hers = [made.new.sign_in, made.room.she.author, made.room.she.member.recipient, made.new.locator]
    whole = [*row, *sealed, *marks, storage, *keys_of_hers, *made.room.log]
    return [value[at : at + SAMPLE] for value in whole for at in range(0, max(len(value) - SAMPLE, 1), 512)]


def found(folder, samples) -> list[bytes]:
    everything = b"".join(path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file())
    return [sample for sample in samples if sample in everything]


@pytest.mark.sqlite
def test_no_sample_of_a_destroyed_room_is_in_any_file(server, tmp_path):
    # Given two rooms, of which the samples are in the files
    made, header = opened(server.port, "a")
    other, _ = opened(server.port, "b")
    samples, others = kept_of(tmp_path, made), kept_of(tmp_path, other)
    before = found(tmp_path, samples)
    assert len(before) > len(samples) / 3  # what is kept is seen; her own keys and the plain entries are not
    assert keys.mark_of_locator(made.new.locator)[:SAMPLE] in before
    # When she destroys one
    assert ask(server.port, "x", {}, header)[0] == 200
    # Then nothing of it is anywhere, and all of the other is
    assert found(tmp_path, samples) == []
    assert len(found(tmp_path, others)) > len(others) / 3
