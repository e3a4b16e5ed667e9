"""Whether what is committed is on the disk: asked of the database itself, and not of our settings.

SQLite must run with synchronous FULL, PostgreSQL with synchronous_commit on and fsync on. What is acknowledged to her
is then there after a power cut.
"""

from django.db import connection

SQLITE_FULL = 2
ENOUGH = {"synchronous_commit": {"on", "remote_apply"}, "fsync": {"on"}, "full_page_writes": {"on"}}


class NotDurableError(RuntimeError):
    """The database may lose what it has acknowledged; the message says what to change."""


def check() -> None:
    """Raises NotDurableError where a commit may be lost, DatabaseError where the database does not answer."""
    if connection.vendor == "sqlite":
        _check_sqlite()
    else:
        for name, enough in ENOUGH.items():
            if (found := _asked(f"SHOW {name}")) not in enough:
                raise NotDurableError(f"PostgreSQL runs with {name} = {found}. Set {name} = on in postgresql.conf.")


def _check_sqlite() -> None:
    found = _asked("PRAGMA synchronous")
    if int(str(found)) < SQLITE_FULL:
        raise NotDurableError(f"SQLite runs with synchronous = {found}; rooms need {SQLITE_FULL} (FULL).")
    if not int(str(_asked("PRAGMA secure_delete"))):
        raise NotDurableError("SQLite runs without secure_delete: what is deleted would stay in its file.")


def _asked(question: str) -> object:
    with connection.cursor() as cursor:
        cursor.execute(question)
        return cursor.fetchone()[0]
