"""`bredvid room tidy`."""

import click

from bredvid.room.keystore.slots import KeyFileError
from bredvid.room.storing import destroying


@click.command()
def tidy() -> None:
    """Destroy the rooms whose time is over, take away what is left of others, and write the database anew."""
    try:
        done = destroying.tidy()
    except KeyFileError as error:
        raise click.ClickException(str(error)) from error
    destroying.compact()
    click.echo(f"{done.destroyed} rooms destroyed, rows of {done.remains} others taken away; the database is compact.")
