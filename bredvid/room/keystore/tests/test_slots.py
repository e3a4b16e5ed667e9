"""Keys that lie outside the database: taken once, gone for good, whole whatever happens."""

import os
import subprocess
import sys
from multiprocessing import get_context
from threading import Thread
from typing import IO, cast

import pytest

from bredvid.room.keystore import at_rest
from bredvid.room.keystore.slots import FIRST_ROOM, KEY, PEPPER, KeyFileError, NoKeyError, Slots


@pytest.fixture
def path(tmp_path):
    return tmp_path / "keys" / "room-keys"


def take_many(path, number):
    return [Slots(path).take() for _ in range(number)]


def test_a_key_is_the_same_each_time_and_no_other_rooms(path):
    slots = Slots(path)
    one, other = slots.take(), slots.take()
    assert slots.key(one) == Slots(path).key(one)
    assert len({slots.key(slot) for slot in (one, other, PEPPER)}) == 3


def test_a_destroyed_key_is_in_no_byte_of_the_file_and_its_slot_is_never_taken_again(path):
    slots, reader = Slots(path), Slots(path)
    slot = slots.take()
    key = slots.key(slot)
    slots.destroy(slot)
    slots.destroy(slot)
    assert key not in path.read_bytes()
    for each in (slots, reader, Slots(path)):
        with pytest.raises(NoKeyError):
            each.key(slot)
    assert slots.take() > slot


@pytest.mark.parametrize("slot", [-1, 0, 10_000, FIRST_ROOM])
def test_there_is_no_key_where_none_was_taken(path, slot):
    with pytest.raises(NoKeyError):
        Slots(path).key(slot)


@pytest.mark.parametrize("slot", range(FIRST_ROOM))
def test_the_installations_own_keys_are_not_destroyed_with_a_room(path, slot):
    with pytest.raises(ValueError, match="the installation's own"):
        Slots(path).destroy(slot)


def test_processes_and_threads_that_take_at_once_get_each_their_own(path):
    with get_context("spawn").Pool(4) as pool:
        taken = [slot for found in pool.starmap(take_many, [(path, 25)] * 4) for slot in found]
    threads = [Thread(target=lambda: taken.extend(take_many(path, 25))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(taken) == list(range(FIRST_ROOM, FIRST_ROOM + 200))


def test_a_key_that_was_half_written_is_passed_over(path):
    Slots(path).close()
    with path.open("ab") as file:
        file.write(b"half")
    slots = Slots(path)
    slot = slots.take()
    assert slot == FIRST_ROOM + 1
    assert len(slots.key(slot)) == KEY


def test_killed_at_any_moment_every_key_that_was_given_is_there(path):
    code = "import sys; from pathlib import Path; from bredvid.room.keystore.slots import Slots\n" \
           "s = Slots(Path(sys.argv[1]))\n" \
           "while True:\n    slot = s.take(); print(slot, s.key(slot).hex(), flush=True)"  # fmt: skip
    given: dict[str, str] = {}
    for _ in range(5):
        with subprocess.Popen([sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, text=True) as child:
            out = cast("IO[str]", child.stdout)
            lines = [out.readline() for _ in range(20)]
            child.kill()
            lines += out.read().splitlines()
        pairs = [line.partition(" ")[::2] for line in lines]
        given.update((slot, key.strip()) for slot, key in pairs if len(key.strip()) == 2 * KEY)
    slots = Slots(path)
    assert len(given) >= 100
    assert {slot: slots.key(int(slot)).hex() for slot in given} == given


def test_a_file_that_others_can_read_is_refused_with_the_cure(path):
    Slots(path).close()
    path.chmod(0o640)
    with pytest.raises(KeyFileError, match="chmod 600"):
        Slots(path)


@pytest.mark.parametrize("content", [b"", b"x" * 1_000, b"bredvid room keys, version 2\n".ljust(1_000, b"\0")])
def test_another_file_is_never_taken_for_one_of_keys(path, content):
    path.parent.mkdir()
    path.write_bytes(content)
    path.chmod(0o600)
    with pytest.raises(KeyFileError, match="no file of room keys"):
        Slots(path)
    assert path.read_bytes() == content


def test_the_file_is_its_owners_alone(path):
    old = os.umask(0)
    try:
        Slots(path)
    finally:
        os.umask(old)
    assert path.stat().st_mode & 0o777 == 0o600


def test_what_is_kept_opens_under_its_key_and_in_its_place_alone():
    key, other = bytes(32), b"\1" * 32
    kept = at_rest.sealed(key, b"room 1, entry 2", b"hej")
    assert at_rest.opened(key, b"room 1, entry 2", kept) == b"hej"
    assert at_rest.sealed(key, b"room 1, entry 2", b"hej") != kept
    wrong = [(other, b"room 1, entry 2", kept), (key, b"room 1, entry 3", kept), (key, b"room 1, entry 2", kept[:-1])]
    wrong += [(key, b"room 1, entry 2", kept[:at] + bytes([kept[at] ^ 1]) + kept[at + 1 :]) for at in range(len(kept))]
    for given in [*wrong, (key, b"room 1, entry 2", b"")]:
        with pytest.raises(at_rest.NotOursError):
            at_rest.opened(*given)
