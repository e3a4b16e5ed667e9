"""`bredvid audit diff`: what has changed between two judgements or archives, with both proofs."""

import json
from pathlib import Path
from typing import Any

import click

from bredvid.webaudit.commands.judge import judged
from bredvid.webaudit.judging.difference import difference, difference_as_json
from bredvid.webaudit.judging.result import from_json
from bredvid.webaudit.shapes import Judgement


@click.command()
@click.argument("before", metavar="A", type=click.Path(path_type=Path))
@click.argument("after", metavar="B", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for a program to read.")
@click.option("--processes", type=click.IntRange(min=1), help="How many, where A or B is an archive.")
@click.option("--language", type=click.Choice(["sv", "en"]), default="sv", show_default=True)
def diff(before: Path, after: Path, as_json: bool, processes: int | None, language: str) -> None:
    """Say what has changed from A to B, by municipality and indicator, with both passages.

    A and B are what `bredvid audit judge --out` wrote, or archives and folders, which are judged first.
    """
    found = difference(_judgement(before, processes), _judgement(after, processes))
    if as_json:
        click.echo(json.dumps(difference_as_json(found), ensure_ascii=False, indent=1, sort_keys=True))
        return
    from bredvid.webaudit.terminal.changes import show_difference  # only here: a program need not wait for rich

    show_difference(found, language)


def _judgement(path: Path, processes: int | None) -> Judgement:
    """A judgement that was written, else the judgement of an archive."""
    data = _written(path) if path.suffix == ".json" and path.is_file() else None
    if data is None:
        return judged((path,), engine="processes", processes=processes)
    try:
        return from_json(data)
    except ValueError as error:
        raise click.ClickException(f"{path}: {error}") from None


def _written(path: Path) -> Any:
    """The JSON of a judgement; None for another JSON, which may be pages that somebody saved."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return data if isinstance(data, dict) and "municipalities" in data else None
