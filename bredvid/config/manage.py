"""Django's own management commands, behind the house's command."""

import click
from django.core.management import execute_from_command_line

from bredvid.config.installation import choose_settings


@click.command(context_settings={"ignore_unknown_options": True}, add_help_option=False)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def manage(arguments: tuple[str, ...]) -> None:
    """Django's own commands, as `bredvid manage migrate`."""
    choose_settings()
    execute_from_command_line(["bredvid manage", *arguments])
