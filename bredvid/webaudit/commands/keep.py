"""`bredvid audit keep`: a judgement becomes an audit that staff can read, compare and follow over time."""

import json
from datetime import date
from pathlib import Path

import click

from bredvid.config.installation import start_django
from bredvid.webaudit.judging.result import from_json
from bredvid.webaudit.shapes import Judgement


@click.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--code", required=True, help="What the audit is called, such as 2026-11.")
@click.option("--archive", default="", help="Where the archive with the proof lies, for whoever asks for it.")
def keep(file: Path, code: str, archive: str) -> None:
    """Keep the judgement FILE (from `bredvid audit judge --out`), once, under a code."""
    judgement = _read(file)
    start_django()
    # After Django is up: these know the database.
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_slug

    from bredvid.webaudit.actions.keeping import KeepingError, keep as keep_judgement

    try:
        validate_slug(code)
        audit = keep_judgement(judgement=judgement, code=code, today=date.today(), archive=archive)
    except ValidationError as error:
        raise click.UsageError(f"--code {code!r}: letters, digits, - and _ only, such as 2026-11.") from error
    except KeepingError as error:
        raise click.ClickException(f"{error} Nothing was kept.") from error
    click.echo(f"Kept {audit.code}: {audit.sites.count()} sites. Staff read it under Web sites.")


def _read(file: Path) -> Judgement:
    try:
        return from_json(json.loads(file.read_text("utf-8")))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        cure = f"Make one with: bredvid audit judge ARCHIVE --out {file}"
        raise click.ClickException(f"{file}: no judgement ({type(error).__name__}: {error}). {cure}") from error
