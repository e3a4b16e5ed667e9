"""The room's jobs: `bredvid register units`, `load-demo`, …"""

import json

import click

from bredvid.register.actions import tidying
from bredvid.register.codebook import current
from bredvid.register.importing.commands import import_map, import_sheet
from bredvid.register.models import Unit
from bredvid.register.reads.units import units_by_name
from bredvid.register.simulation import demonstration


@click.group()
def commands() -> None:
    """The register: which organisations count in it, and a demonstration of it."""


commands.add_command(import_sheet)
commands.add_command(import_map)


@commands.command()
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def units(as_json: bool) -> None:
    """List the organisations that count."""
    rows = [_row(each.unit, each.people) for each in units_by_name()]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not rows:
        raise click.ClickException(
            "no organisation counts here yet; an administrator adds one under /personal/register/"
        )
    for row in rows:
        made_up = "  (demonstration)" if row["demonstration"] else ""
        what = f"{row['code']:<40}{row['provider']:<4}{row['place']:<6}{row['staff']:>3}  {row['name']}"
        click.echo(f"{row['number']:>4}  {what}{made_up}")


@commands.command()
def tidy() -> None:
    """Destroy the support periods whose 90 days are over, and let lapse the follow-ups nobody could make.

    Where that fails in one organisation all the others are tidied, it is named by its number, and the exit code is 1.
    """
    try:
        click.echo(_in_words(tidying.tidy()))
    except tidying.NotAllTidied as stopped:
        click.echo(_in_words(stopped.done))
        raise click.ClickException(f"{stopped}; their numbers: `bredvid register units`") from stopped


def _in_words(done: tidying.Tidied) -> str:
    return f"{done.destroyed} periods destroyed, {done.lapsed} follow-ups lapsed, {done.closed} closed by that."


def _row(unit: Unit, staff: int) -> dict[str, object]:
    provider = current().variable("V02").chosen(unit.provider)
    return {
        "number": unit.pk,
        "code": unit.organisation_id,
        "name": unit.organisation.name,
        "provider": provider[0].code if provider else "",
        "place": f"{unit.place:04d}" if unit.place else "",
        "staff": staff,
        "demonstration": unit.demonstration,
    }


@commands.command(name="load-demo")
def load_demo() -> None:
    """Make up shelters and their counts, on one's own machine; again makes only what is missing."""
    try:
        made = demonstration.make()
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{made} invented organisations made." if made else "The demonstration is there already.")
