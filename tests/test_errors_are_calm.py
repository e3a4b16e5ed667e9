"""When something goes wrong she is met calmly: by a page that asks nothing of the database and repeats nothing."""

import re

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.urls import path
from django.utils import translation

from bredvid.config import errors, urls as site

WORDS = {"sv": "Det är inte ditt fel", "en": "It is not your fault"}


def fails(_request, **_kwargs):
    raise RuntimeError("a word that must not be seen: hemlighet")


class BrokenSite:
    """The site with a page that fails."""

    urlpatterns = [path("fel/", fails), path("en/fel/", fails), *site.urlpatterns]
    handler400, handler403 = site.handler400, site.handler403
    handler404, handler500 = site.handler404, site.handler500


@pytest.fixture
def no_database():
    def refuse(*_args):
        raise AssertionError("the page asked the database")

    with connection.execute_wrapper(refuse):
        yield


def answer_of(address: str, *, host: str = "testserver", method: str = "GET", strict: bool = False):
    client = Client(raise_request_exception=False, enforce_csrf_checks=strict, headers={"host": host})
    return client.generic(method, address, b"a=1", content_type="application/x-www-form-urlencoded")


@pytest.fixture
def broken_site():
    with override_settings(ROOT_URLCONF=BrokenSite):
        yield


CASES = [
    (500, {"address": "/fel/?q=hemlighet"}),
    (500, {"address": "/en/fel/?q=hemlighet"}),
    (400, {"address": "/ord/?q=hemlighet", "host": "hemlighet.example"}),
    (400, {"address": "/en/ord/", "host": "hemlighet.example"}),
    (403, {"address": "/om/?q=hemlighet", "method": "POST", "strict": True}),
    (403, {"address": "/en/om/", "method": "POST", "strict": True}),
]


@pytest.mark.usefixtures("broken_site", "no_database")
@pytest.mark.parametrize(("status", "request_"), CASES)
def test_an_error_is_met_calmly_in_both_languages(status, request_):
    answer = answer_of(**request_)
    body = answer.content.decode()
    language = "en" if request_["address"].startswith("/en/") else "sv"
    assert answer.status_code == status
    assert f'<html lang="{language}">' in body
    assert WORDS[language] in body
    assert f'href="{"/en" if language == "en" else ""}/a/"' in body
    assert "data-leave" in body
    assert "hemlighet" not in body
    assert not re.search(r"<style|\sstyle=|<script(?![^>]*src)|Traceback|Django|DEBUG", body)


@pytest.mark.usefixtures("broken_site", "no_database")
@pytest.mark.parametrize(("status", "request_"), CASES)
def test_an_error_has_the_policy_and_no_cookie(status, request_):
    answer = answer_of(**request_)
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.cookies == {}, status


def test_a_number_stands_on_no_error_page():
    """Numbers come from the directory, and the directory may be what is broken."""
    for language in ("sv", "en"):
        with translation.override(language):
            for page in (errors.broken(None), errors.refused(None), errors.forbidden(None)):  # type: ignore[arg-type]
                body = re.sub(r"<head>.*?</head>", "", page.content.decode(), flags=re.DOTALL)
                assert not re.search(r"\d", re.sub(r"<[^>]+>", "", body))


def test_a_failure_is_said_also_where_the_styles_are_what_fails(monkeypatch):
    def missing(_name: str) -> str:
        raise ValueError("Missing staticfiles manifest entry")

    monkeypatch.setattr(errors, "static", missing)
    page = errors.broken(None)  # type: ignore[arg-type]
    assert page.status_code == 500
    assert b"<link" not in page.content


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/for/hemlighet/", "/hemlighet/", "/2025/fragor/q2/hemlighet.csv", "/9876/data/"])
def test_a_page_that_is_not_there_repeats_nothing(address):
    from bredvid.places.actions import load as load_places
    from bredvid.review.actions import load as load_rounds

    load_places()
    load_rounds()
    answer = Client().get(address)
    assert answer.status_code == 404
    assert not re.search("hemlighet|9876", answer.content.decode())
