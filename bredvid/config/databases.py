"""Which database an installation uses: SQLite in one file, or PostgreSQL by an address."""

from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def database_from(address: str | None, *, data_dir: Path) -> dict[str, Any]:
    """Turns ``DATABASE_URL`` into Django's settings for one database.

    No address means SQLite at ``data_dir/bredvid.sqlite3``. Raises ValueError for an address
    that is neither ``postgresql://…`` nor ``sqlite:///path``.
    """
    if not address:
        return _sqlite(data_dir / "bredvid.sqlite3")
    parts = urlsplit(address)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme in ("postgresql", "postgres"):
        return _postgresql(parts)
    raise ValueError(
        f"DATABASE_URL begins with {parts.scheme!r}; it should be postgresql://user:password@host/name or sqlite:///path."
    )


def _sqlite(path: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        # A thread keeps its connection for a while: opening one costs more than most questions.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            # A write takes its lock at once, so two writers wait for each other instead of failing half-way.
            "transaction_mode": "IMMEDIATE",
            "timeout": 5,
            # FULL: what was acknowledged is on the disk, whatever happens to the machine after that.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON;",
        },
    }


def _postgresql(parts: Any) -> dict[str, Any]:
    query = dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        # A socket folder comes as ?host=/path, as libpq spells it.
        "HOST": unquote(query.get("host", parts.hostname or "")),
        "PORT": str(parts.port or ""),
        "OPTIONS": {"pool": True, "options": "-c synchronous_commit=on"},
    }
