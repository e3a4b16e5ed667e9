"""`bredvid translate`: keeps the Swedish of every room in step with its strings."""

import click

from bredvid.config import swedish
from bredvid.config.installation import start_django
from bredvid.config.messages import rooms


@click.group()
def translate() -> None:
    """The Swedish of every room."""
    start_django()


@translate.command()
@click.argument("names", nargs=-1, metavar="[ROOM]...")
def update(names: tuple[str, ...]) -> None:
    """Collect the strings of the rooms into their catalogues, keeping what is translated."""
    known = {room.name: room for room in rooms()}
    if unknown := set(names) - set(known):
        raise click.ClickException(f"No such room: {', '.join(sorted(unknown))}. There are: {', '.join(known)}.")
    for name in names or known:
        missing = swedish.update(known[name])
        if swedish.catalogue_path(known[name]).exists():
            click.echo(f"{name}: {len(missing)} to translate" if missing else f"{name}: complete")


@translate.command()
def check() -> None:
    """Fail on a string without Swedish, a guess, a left-over or a placeholder that differs."""
    found = swedish.problems()
    for problem in found:
        click.echo(problem)
    if found:
        raise click.ClickException(f"{len(found)} to mend in the catalogues; `bredvid translate update` collects.")
    click.echo("Every string has its Swedish.")
