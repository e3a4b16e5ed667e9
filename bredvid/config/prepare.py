"""`bredvid prepare`: makes an installation ready to serve, and does nothing where it already is."""

import time
from pathlib import Path

import click
from rich.console import Console

from bredvid.config.installation import start_django
from bredvid.config.steps import Step, all_steps


@click.command()
@click.option("--quiet", is_flag=True, help="Say nothing unless something fails.")
def prepare(quiet: bool) -> None:
    """Translations, database, reference data, styles: whatever is due."""
    prepare_installation(Console(stderr=True, quiet=quiet))


def prepare_installation(console: Console) -> bool:
    """Runs the steps that are due, one line each, and says whether there were any.

    Raises ClickException for a database that cannot be reached and data that cannot be loaded.
    """
    start_django()
    from django.conf import settings

    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    did_something = False
    for step in all_steps():
        if _is_due(step):
            did_something = True
            _run(step, console)
    return did_something


def _is_due(step: Step) -> bool:
    from django.db import DatabaseError

    try:
        return bool(step.due())
    except DatabaseError as error:
        raise click.ClickException(
            f"{step.doing}: {_first_line(error)}. Is DATABASE_URL right? `bredvid doctor` tells more."
        ) from error


def _run(step: Step, console: Console) -> None:
    from django.db import DatabaseError

    began = time.perf_counter()
    with console.status(f"{step.doing} …"):
        try:
            step.run()
        except (ValueError, LookupError, OSError, RuntimeError, DatabaseError) as error:
            raise click.ClickException(f"{step.doing}: {_first_line(error)}") from error
    console.print(f"{step.doing}: done in {time.perf_counter() - began:.1f} s", highlight=False)


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0] or type(error).__name__
