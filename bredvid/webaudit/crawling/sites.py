"""Whose sites are crawled: the 290 municipalities, or a file of one's own."""

import csv
from collections.abc import Collection, Iterable
from io import StringIO
from pathlib import Path

from bredvid.places.tables import MUNICIPALITIES, rows_of, shipped_texts
from bredvid.webaudit.crawling.addresses import address_of
from bredvid.webaudit.crawling.shapes import Site

COLUMNS = ("code", "name", "start", "alias")


class SitesError(ValueError):
    """What is wrong with a list of sites, in one line."""


def all_municipalities() -> list[Site]:
    """The 290, by the web domain of the reference table; its alias is the same site."""
    return [
        Site(row["code"], row["name"], f"https://{row['web_domain']}/", _hosts(row["web_domain"], row["web_alias"]))
        for row in rows_of(MUNICIPALITIES, shipped_texts()[MUNICIPALITIES])
    ]


def sites_in(path: Path) -> list[Site]:
    """The sites of a CSV file with the columns code,name,start and, if one likes, alias. Raises SitesError."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SitesError(f"{path.name} cannot be read as UTF-8 text.") from error
    reader = csv.DictReader(StringIO(text, newline=""))
    if not set(COLUMNS[:3]) <= set(reader.fieldnames or ()):
        raise SitesError(f"{path.name}, row 1: the columns should be code,name,start or code,name,start,alias.")
    return _all_different([_site(path.name, reader.line_num, row) for row in reader], path.name)


def _site(file: str, line: int, row: dict[str, str | None]) -> Site:
    code, name, start, alias = ((row.get(column) or "").strip() for column in COLUMNS)
    if not (len(code) == 4 and code.isdecimal() and code.isascii()):
        raise SitesError(f"{file}, row {line}, column code: {code!r} should be four digits.")
    address = address_of(start)
    if address is None:
        raise SitesError(
            f"{file}, row {line}, column start: {start!r} should be an address such as https://www.kommun.example/."
        )
    return Site(code, name or code, start, _hosts(address.host, alias))


def _all_different(sites: list[Site], file: str) -> list[Site]:
    seen = set[str]()
    for site in sites:
        if site.code in seen:
            raise SitesError(f"{file}: the code {site.code} stands there twice.")
        seen.add(site.code)
    if not sites:
        raise SitesError(f"{file} has no site.")
    return sites


def chosen(sites: Iterable[Site], codes: Collection[str]) -> list[Site]:
    """The sites of these codes, all where none is given. Raises SitesError for a code that nobody has."""
    by_code = {site.code: site for site in sites}
    if unknown := [code for code in codes if code not in by_code]:
        raise SitesError(f"No municipality here has the code {', '.join(unknown)}.")
    return [site for code, site in by_code.items() if not codes or code in codes]


def _hosts(domain: str, alias: str) -> frozenset[str]:
    return frozenset(host.lower().removeprefix("www.") for host in (domain, alias) if host)
