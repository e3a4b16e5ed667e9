"""The room's jobs: `bredvid room tidy`, `remind`, `load-demo`."""

import click
from django.urls import reverse

from bredvid.accounts.commands import base_address
from bredvid.room.desk import demonstration, reminding
from bredvid.room.storing.commands import tidy


@click.group()
def commands() -> None:
    """The encrypted room: destroying what is due, mail to staff that something is waiting, and a demonstration."""


commands.add_command(tidy)


@commands.command()
def remind() -> None:
    """Tell staff by mail that something is waiting; for a timer, every half hour.

    A mail leaves at fixed hours of the day alone, once for each, and never says what is waiting or how much.
    """
    sent = reminding.remind(link=base_address() + reverse("room-desk:home"))
    click.echo(f"Sent: {sent}.")


@commands.command(name="load-demo")
def load_demo() -> None:
    """Make up a desk that can be opened with a printed phrase, on one's own machine."""
    try:
        demonstration.make()
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    phrase = demonstration.phrase()
    click.echo(f"DEMO: opens with: {phrase}" if phrase else "No made-up staff work at an organisation yet.")
