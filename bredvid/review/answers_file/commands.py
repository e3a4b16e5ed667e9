"""The command `bredvid review answers export`."""

from pathlib import Path

import click

from bredvid.review.answers_file.writing import answers_csv
from bredvid.review.models import Fieldwork


@click.group()
def answers() -> None:
    """The answers of a round in the field, for reviewers."""


@answers.command()
@click.option("--round", "code", required=True, metavar="ROUND", help="The code of the round in the field.")
@click.argument("path", metavar="FILE.csv", type=click.Path(dir_okay=False, path_type=Path))
def export(code: str, path: Path) -> None:
    """Write all answers that hold to a table. It has exact counts and own words: for reviewers only, not to publish."""
    try:
        fieldwork = Fieldwork.objects.get(code=code)
    except Fieldwork.DoesNotExist:
        known = ", ".join(Fieldwork.objects.values_list("code", flat=True)) or "none"
        raise click.ClickException(f"there is no round {code!r} in the field; there are: {known}") from None
    try:
        path.write_bytes(answers_csv(fieldwork))
    except OSError as error:
        raise click.ClickException(f"{path} cannot be written: {error.strerror}") from None
    click.echo(f"{fieldwork.cases.count()} rows written to {path.name}. It is working material: do not pass it on.")
