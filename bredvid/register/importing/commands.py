"""The commands `bredvid register import` and `bredvid register import-map`."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from django.utils.translation import override
from rich.console import Console

from bredvid.accounts.commands import somebody
from bredvid.register.importing.accepting import accept
from bredvid.register.importing.examination import Examination, as_document
from bredvid.register.importing.examining import examine
from bredvid.register.importing.guessing import Confidence
from bredvid.register.importing.mapping import Mapping
from bredvid.register.importing.mapping_file import read_mapping, write_mapping
from bredvid.register.importing.preparing import Proposal, propose, with_header
from bredvid.register.importing.problems import ErrorList
from bredvid.register.importing.reporting import print_examination
from bredvid.register.models import Unit
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Table
from bredvid.sheets.terminal import AS_JSON, ERRORS, FILE, LANGUAGE, MAP, SHEET, data_of, error_list, progress, refusals


@click.command(name="import")
@FILE
@click.option("--unit", "code", required=True, metavar="CODE", help="The code of the organisation that has counted.")
@SHEET
@LANGUAGE
@MAP
@click.option("--check", is_flag=True, help="Say what would be added, and write nothing.")
@click.option("--by", metavar="E-MAIL", default="", help="Who does it, for the log; without it: the command line.")
@ERRORS
@AS_JSON
def import_sheet(
    path: Path, code: str, sheet: str, language: str, map_path: Path | None, check: bool, by: str,
    errors: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Bring the contacts of earlier years into the register from a sheet (.xlsx or CSV).

    Rows that are not understood are left out and told; then the exit code is 1. The same sheet again adds nothing.
    """
    with override(language), refusals():
        unit, staff = _unit(code), somebody(by)
        table, mapping = _table(path, sheet, map_path)
        found = _examined(unit, table, mapping, errors)
        added = 0
        if found.new and not check:
            with progress("Writing") as said:
                _found, batch = accept(unit=unit, table=table, mapping=mapping, by=staff, progress=said)
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
    with override(language), refusals():
        proposal = propose(read_sheet(name=path.name, data=data_of(path), sheet=sheet))
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
        read = read_sheet(name=path.name, data=data_of(path), sheet=sheet or mapping.sheet)
        return with_header(read, mapping.header), mapping
    proposal = propose(read_sheet(name=path.name, data=data_of(path), sheet=sheet))
    return proposal.table, proposal.guess.sure()


def _examined(unit: Unit, table: Table, mapping: Mapping, errors: Path | None) -> Examination:
    with progress("Examining") as said, error_list(errors, ErrorList) as tell:
        return examine(unit, table, mapping, on_problem=tell, progress=said)


def _tell(found: Examination, added: int, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({**as_document(found), "added": added}, ensure_ascii=False, indent=2))
        return
    print_examination(found, Console())
    click.echo(f"Added: {added} contacts." if added else "Nothing was written.")


def _unit(code: str) -> Unit:
    try:
        return Unit.objects.select_related("organisation").get(organisation=code)
    except Unit.DoesNotExist:
        raise click.ClickException(f"no organisation {code!r} counts in the register") from None
