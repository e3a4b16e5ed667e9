"""Whatever is asked, in whatever way, the site answers calmly: no failure, no cookie, no word of the asker's.

The requests are drawn from a fixed seed, so that a failure can be seen again.
"""

import gzip
import random
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import transaction
from django.test import Client, override_settings
from django.utils import translation

from bredvid.places.actions import load as load_places
from bredvid.report.pages import all_pages
from bredvid.review.actions import load as load_rounds

SEED, REQUESTS = 20251123, 300
MARK = "zqxjk"
# A search shows its own words again; nothing else does.
SEARCHES = "/kommuner/"
PATHS = [
    *("/utsatt", "//utsatt/", "/utsatt/%00", "/%75tsatt/", "/UTSATT/", "/en/en/", "/en//", "/demo", "/DEMO/", "/9999/"),
    *(
        "/2025/data/../../etc/passwd",
        "/2025/data/..%2f..%2fmanage.py",
        "/2025/data/figures.csv\x00.png",
        "/2025/data/.",
    ),
    *("/static/../settings.py", "/static//etc/passwd", "/\x00", "/\udcff", "/\u202e", "/.git/config", "/favicon.ico"),
    *(f"/2025/kommuner/{'a' * 5000}/", "/2025/kommuner/%F0%9F%92%A9/", "/2025/fragor/q2/q2.exe", "/demo/karta/q2/"),
    *(f"/for/{MARK}/", f"/2025/fragor/q2/{MARK}.csv", f"/<script>{MARK}", f'/"onload={MARK}', f"/2025/rapport/{MARK}/"),
    *(
        "/2025/rapport/\r\nSet-Cookie: x=1/",
        "/2025/data/figures.csv",
        "/2025/data/bredvid-2025.xlsx",
        "/data/catalog.rdf",
    ),
    *("/2025/fragor/q2/q2.svg", "/2025/fragor/q2/q2.csv", "/static/bredvid/css/page.css"),
]
QUERIES = [
    *("", f"q={MARK}", f"q=<script>{MARK}</script>", "q=%00", "q=%ff%fe", "q=%", "q=%25", "q=\\", "q=_", "q=\x00"),
    *("q=" + "a" * 50_000, "q=" + "%C3%A5" * 500, "q=" + "*" * 2000, "&" * 900, "q[]=1&q[]=2", "sida=-1", "sida=x"),
    *("sida=99999999999999999999", f"ordning={MARK}", "ordning=%00", "q=%0d%0aX:y", "q=%F0%9F%92%A9"),
]
METHODS = [*["GET"] * 8, "HEAD", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "FOO", ""]
HOSTS = [*["testserver"] * 9, "evil.example", "testserver:99999", "a" * 300, "", "[::1]", "testserver\r\nX: y", ".."]
HEADERS = [
    *(("HTTP_RANGE", "bytes=0-10"), ("HTTP_RANGE", "bytes=-"), ("HTTP_IF_NONE_MATCH", "\x00")),
    *(("HTTP_IF_MODIFIED_SINCE", "Wed, 99 Foo 9999"), ("HTTP_ACCEPT_LANGUAGE", "en;q=x," * 300)),
    *(("HTTP_ACCEPT_ENCODING", "gzip;q=nan, br"), ("HTTP_COOKIE", f"a=b; sessionid={MARK}")),
    *(("HTTP_X_FORWARDED_HOST", f"{MARK}.example"), ("HTTP_REFERER", f"http://{MARK}"), ("SCRIPT_NAME", "/x")),
    *(("HTTP_USER_AGENT", MARK * 300), ("CONTENT_TYPE", "multipart/form-data; boundary=x"), ("CONTENT_TYPE", "\xff")),
]
INSERTS = ["/", ".", "%", "\x00", "é", "\u2028", "\udc80", ";", "..", "\\", "\n", '"', "<", "\U0001f4a9"]


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker) -> Iterator[list[str]]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_places()
        load_rounds()
        found: list[str] = []
        for language in ("sv", "en"):
            with translation.override(language):
                found += [path for _, path in all_pages()]
        yield found
        transaction.set_rollback(True)


def asked(draw: random.Random, pages: list[str]) -> dict[str, Any]:
    """One request, as a server would hand it over."""
    path = draw.choice(PATHS if draw.random() < 0.5 else pages)
    if draw.random() < 0.2:
        at = draw.randint(1, len(path))
        path = path[:at] + draw.choice(INSERTS) + path[at:]
    environ = {
        "PATH_INFO": path.encode("utf-8", "surrogateescape").decode("latin-1"),
        "QUERY_STRING": draw.choice(QUERIES) if draw.random() < 0.6 else "",
        "REQUEST_METHOD": draw.choice(METHODS),
        "HTTP_HOST": draw.choice(HOSTS),
    }
    return environ | dict(draw.sample(HEADERS, draw.randint(0, 3)))


@pytest.fixture(scope="module")
def answers(pages) -> list[tuple[dict[str, Any], Any]]:
    draw = random.Random(SEED)  # noqa: S311 (nothing secret)
    client = Client(raise_request_exception=False, enforce_csrf_checks=True)
    client.defaults.clear()
    with override_settings(ALLOWED_HOSTS=["testserver", "[::1]"]):
        return [(environ, client.request(**environ)) for environ in (asked(draw, pages) for _ in range(REQUESTS))]


def shown(environ: dict[str, Any]) -> str:
    return f"{environ['REQUEST_METHOD']} {environ['PATH_INFO'][:80]!r} ?{environ['QUERY_STRING'][:60]!r}"


def body_of(answer: Any) -> bytes:
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body


def test_nothing_fails(answers):
    assert [shown(environ) for environ, answer in answers if answer.status_code >= 500] == []
    assert {200, 301, 400, 403, 404} <= {answer.status_code for _, answer in answers}


def test_every_answer_has_the_policy_and_keeps_to_its_type(answers):
    for environ, answer in answers:
        assert "default-src 'none'" in answer.headers.get("Content-Security-Policy", ""), shown(environ)
        assert answer.headers.get("X-Content-Type-Options") == "nosniff", shown(environ)
        assert answer.headers.get("Referrer-Policy") == "no-referrer", shown(environ)


def test_no_answer_sets_a_cookie_or_leads_to_another_site(answers):
    for environ, answer in answers:
        assert answer.cookies == {}, shown(environ)
        assert "Set-Cookie" not in answer.headers, shown(environ)
        where = answer.headers.get("Location", "/")
        assert where.startswith("/"), shown(environ)
        assert not where.startswith("//"), shown(environ)


def test_nothing_that_was_asked_is_said_again(answers):
    repeated = [shown(environ) for environ, answer in answers if MARK.encode() in body_of(answer)]
    assert [words for words in repeated if SEARCHES not in words] == []
    for environ, answer in answers:
        body = body_of(answer)
        assert f"<script>{MARK}".encode() not in body, shown(environ)
        assert f'"onload={MARK}'.encode() not in body, shown(environ)
