"""The commands `bredvid review import` and `bredvid review import-map`."""

import json
import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click
from django.db import transaction
from django.utils.translation import override
from rich.console import Console

from bredvid.accounts.commands import somebody
from bredvid.accounts.models import Staff
from bredvid.review.importing.accepting import accept as accept_batch
from bredvid.review.importing.batches import hand_in
from bredvid.review.importing.examination import Examination, as_document
from bredvid.review.importing.examining import examine
from bredvid.review.importing.guessing import Confidence, Guess
from bredvid.review.importing.mapping import Mapping
from bredvid.review.importing.mapping_file import read_mapping, write_mapping
from bredvid.review.importing.preparing import for_table, propose, with_header
from bredvid.review.importing.problems import ErrorList
from bredvid.review.importing.reporting import print_examination
from bredvid.review.models import Fieldwork
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Table
from bredvid.sheets.terminal import AS_JSON, ERRORS, FILE, LANGUAGE, MAP, SHEET, data_of, error_list, progress, refusals

ROUND = click.option("--round", "code", required=True, metavar="ROUND", help="The code of the round in the field.")


@click.command(name="import")
@FILE
@ROUND
@SHEET
@LANGUAGE
@MAP
@click.option("--accept", is_flag=True, help="Write the answers; without it nothing is written.")
@click.option("--partly", is_flag=True, help="Accept although some rows were not understood; they are left out.")
@click.option("--conflicts", type=click.Choice(["keep", "take"]), default="keep", show_default=True,
              help="Where a municipality has answered otherwise itself: keep that, or take the file's.")  # fmt: skip
@click.option("--by", metavar="E-MAIL", default="", help="Who accepts, for the log; without it: the command line.")
@ERRORS
@AS_JSON
def import_answers(
    path: Path, code: str, sheet: str, language: str, map_path: Path | None, accept: bool, partly: bool,
    conflicts: str, by: str, errors: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Examine a spreadsheet of answers (.xlsx or CSV), and with --accept write them into ROUND.

    Exit code 1 where something was not understood. Accepting the same file again writes nothing new.
    """
    with override(language), refusals():
        fieldwork, staff = _fieldwork(code), somebody(by)
        data = data_of(path)
        table, mapping = _table(fieldwork, path, data, sheet, map_path)
        found = _examined(fieldwork, table, mapping, errors)
        written: dict[str, Any] = {}
        take_file = conflicts == "take"
        may = found.understood or (partly and not found.unmapped)
        if accept and may and found.would_write(take_file=take_file):
            written = _accepted(fieldwork, path, data, table, mapping, staff, take_file=take_file)
        _tell(found, written, as_json)
        if accept and not written:
            click.echo("Everything in it is there already." if may else _why_not(found), err=True)
        if not found.understood:
            sys.exit(1)


@click.command(name="import-map")
@FILE
@ROUND
@SHEET
@LANGUAGE
def import_map(path: Path, code: str, sheet: str, language: str) -> None:
    """Write the mapping that FILE seems to ask for, as TOML to read through and change."""
    with override(language), refusals():
        fieldwork = _fieldwork(code)
        proposal = propose(fieldwork, read_sheet(name=path.name, data=data_of(path), sheet=sheet))
        click.echo(write_mapping(proposal.guess.mapping, _comments(path, proposal.table, proposal.guess)), nl=False)


def _comments(path: Path, table: Table, guess: Guess) -> Iterator[str]:
    yield f"How {path.name} is read. Read it through: what is marked “alike” is only a guess."
    yield "Words → codes: [column.values]; reasons: [missing]. Columns to leave out stand under ignore."
    for column in guess.mapping.columns:
        sure = guess.confidence[column.header]
        mark = "  ← ALIKE, look at it" if sure is Confidence.ALIKE else ""
        yield f"{column.header} → {column.question}{'/' + column.option if column.option else ''} ({sure}){mark}"
    named = guess.mapping.named
    for name in table.columns:
        if name not in named:
            yield f"NOT MATCHED: {name}"


def _table(fieldwork: Fieldwork, path: Path, data: bytes, sheet: str, map_path: Path | None) -> tuple[Table, Mapping]:
    """The table and how it is read: by the mapping given, else by what is certain without one."""
    with _spinner("Reading"):
        if map_path is not None:
            mapping = read_mapping(map_path.read_bytes())
            read = read_sheet(name=path.name, data=data, sheet=sheet or mapping.sheet)
            table = with_header(fieldwork, read, mapping.header)
            return table, for_table(mapping, table)
        proposal = propose(fieldwork, read_sheet(name=path.name, data=data, sheet=sheet))
    return proposal.table, proposal.guess.sure()


def _examined(fieldwork: Fieldwork, table: Table, mapping: Mapping, errors: Path | None) -> Examination:
    with progress("Examining") as said, error_list(errors, ErrorList) as tell:
        return examine(fieldwork, table, mapping, on_problem=tell, progress=said)


def _accepted(
    fieldwork: Fieldwork, path: Path, data: bytes, table: Table, mapping: Mapping, staff: Staff | None, *,
    take_file: bool,
) -> dict[str, Any]:  # fmt: skip
    # One transaction: a file that was not accepted here is nobody's to go on with.
    with transaction.atomic(), progress("Writing") as said:
        batch = hand_in(fieldwork=fieldwork, name=path.name, data=data, mapping=mapping, by=staff)
        accept_batch(batch=batch, by=staff, take_file=take_file, table=table, progress=said)
    return {"batch": batch.pk, **batch.summary["figures"]}


def _tell(found: Examination, written: dict[str, Any], as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps({**as_document(found), "accepted": written or None}, ensure_ascii=False, indent=2))
        return
    print_examination(found, Console())
    if written:
        click.echo(
            f"Accepted as import {written['batch']}: {written['written']} answers written, "
            f"{written['submitted']} municipalities now count as having answered."
        )
    else:
        click.echo("Nothing was written.")


def _why_not(found: Examination) -> str:
    if found.unmapped:
        return "Not accepted: some columns are neither read nor left out. Write a map: bredvid review import-map FILE …"
    return "Not accepted: some rows were not understood. Mend them, or leave them out with --partly."


def _fieldwork(code: str) -> Fieldwork:
    try:
        return Fieldwork.objects.get(code=code)
    except Fieldwork.DoesNotExist:
        known = ", ".join(Fieldwork.objects.values_list("code", flat=True)) or "none"
        raise click.ClickException(f"there is no round {code!r} in the field; there are: {known}") from None


def _spinner(what: str) -> Any:
    return Console(stderr=True).status(what) if sys.stderr.isatty() else nullcontext()
