"""The commands `bredvid register import` and `bredvid register import-map`."""

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from django.utils.translation import override
from rich.console import Console
from rich.progress import Progress

from bredvid.accounts.models import Staff
from bredvid.register.importing.accepting import accept
from bredvid.register.importing.examination import Examination, as_document
from bredvid.register.importing.examining import examine
from bredvid.register.importing.guessing import Confidence
from bredvid.register.importing.mapping import Mapping
from bredvid.register.importing.mapping_file import read_mapping, write_mapping
from bredvid.register.importing.preparing import Proposal, propose, with_header
from bredvid.register.importing.problems import ErrorList, Problem
from bredvid.register.importing.reporting import print_examination
from bredvid.register.models import Unit
from bredvid.sheets import limits
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Table

FILE = click.argument("path", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
SHEET = click.option("--sheet", default="", metavar="NAME", help="Which sheet of an .xlsx to read.")
LANGUAGE = click.option("--language", type=click.Choice(["sv", "en"]), default="sv", help="The language of messages.")


@click.command(name="import")
@FILE
@click.option("--unit", "code", required=True, metavar="CODE", help="The code of the organisation that has counted.")
@SHEET
@LANGUAGE
@click.option("--map", "map_path", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="map.toml.")
@click.option("--check", is_flag=True, help="Say what would be added, and write nothing.")
@click.option("--by", metavar="E-MAIL", default="", help="Who does it, for the log; without it: the command line.")
@click.option("--errors", type=click.Path(dir_okay=False, path_type=Path), help="Write all that was not understood.")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for a program to read.")
def import_sheet(
    path: Path, code: str, sheet: str, language: str, map_path: Path | None, check: bool, by: str,
    errors: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Bring the contacts of earlier years into the register from a sheet (.xlsx or CSV).

    Rows that are not understood are left out and told; then the exit code is 1. The same sheet again adds nothing.
    """
    with override(language), _refusals():
        unit, staff = _unit(code), _staff(by)
        table, mapping = _table(path, sheet, map_path)
        found = _examined(unit, table, mapping, errors)
        added = 0
        if found.new and not check:
            with _progress("Writing") as progress:
                _found, batch = accept(unit=unit, table=table, mapping=mapping, by=staff, progress=progress)
            added = batch.added if batch else 0
        _tell(found, added, as_json)
        if found.problem_count:
            sys.exit(1)


@click.command(name="import-map")
@FILE
@SHEET
@LANGUAGE
def import_map(path: Path, sheet: str, language: str) -> None:
    """Write the mapping that FILE seems to ask for, as TOML to read through and change."""
    with override(language), _refusals():
        proposal = propose(read_sheet(name=path.name, data=_data(path), sheet=sheet))
        click.echo(write_mapping(proposal.guess.mapping, _comments(proposal)), nl=False)


def _comments(proposal: Proposal) -> Iterator[str]:
    yield "How the sheet is read. What is marked “cells” is only a guess from what stands in the cells."
    yield "Words → codes: [column.values]. A column that is not named is left out, and nothing of it is kept."
    for column in proposal.guess.mapping.columns:
        sure = proposal.guess.confidence[column.header]
        mark = "  ← look at it" if sure is Confidence.CELLS else ""
        yield f"{column.header} → {column.what}{':' + column.option if column.option else ''} ({sure}){mark}"
    named = proposal.guess.mapping.named
    for name in proposal.table.columns:
        if name not in named:
            yield f"LEFT OUT: {name}"


def _table(path: Path, sheet: str, map_path: Path | None) -> tuple[Table, Mapping]:
    """The table and how it is read: by the mapping given, else by what is certain without one."""
    if map_path is not None:
        mapping = read_mapping(map_path.read_bytes())
        read = read_sheet(name=path.name, data=_data(path), sheet=sheet or mapping.sheet)
        return with_header(read, mapping.header), mapping
    proposal = propose(read_sheet(name=path.name, data=_data(path), sheet=sheet))
    return proposal.table, proposal.guess.sure()


def _examined(unit: Unit, table: Table, mapping: Mapping, errors: Path | None) -> Examination:
    with _progress("Examining") as progress, _error_list(errors) as tell:
        return examine(unit, table, mapping, on_problem=tell, progress=progress)


def _tell(found: Examination, added: int, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({**as_document(found), "added": added}, ensure_ascii=False, indent=2))
        return
    print_examination(found, Console())
    click.echo(f"Added: {added} contacts." if added else "Nothing was written.")


@contextmanager
def _refusals() -> Iterator[None]:
    try:
        yield
    except ImportRefused as error:
        raise click.ClickException(str(error)) from None


def _unit(code: str) -> Unit:
    try:
        return Unit.objects.select_related("organisation").get(organisation=code)
    except Unit.DoesNotExist:
        raise click.ClickException(f"no organisation {code!r} counts in the register") from None


def _staff(email: str) -> Staff | None:
    if not email:
        return None
    try:
        return Staff.objects.get(email__iexact=email)
    except Staff.DoesNotExist:
        raise click.ClickException(f"nobody of the staff has the address {email}") from None


def _data(path: Path) -> bytes:
    # One byte more than may be: enough to know that it is too large.
    try:
        with path.open("rb") as file:
            return file.read(limits.FILE_BYTES + 1)
    except OSError as error:
        raise click.ClickException(f"{path} cannot be read: {error.strerror}") from None


@contextmanager
def _error_list(path: Path | None) -> Iterator[Callable[[Problem], None] | None]:
    if path is None:
        yield None
        return
    try:
        with path.open("w", encoding="utf-8", newline="") as out:
            yield ErrorList(out).add
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from None


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None]]:
    console = Console(stderr=True)
    with Progress(console=console, disable=not sys.stderr.isatty(), transient=True) as progress:
        task = progress.add_task(what, total=None)
        yield lambda done, of: progress.update(task, completed=done, total=of)
