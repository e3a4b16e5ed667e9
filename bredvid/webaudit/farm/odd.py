"""Addresses that test a crawler: redirects, endless calendars, long lists, what is too large or not what it says."""

from collections.abc import Callable, Mapping
from functools import cache
from urllib.parse import parse_qs

from bredvid.webaudit.farm.replies import Reply, endless, gzip_bomb, page, redirect
from bredvid.webaudit.farm.traits import Traits

_PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8
LINKS = 10_000
MEGABYTES = 200


def odd_reply(path: str, query: str, traits: Traits, help_at: str) -> Reply | None:
    """The answer of an odd address; None where it is none."""
    if path == "/kalender":
        return _calendar(query, endless_one=traits["trap"] == "calendar")
    if path == "/alla-sidor" or path.startswith("/alla-sidor/"):
        return _long_list(path) if traits["trap"] == "list" else None
    if path == "/vald":
        return redirect(help_at)
    answer = _ODD.get(path)
    return answer(query) if answer is not None else None


def _calendar(query: str, *, endless_one: bool) -> Reply:
    month = int((parse_qs(query).get("manad") or ["1"])[0])
    further = f'<a href="/kalender?manad={month + 1}">Nästa månad: jour och stöd</a>' if endless_one else ""
    days = "".join(f'<li><a href="/kalender?manad={month}&amp;dag={day}">{day}</a></li>' for day in range(1, 31))
    listed = f"<ul>{days}</ul>" if endless_one else ""
    body = f"<html lang=sv><title>Kalender</title><main><h1>Kalender</h1>{further}{listed}</main></html>"
    return Reply(body=body.encode())


def _long_list(path: str) -> Reply:
    if path != "/alla-sidor":
        return page("Stöd, en av tiotusen")
    links = "".join(
        f'<li><a href="/alla-sidor/stod-{number}">Stöd och hjälp {number}</a></li>' for number in range(LINKS)
    )
    return Reply(body=f"<html lang=sv><title>Alla sidor</title><main><ul>{links}</ul></main></html>".encode())


def _around(query: str) -> Reply:
    return redirect(f"/runt?varv={int((parse_qs(query).get('varv') or ['0'])[0]) + 1}", 302)


_ODD: Mapping[str, Callable[[str], Reply]] = {
    "/loop/a": lambda _: redirect("/loop/b", 302),
    "/loop/b": lambda _: redirect("/loop/a", 302),
    "/runt": _around,
    "/ut": lambda _: redirect("http://annanstans.test/", 302),
    "/borta": lambda _: page("Sidan är borttagen", 410),
    "/krasch": lambda _: page("Något gick fel", 500),
    "/dokument/bild.html": lambda _: Reply(body=_PNG),
    "/dokument/karta.png": lambda _: Reply(content_type="image/png", body=_PNG),
    "/dokument/okand": lambda _: Reply(content_type="application/octet-stream", body=_PNG),
}


def too_large() -> Reply:
    """A page of 200 MB."""
    piece = b"<p>mer och mer och mer av samma sak</p>\n" * 25_000
    return Reply(pieces=endless(b"<html><title>Stor</title>", piece, MEGABYTES))


@cache
def packed_bomb() -> Reply:
    """A page that unpacks to 200 MB."""
    return Reply(body=gzip_bomb(MEGABYTES), headers={"Content-Encoding": "gzip"})
