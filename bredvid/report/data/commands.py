"""`bredvid report data ROUND --out DIR`: a round's open data alone, without the site and the PDF."""

import json
from pathlib import Path

import click

from bredvid.report.data.files import write_all
from bredvid.report.data.values import TableError
from bredvid.review.models import Round
from bredvid.review.reads import round_by_code


@click.command()
@click.argument("round_code", metavar="ROUND")
@click.option("--out", required=True, type=click.Path(file_okay=False, path_type=Path), help="Folder to write to.")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON: the files written.")
def data(round_code: str, out: Path, as_json: bool) -> None:
    """Write the open data of ROUND: tables, codebook, data package and catalogue record."""
    try:
        written = write_all(round_by_code(round_code), out)
    except Round.DoesNotExist as error:
        known = ", ".join(Round.objects.values_list("code", flat=True)) or "none; run: bredvid prepare"
        raise click.ClickException(f"There is no round {round_code}. Rounds: {known}.") from error
    except (TableError, OSError) as error:
        raise click.ClickException(f"The open data of {round_code} were not written: {error}.") from error
    if as_json:
        click.echo(json.dumps([path.name for path in written]))
    else:
        click.echo(f"{len(written)} files in {out}")
