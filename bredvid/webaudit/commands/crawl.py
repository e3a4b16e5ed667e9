"""`bredvid audit crawl`: reads municipalities' sites, politely, into one archive each."""

import os
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bredvid import __version__

if TYPE_CHECKING:
    from bredvid.webaudit.crawling.shapes import Outcome, Site

DECENT = 2.0


@click.command()
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="Folder for the archives.")
@click.option("--only", default="", metavar="CODES", help="Municipality codes, as 0180,1480. Without it: all.")
@click.option(
    "--sites",
    "sites_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="CSV: code,name,start[,alias].",
)
@click.option("--pages", type=click.IntRange(1, 100_000), default=300, show_default=True, help="At most, of one site.")
@click.option(
    "--again",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Earlier archives: ask only for what has changed.",
)
@click.option("--contact", default="", help="E-mail or page a municipality can turn to [BREDVID_CRAWL_CONTACT].")
@click.option(
    "--delay",
    type=click.FloatRange(0),
    default=DECENT,
    show_default=True,
    help="Seconds between two requests to a site.",
)
@click.option(
    "--timeout", type=click.FloatRange(0.1), default=30, show_default=True, help="Seconds to wait for an answer."
)
@click.option("--farm", default="", metavar="PORT", help="Read the invented sites of `bredvid audit farm` instead.")
def crawl(
    out: Path, only: str, sites_file: Path | None, pages: int, again: Path | None, contact: str, delay: float,
    timeout: float, farm: str,
) -> None:  # fmt: skip
    """Read municipalities' web sites into one archive each; goes on where it was when it is run again."""
    gateway = _gateway(farm)
    if delay < DECENT and not gateway:
        raise click.ClickException(f"--delay {delay:g}: at least {DECENT:g} seconds, except on the farm.")
    sites = _sites(only, sites_file, gateway)
    contact = _contact(contact, gateway)
    outcomes = _crawl(sites, out, pages, again, contact, delay, timeout, gateway)
    _say(outcomes, out)


def _gateway(farm: str) -> str:
    if not farm:
        return ""
    found = re.fullmatch(r"(?:http://(?:127\.0\.0\.1|localhost):)?([0-9]{1,5})/?", farm)
    if found is None:
        raise click.ClickException(f"--farm {farm}: a port of this machine, or http://127.0.0.1:PORT.")
    return f"http://127.0.0.1:{found[1]}"


def _contact(contact: str, gateway: str) -> str:
    from bredvid.webaudit.crawling.contact import ENVIRONMENT, ContactError, checked

    try:
        return checked(contact or os.environ.get(ENVIRONMENT, "") or ("farm@exempelkommun.test" if gateway else ""))
    except ContactError as error:
        raise click.ClickException(str(error)) from error


def _sites(only: str, sites_file: Path | None, gateway: str) -> "list[Site]":
    from bredvid.webaudit.crawling.sites import SitesError, all_municipalities, chosen, sites_in

    codes = [code.strip() for code in only.split(",") if code.strip()]
    try:
        known = _farm_sites if gateway else all_municipalities
        found = sites_in(sites_file) if sites_file is not None else known()
        return _checked(chosen(found, codes), gateway)
    except SitesError as error:
        raise click.ClickException(str(error)) from error


def _farm_sites() -> "list[Site]":
    from bredvid.webaudit.crawling.shapes import Site
    from bredvid.webaudit.farm.places import PLACES

    return [Site(place.code, place.name, place.start, frozenset({place.host})) for place in PLACES]


def _checked(sites: "list[Site]", gateway: str) -> "list[Site]":
    """No real host is asked for through the farm."""
    from bredvid.webaudit.crawling.sites import SitesError

    for site in sites:
        if gateway and not all(host.partition(":")[0].endswith(".test") for host in site.hosts):
            raise SitesError(f"{site.code}: {site.start} is no host of the farm; those end in .test.")
    return sites


def _crawl(
    sites: "list[Site]",
    out: Path,
    pages: int,
    again: Path | None,
    contact: str,
    delay: float,
    timeout: float,
    gateway: str,
) -> "list[Outcome]":
    from bredvid.webaudit.crawling.contact import user_agent
    from bredvid.webaudit.crawling.crawl import BusyError, Plan, alone_in, crawl as crawl_all
    from bredvid.webaudit.crawling.downloading import run
    from bredvid.webaudit.crawling.progress import following
    from bredvid.webaudit.crawling.shapes import Fetch, Limits

    agent, outcomes = user_agent(__version__, contact), list["Outcome"]()
    plan = Plan(sites, out, agent, Limits(pages=pages, delay=delay), again)

    async def job(fetch: Fetch) -> None:
        with following(len(sites)) as tell:
            outcomes.extend(await crawl_all(plan, fetch, tell))

    try:
        with alone_in(out):
            run(job, user_agent=agent, contact=contact, gateway=gateway, timeout=timeout)
    except BusyError as error:
        raise click.ClickException(
            f"{out}: another crawl is writing there; wait for it, or take another folder."
        ) from error
    except OSError as error:
        raise click.ClickException(f"{out}: cannot be written ({error.strerror}).") from error
    return outcomes


def _say(outcomes: "list[Outcome]", out: Path) -> None:
    for outcome in outcomes:
        if outcome.ended not in ("all", "budget"):
            click.echo(f"{outcome.code} {outcome.name}: {outcome.ended}", err=True)
    pages, unchanged = sum(each.pages for each in outcomes), sum(each.unchanged for each in outcomes)
    failed = sum(each.failed for each in outcomes)
    same = f", {unchanged} of them unchanged" if unchanged else ""
    click.echo(
        f"{len(outcomes)} sites, {pages} pages{same}, {failed} addresses without a page. Now: bredvid audit judge {out}"
    )
    if any(each.ended.startswith("internal-error") for each in outcomes):
        sys.exit(1)
