"""Fingerprints of files: the same bytes, the same fingerprint, whatever the clock says."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

_NOT_DATA = {"tests", "locale", "static", "templates", "__pycache__"}


def of_files(paths: Iterable[Path]) -> str:
    """SHA-256 (hex) over names (with two folders) and contents, in the order of the names.

    Raises FileNotFoundError for a file that is not there.
    """
    digest = hashlib.sha256()
    for path in sorted(paths):
        digest.update("/".join(path.parts[-3:]).encode() + b"\0")
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def of_folders(*folders: Path) -> str:
    """The same over everything in folders that loading data depends on: code and data, not pages and tests."""
    return of_files(
        path
        for folder in folders
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc" and not _NOT_DATA & set(path.relative_to(folder).parts)
    )
