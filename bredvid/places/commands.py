"""`bredvid places …`: load, check and look up the reference data."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from bredvid.places import actions, directory, reads, rules, tables
from bredvid.places.models import Service


@click.group()
def commands() -> None:
    """Municipalities, counties, groups, and the services one can turn to."""


@commands.command()
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def load(as_json: bool) -> None:
    """Load the reference tables and the services; again changes nothing."""
    try:
        loaded = actions.load()
    except (tables.TableError, directory.DirectoryError) as error:
        raise click.ClickException(f"{error} Nothing was loaded.") from error
    counts = vars(loaded)
    click.echo(json.dumps(counts) if as_json else ", ".join(f"{count} {kind}" for kind, count in counts.items()))


@commands.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
def check(files: Sequence[Path]) -> None:
    """Say whether the tables FILES would be taken, without loading them.

    A file is known by its name: counties.csv, municipalities.csv, hexgrid.csv, services.toml. The tables not given are
    those that come with Bredvid, since they must agree with each other.
    """
    known = (*tables.FILES, directory.FILE)
    for path in files:
        if path.name not in known:
            raise click.ClickException(f"{path}: no table of that name; the names are {', '.join(known)}.")
    try:
        texts = {path.name: tables.text_of(path) for path in files}
        if directory.FILE in texts:
            directory.directory_from(texts[directory.FILE])
        rules.check(tables.tables_from(tables.shipped_texts() | texts))
    except (tables.TableError, directory.DirectoryError) as error:
        raise click.ClickException(str(error)) from error
    click.echo("Right: " + ", ".join(sorted(texts)))


@commands.command()
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def services(as_json: bool) -> None:
    """List every service, for whom, and how long ago it was checked."""
    found = list(Service.objects.select_related("organisation"))
    if as_json:
        click.echo(json.dumps([_as_dict(service) for service in found], ensure_ascii=False, indent=2))
        return
    for service in found:
        click.echo(_line(service))
    old = [service.code for service in found if service.verified and not _is_fresh(service)]
    if old:
        click.echo(f"Older than {directory.FRESH_DAYS} days, check again: {', '.join(old)}.", err=True)


@commands.command()
@click.argument("text")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON.")
def search(text: str, as_json: bool) -> None:
    """Find municipalities by name, county or code, best first."""
    found = reads.search(text)
    if as_json:
        rows = [{"code": m.code, "name": m.name, "slug": m.slug, "county": m.county.name} for m in found]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    if not found:
        raise click.ClickException(f"No municipality, county or code matches {text!r}.")
    for municipality in found:
        click.echo(f"{municipality.code}  {municipality.name}, {municipality.county.name}")


def _age(service: Service) -> int | None:
    return (date.today() - service.last_checked).days if service.last_checked else None


def _is_fresh(service: Service) -> bool:
    age = _age(service)
    return age is not None and age <= directory.FRESH_DAYS


def _line(service: Service) -> str:
    age = _age(service)
    checked = (
        "not verified" if not service.verified or age is None else f"checked {service.last_checked} ({age} days ago)"
    )
    return f"{service.audience:<14}{service.phone:<14}{service.name_sv}: {checked}"


def _as_dict(service: Service) -> dict[str, object]:
    return {
        "code": service.code,
        "organisation": service.organisation.name,
        "audience": service.audience,
        "name": service.name_sv,
        "phone": service.phone or None,
        "receives_buyers": service.receives_buyers,
        "verified": service.verified,
        "last_checked": service.last_checked.isoformat() if service.last_checked else None,
        "age_days": _age(service),
        "fresh": _is_fresh(service),
        "owner": service.owner,
        "source": service.source,
    }
