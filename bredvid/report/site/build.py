"""Writes the public pages as files. Every page that a page leads to is written too, so that no link is broken."""

from collections.abc import Callable, Iterator
from pathlib import Path

from django.utils.translation import override

from bredvid.report.claims.chapter import LANGUAGES
from bredvid.report.pages import all_pages
from bredvid.report.site.fetch import Fetched, fetch
from bredvid.report.site.links import addresses_in, addresses_in_style, broken_links, with_relative_links
from bredvid.report.site.places import file_of, relative
from bredvid.review.models import Round

# Told how many pages are written, of how many that are known so far.
Progress = Callable[[int, int], None]


class SiteError(Exception):
    """The site cannot be written as it is; the message has a line for each broken link."""


def write_site(round_: Round, out: Path, progress: Progress | None = None) -> None:
    """Writes the site's pages and the round's, in both languages, into the folder `out`.

    Files that stand there already, such as the PDF and the open data, are led to and left alone.
    Raises FetchError for a page that does not answer, SiteError where a link leads nowhere.
    """
    written = _Written(round_.code, out)
    waiting = list(_first_addresses(round_))
    known = set(waiting)
    while waiting:
        address = waiting.pop()
        for found in written.add(address):
            if found not in known:
                known.add(found)
                waiting.append(found)
        if progress:
            progress(len(known) - len(waiting), len(known))
    written.check()


class _Written:
    """The pages written so far."""

    def __init__(self, round_code: str, out: Path) -> None:
        self.round_code = round_code
        self.out = out
        self.pages: dict[str, str] = {}

    def add(self, address: str) -> list[str]:
        """Writes what stands at an address and returns the addresses that it leads to."""
        name = file_of(address, self.round_code)
        path = self.out / name
        if path.exists():
            return []
        fetched = fetch(address)
        path.parent.mkdir(parents=True, exist_ok=True)
        if fetched.media_type != "text/html":
            path.write_bytes(fetched.content)
            return list(_led_to(fetched, address))
        html = fetched.content.decode()
        found = list(addresses_in(html))
        self.pages[name] = with_relative_links(html, lambda each: relative(file_of(each, self.round_code), name))
        path.write_text(self.pages[name], encoding="utf-8")
        return found

    def check(self) -> None:
        """Raises SiteError where a link leads nowhere."""
        files = {path.relative_to(self.out).as_posix() for path in self.out.rglob("*") if path.is_file()}
        broken = broken_links(self.pages, files)
        if broken:
            raise SiteError("\n".join(broken))


def _first_addresses(round_: Round) -> Iterator[str]:
    for language in LANGUAGES:
        with override(language):
            yield from (address for _, address in all_pages(round_))


def _led_to(fetched: Fetched, address: str) -> Iterator[str]:
    if fetched.media_type == "text/css":
        yield from addresses_in_style(fetched.content.decode(), address)
