"""What `bredvid audit judge PATH` reads, as raw pages: a WARC, a file, or a folder of them. README.md says which."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from bredvid.webaudit.archive.files import is_page_file, pages_of_file
from bredvid.webaudit.shapes import Raw

_CODE: Final = re.compile(r"\d{4}(?!\d)")


def raws(path: Path) -> Iterator[Raw]:
    """Gives every page of a WARC, file or folder, in a fixed order.

    Never raises for a bad record or file: it comes out as a Raw with `problem`. Raises FileNotFoundError where PATH
    itself is not there.
    """
    root = path if path.is_dir() else path.parent
    for file in files_below(path):
        yield from raws_of_file(file, root)


def files_below(path: Path) -> list[Path]:
    """Gives the files that are read, sorted by their path; a file given by name is read whatever it is called.

    Raises FileNotFoundError, with a line that says what is missing.
    """
    if not path.exists():
        raise FileNotFoundError(f"{path}: there is no such file or folder. Give a WARC, a folder, or a page.")
    if not path.is_dir():
        return [path]
    return sorted((file for file in path.rglob("*") if is_page_file(file) and file.is_file()), key=_order)


def raws_of_file(file: Path, root: Path) -> Iterator[Raw]:
    """Gives one file's pages, with what only the folder knows: address by path, municipality by name, a short place."""
    shown, code = file.relative_to(root).as_posix(), _code(file, root)
    for raw in pages_of_file(file):
        yield replace(
            raw,
            url=raw.url or ("" if raw.problem else _address(shown, str(file), raw.where)),
            where=raw.where.replace(str(file), shown, 1),
            municipality=raw.municipality or code,
        )


def _order(path: Path) -> tuple[str, ...]:
    return path.parts


def _address(shown: str, file: str, where: str) -> str:
    """A saved page's address: its path, and its number in the file where one file holds several."""
    return shown + where.removeprefix(file).replace(":", "#", 1)


def _code(file: Path, root: Path) -> str:
    """The municipality's code, where the file or the nearest folder is named by one (the root's own name counts)."""
    inside = (root.resolve().name, *file.relative_to(root).parts)
    for name in reversed(inside):
        if (match := _CODE.match(name)) is not None:
            return match.group()
    return ""
