"""A file of keys in fixed slots, outside the database and in no copy of it.

A room is destroyed by writing over its slot: what the database and its copies still hold of it is then noise. Slots are
never used again, so an old row can never meet another room's key. Several processes share the file: a slot is taken
under a lock, and each key is read from the file when it is needed, so that none outlives its slot in anybody's memory.
"""

import fcntl
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

KEY: Final = 32
MAGIC: Final = b"bredvid room keys, version 1\n".ljust(KEY, b"\0")
PEPPER, FAKE, LOCATOR, PROOF = range(1, 5)
"""Slots of the installation's own keys, made with the file; rooms come after them."""

FIRST_ROOM: Final = 8
_DESTROYED: Final = bytes(KEY)
_PRIVATE: Final = 0o600


class KeyFileError(Exception):
    """The file of keys cannot be used; the message says why and what to do."""


class NoKeyError(LookupError):
    """There is no key in that slot: the room was destroyed, or never was."""


class Slots:
    """The keys of one installation. Opening makes the file where there is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.exists():
            _make(path)
        self._file = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        try:
            _check(self._file, path)
        except KeyFileError:
            os.close(self._file)
            raise

    def close(self) -> None:
        """Lets the file go."""
        os.close(self._file)

    def key(self, slot: int) -> bytes:
        """The key in a slot. Raises NoKeyError where it was destroyed or never was."""
        found = os.pread(self._file, KEY, slot * KEY) if slot > 0 else b""
        if len(found) < KEY or found == _DESTROYED:
            raise NoKeyError(slot)
        return found

    def take(self) -> int:
        """Makes a new key and gives its slot. It is on the disk before this returns."""
        with self._locked():
            # A piece of a key that was being written when the power went is passed over, not built upon.
            slot = max(-(-os.fstat(self._file).st_size // KEY), FIRST_ROOM)
            _write(self._file, os.urandom(KEY), slot)
        return slot

    def destroy(self, slot: int) -> None:
        """Writes over a room's key, twice: with chance, then with nothing. It is on the disk before this returns.

        Again does no harm. Raises ValueError for a slot that is no room's.
        """
        if slot < FIRST_ROOM:
            raise ValueError(f"slot {slot} is the installation's own")
        with self._locked():
            if slot * KEY < os.fstat(self._file).st_size:
                _write(self._file, os.urandom(KEY), slot)
                _write(self._file, _DESTROYED, slot)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One process at a time. A lock of its own opening, so that threads of one process wait for each other too."""
        lock = os.open(self.path, os.O_RDONLY | os.O_CLOEXEC)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def _make(path: Path) -> None:
    """Makes the file whole under another name, then gives it its own: no process ever sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    made = path.with_name(f".{path.name}.{os.getpid()}.{os.urandom(4).hex()}")
    file = os.open(made, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _PRIVATE)
    try:
        os.write(file, MAGIC + os.urandom(KEY * (FIRST_ROOM - 1)))
        os.fsync(file)
    finally:
        os.close(file)
    with suppress(FileExistsError):  # another process was first, and its keys hold
        os.link(made, path)
    made.unlink()
    _sync_folder(path.parent)


def _check(file: int, path: Path) -> None:
    mode = stat.S_IMODE(os.fstat(file).st_mode)
    if mode & 0o077:
        raise KeyFileError(f"{path} can be read by others (mode {mode:o}). Mend: chmod 600 {path}")
    if os.pread(file, KEY, 0) != MAGIC or os.fstat(file).st_size < FIRST_ROOM * KEY:
        raise KeyFileError(f"{path} is no file of room keys. Move it away, or name the right one.")


def _write(file: int, key: bytes, slot: int) -> None:
    if os.pwrite(file, key, slot * KEY) != KEY:
        raise OSError(f"slot {slot} was not written whole")
    os.fsync(file)


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
