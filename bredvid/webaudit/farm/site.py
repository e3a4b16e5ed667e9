"""An invented municipality's web site: asked for an address it answers, the same each time."""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cached_property, lru_cache
from urllib.parse import unquote

from bredvid.webaudit.farm import odd
from bredvid.webaudit.farm.markup import Sheet, as_html
from bredvid.webaudit.farm.pdf import pdf_of
from bredvid.webaudit.farm.places import PLACES, Place
from bredvid.webaudit.farm.replies import Reply, page, redirect, text, unless_unchanged
from bredvid.webaudit.farm.sheets import MENU, help_path, sheets_of
from bredvid.webaudit.farm.traits import SEED, Traits, traits_of
from bredvid.webaudit.farm.words import texts

HANGING = 3600.0


class FarmSite:
    """One site. Pure: who asks, and how often, is the server's business."""

    def __init__(self, place: Place, traits: Traits) -> None:
        self.place, self.traits = place, traits

    @cached_property
    def sheets(self) -> Mapping[str, Sheet]:
        """Its ordinary pages by path."""
        return {sheet.path: sheet for sheet in sheets_of(self.place, self.traits)}

    @property
    def help_path(self) -> str:
        """Where the page stands that she should find."""
        return help_path(self.traits)

    def reply(self, target: str, asked: Mapping[str, str], *, times: int = 1) -> Reply:
        """What it answers to a path with query, asked for the so-many-th time; headers' names in small letters."""
        path, _, query = target.partition("?")
        path = unquote(path).rstrip("/") or "/"
        if (fault := self._faulty(path)) is not None:
            return fault
        return unless_unchanged(self._sound(path, query, times), asked, self.traits["conditional"])

    def _sound(self, path: str, query: str, times: int) -> Reply:
        if path == "/robots.txt":
            return self._robots()
        if path.startswith("/sitemap"):
            return self._sitemap(path)
        if path == "/upptagen":
            return self._busy(times)
        if (found := odd.odd_reply(path, query, self.traits, self.help_path)) is not None:
            return found
        return self._page("/kontakt" if path == "/kontakta-oss" else path)

    def _page(self, path: str) -> Reply:
        if path == "/dokument/handlingsplan.pdf":
            return Reply(content_type="application/pdf", body=pdf_of(texts()["pdf"]["lines"]))
        if (sheet := self.sheets.get(path)) is None:
            return page("Sidan finns inte", 404)
        markup = as_html(self.place, self.traits, sheet, self._menu())
        coding = "utf-8" if self.traits["charset"] == "utf-8" else "cp1252"
        said = "utf-8" if self.traits["charset"] == "wrong" else coding.replace("cp1252", "windows-1252")
        return Reply(content_type=f"text/html; charset={said}", body=markup.encode(coding, errors="xmlcharrefreplace"))

    def _menu(self) -> list[tuple[str, str]]:
        return [*MENU, *([("/alla-sidor", "Alla sidor")] if self.traits["trap"] == "list" else [])]

    def _busy(self, times: int) -> Reply:
        """Asks to come back in a second, once; then it has time."""
        if times % 2:
            return replace(page("Kom tillbaka strax", 503), headers={"Retry-After": "1"})
        return page("Nu finns det tid")

    def _robots(self) -> Reply:
        how = self.traits["robots"]
        if how == "missing":
            return page("Sidan finns inte", 404)
        lines = ["User-agent: *", "Disallow:" if how == "open" else "Disallow: /internt", "Allow: /internt/oppet"]
        lines += ["Crawl-delay: 1"] if how == "delay" else []
        named = {"plain": "/sitemap.xml", "index": "/sitemap-index.xml.gz"}.get(self.traits["sitemap"])
        return text("\n".join([*lines, *([f"Sitemap: http://www.{self.place.host}{named}"] if named else []), ""]))

    def _sitemap(self, path: str) -> Reply:
        if self.traits["sitemap"] == "none":
            return page("Sidan finns inte", 404)
        root = f"http://www.{self.place.host}"
        if path == "/sitemap-index.xml.gz":
            inside = "".join(f"<sitemap><loc>{root}/sitemap-{half}.xml</loc></sitemap>" for half in (1, 2))
            return _xml(f"<sitemapindex>{inside}</sitemapindex>", packed=True)
        paths = sorted(self.sheets)
        halves = {"/sitemap-1.xml": paths[::2], "/sitemap-2.xml": paths[1::2]}
        inside = "".join(f"<url><loc>{root}{each}</loc></url>" for each in halves.get(path, paths))
        return _xml(f"<urlset>{inside}</urlset>", packed=False)

    def _faulty(self, path: str) -> Reply | None:
        fault = self.traits.fault
        if fault == "robots":
            return text("User-agent: *\nDisallow: /\n") if path == "/robots.txt" else None
        if path == "/robots.txt" and fault not in ("blocked", "timed-out"):
            return None
        if path in ("/", "/robots.txt"):
            return _whole_site(fault)
        return page("Åtkomst nekad", 403) if fault in ("blocked", "blocked-later") else None


def _whole_site(fault: str) -> Reply | None:
    """What the start page of a site with a fault answers."""
    answers: dict[str, Callable[[], Reply]] = {
        "blocked": lambda: page("Åtkomst nekad", 403),
        "timed-out": lambda: Reply(wait=HANGING),
        "server-error": lambda: replace(page("Något gick fel", 503), headers={"Retry-After": "1"}),
        "redirect-loop": lambda: redirect("/runt", 302),
        "too-large": odd.too_large,
        "gzip-bomb": odd.packed_bomb,
        "later": lambda: replace(page("Kom tillbaka i morgon", 503), headers={"Retry-After": "86400"}),
        "broken-off": lambda: Reply(body=b"<html><title>Avbruten", broken_off=True),
    }
    return answers[fault]() if fault in answers else None


def _xml(inside: str, *, packed: bool) -> Reply:
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n{inside}\n'.encode()
    return Reply(content_type="application/gzip", body=gzip.compress(body, mtime=0)) if packed else Reply(
        content_type="application/xml", body=body
    )  # fmt: skip


@lru_cache(maxsize=400)
def farm_site(number: int, *, seed: str = SEED, edition: int = 1) -> FarmSite:
    """The site of a municipality by its number from 1."""
    return FarmSite(PLACES[number - 1], traits_of(number, seed=seed, edition=edition))
