"""Reads the codebook's files. Raises ValueError that says which entry of which file is wrong."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from bredvid.register.codebook.shape import Code, Codebook, FormOfReport, Group, Variable

FOLDER = Path(__file__).parent


@cache
def current() -> Codebook:
    """The newest version."""
    return versions()[-1]


@cache
def versions() -> tuple[Codebook, ...]:
    """Every version there is, oldest first."""
    books = [read(path) for path in FOLDER.glob("codebook-*.toml")]
    return tuple(sorted(books, key=lambda book: tuple(int(part) for part in book.version.split("."))))


def read(path: Path) -> Codebook:
    """A codebook from a file."""
    return from_document(tomllib.loads(path.read_text("utf-8")), name=path.name)


def from_document(document: dict[str, Any], *, name: str) -> Codebook:
    """A codebook from its plain form."""
    try:
        return Codebook(
            version=document["version"],
            valid_from=document["valid_from"],
            variables=tuple(_variable(entry) for entry in document["variables"]),
            forms=tuple(FormOfReport(**entry) for entry in document.get("forms", [])),
        )
    except (TypeError, KeyError) as error:
        raise ValueError(f"{name}: {error}") from error


def _variable(entry: dict[str, Any]) -> Variable:
    plain = {key: value for key, value in entry.items() if key not in ("codes", "groups", "on")}
    groups = tuple(Group(**{**group, "codes": tuple(group["codes"])}) for group in entry.get("groups", []))
    codes = tuple(Code(**code) for code in entry.get("codes", []))
    return Variable(**plain, on=tuple(entry["on"]), codes=codes, groups=groups)
