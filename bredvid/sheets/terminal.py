"""What commands that read a sheet share: arguments, the file's bytes, how far it has come, and what is refused."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click
from rich.console import Console
from rich.progress import Progress

from bredvid.sheets import limits
from bredvid.sheets.errors import ImportRefused

FILE = click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
SHEET = click.option("--sheet", default="", metavar="NAME", help="Which sheet of an .xlsx to read.")
LANGUAGE = click.option("--language", type=click.Choice(["sv", "en"]), default="sv", help="The language of messages.")
MAP = click.option("--map", "map_path", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="map.toml.")
ERRORS = click.option(
    "--errors", type=click.Path(dir_okay=False, path_type=Path), help="Write all that was not understood."
)
AS_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON, for a program to read.")
Problem = TypeVar("Problem", contravariant=True)


class ErrorList(Protocol[Problem]):
    """A list that problems are written to as they come."""

    def add(self, problem: Problem) -> None:
        """Writes one."""


@contextmanager
def refusals() -> Iterator[None]:
    """What is refused within becomes the command's one line."""
    try:
        yield
    except ImportRefused as error:
        raise click.ClickException(str(error)) from None


def data_of(path: Path) -> bytes:
    """The file's bytes, and no more of a file that is too large than shows that it is."""
    try:
        with path.open("rb") as file:
            return file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be read: {error.strerror}") from None


@contextmanager
def error_list(
    path: Path | None, begin: Callable[[Any], ErrorList[Problem]]
) -> Iterator[Callable[[Problem], None] | None]:
    """Where to tell problems: to a file, whose list `begin` begins; None where no file is named."""
    if path is None:
        yield None
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as out:
            yield begin(out).add
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from None


@contextmanager
def progress(what: str) -> Iterator[Callable[[int, int], None]]:
    """Whom to tell how many rows are done, of how many; shown on a terminal only."""
    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as shown:
        task = shown.add_task(what, total=None)
        yield lambda done, of: shown.update(task, completed=done, total=of)
