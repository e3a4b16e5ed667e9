"""No page of readers sets a cookie or varies by one; what staff need exists under /personal/ and on drafts alone."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.utils import translation

from bredvid.accounts.tests.makers import signed_in_client
from bredvid.places.actions import load as load_places
from bredvid.report.pages import all_pages
from bredvid.review.actions import load as load_rounds


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker) -> Iterator[list[str]]:
    with django_db_blocker.unblock(), transaction.atomic():
        load_places()
        load_rounds()
        found: list[str] = ["/no-such-page/", "/2026-utkast/", "/en/2026-utkast/data/"]
        for language in ("sv", "en"):
            with translation.override(language):
                found += [path for _, path in all_pages()]
        yield found
        transaction.set_rollback(True)


def some(pages: list[str]) -> list[str]:
    """One page of each kind: of pages whose addresses differ in a name only, every fortieth."""
    return sorted({path for n, path in enumerate(sorted(pages)) if path.count("/") < 4 or n % 40 == 0})


def test_a_reader_is_given_none(pages):
    browser = Client()
    for path in some(pages):
        answer = browser.get(path)
        assert not answer.cookies, path
        assert "cookie" not in answer.headers.get("Vary", "").lower(), path
        assert not hasattr(answer.wsgi_request, "session"), path


def test_nor_is_somebody_signed_in_known_there(pages):
    browser = signed_in_client("reviewer")
    for path in some(pages)[:60]:
        if "-utkast" in path:
            continue
        answer = browser.get(path)
        assert not answer.cookies, path
        assert "cookie" not in answer.headers.get("Vary", "").lower(), path
        assert not hasattr(answer.wsgi_request, "user"), path
