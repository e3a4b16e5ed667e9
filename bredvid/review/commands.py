"""The room's jobs: `bredvid review load`, `rounds`, `check ROUND` and `ledger ROUND`."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any

import click
from django.utils.translation import override
from rich.console import Console
from rich.table import Table

from bredvid.review import actions, checks, ledger, reads
from bredvid.review.answers_file.commands import answers
from bredvid.review.documents import DocumentError
from bredvid.review.fieldwork.commands import mail
from bredvid.review.fieldwork.practice_command import practice
from bredvid.review.importing.commands import import_answers, import_map
from bredvid.review.models import Round
from bredvid.review.xlsform.commands import questionnaire

AS_JSON = click.option("--json", "as_json", is_flag=True, help="Write JSON, for a program to read.")
LANGUAGE = click.option("--language", type=click.Choice(["sv", "en"]), default="sv", help="The language of the notes.")


@click.group()
def commands() -> None:
    """Rounds of the review: load them, and put their source's tallies to the test."""


commands.add_command(answers)
commands.add_command(mail)
commands.add_command(practice)
commands.add_command(import_answers)
commands.add_command(import_map)
commands.add_command(questionnaire)


@commands.command()
def load() -> None:
    """Load all rounds and coding frames; doing it again changes nothing."""
    try:
        done = actions.load()
    except DocumentError as error:
        raise click.ClickException(str(error)) from None
    click.echo(f"{', '.join(done.rounds)} and {done.code_frames} coding frames: {done.writes} rows written.")


@commands.command()
@AS_JSON
def rounds(as_json: bool) -> None:
    """List the rounds: who was asked, how many answered, and what is known."""
    rows = [_round(each) for each in (*reads.published_rounds(), *reads.demonstration_rounds())]
    if as_json:
        click.echo(_json(rows))
        return
    if not rows:
        raise click.ClickException("no rounds are loaded; load them: bredvid review load")
    _print_table(list(rows[0]), (row.values() for row in rows))


@commands.command()
@click.argument("round_code", metavar="ROUND")
@AS_JSON
@LANGUAGE
def check(round_code: str, as_json: bool, language: str) -> None:
    """Name each tally in a round's source that does not close, by how much and on which lines."""
    round_ = _round_or_error(round_code)
    with override(language):
        rows = [checks.as_dict(finding) for finding in checks.tallies_that_do_not_close(round_)]
    if as_json:
        click.echo(_json(rows))
    elif rows:
        columns = ["kind", "lines", "gap", "text"]
        _print_table(columns, ([row[column] for column in columns] for row in rows))
    else:
        click.echo("Every tally closes.")


@commands.command(name="ledger")
@click.argument("round_code", metavar="ROUND")
@AS_JSON
@LANGUAGE
def show_ledger(round_code: str, as_json: bool, language: str) -> None:
    """Show the quality ledger of a round: everything its source leaves open, as notes to a colleague."""
    rows = [asdict(entry) | {"kind": entry.kind.value} for entry in ledger.ledger_of(_round_or_error(round_code))]
    if as_json:
        click.echo(_json(rows))
        return
    columns = ["number", "kind", "lines", "gap", f"note_{language}"]
    _print_table(columns, ([row[column] for column in columns] for row in rows))


def _round(round_: Round) -> dict[str, Any]:
    return {
        "code": round_.code,
        "year": round_.year,
        "asked": round_.frame_size,
        "answered": round_.answered,
        "totals_only": round_.aggregate_only,
        "demonstration": round_.demonstration,
    }


def _round_or_error(code: str) -> Round:
    try:
        return reads.round_by_code(code)
    except Round.DoesNotExist:
        known = ", ".join(Round.objects.values_list("code", flat=True))
        cure = f"known are {known}" if known else "none is loaded; load them: bredvid review load"
        raise click.ClickException(f"there is no round {code!r}; {cure}") from None


def _json(rows: Sequence[Any]) -> str:
    return json.dumps(rows, ensure_ascii=False, indent=2)


def _print_table(columns: Sequence[str], rows: Iterable[Iterable[Any]]) -> None:
    table = Table(*(column.removesuffix("_sv").removesuffix("_en") for column in columns))
    for row in rows:
        table.add_row(*(_cell(cell) for cell in row))
    Console().print(table)


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "" if value is None else str(value).replace("_", " ")
