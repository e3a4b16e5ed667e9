"""What holds of every public page: who it is for first of all, what it costs, and what it never does."""

import re
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from bredvid.report.pages import all_pages

HEAVIEST = 100_000
_visible = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)


@pytest.fixture(scope="module")
def pages(shipped) -> list[str]:
    """Every address in both languages, but a handful of each round's municipalities only."""
    found: list[str] = []
    for language in ("sv", "en"):
        with translation.override(language):
            everything = all_pages()
        others = [path for name, path in everything if "-municipality-" not in name]
        municipalities = [path for name, path in everything if "-municipality-" in name]
        found += [*others, *municipalities[::73]]
    return found


@pytest.fixture(scope="module")
def answers(pages, shipped) -> dict[str, Any]:
    return {path: Client().get(path) for path in pages}


def test_every_page_answers(answers):
    assert {path: answer.status_code for path, answer in answers.items() if answer.status_code != 200} == {}
    assert len(answers) > 130


def test_every_page_leads_her_to_help_and_lets_her_leave(answers):
    for path, answer in answers.items():
        body = answer.content.decode()
        if path not in ("/a/", "/en/a/"):
            here = "/en/a/" if path.startswith("/en/") else "/a/"
            assert '<aside class="beside-you"' in body
            assert f'href="{here}"' in body
        assert "data-leave" in body


def test_the_strip_says_what_must_be_said(answers):
    said = " ".join(_visible.sub(" ", answers["/"].content.decode()).split())
    assert "Är du utsatt? Det är inte ditt fel. Kontakta en kvinnojour eller tjejjour" in said


def test_no_page_sets_a_cookie(answers):
    assert [path for path, answer in answers.items() if answer.cookies] == []


def test_no_page_has_inline_style_or_script_or_asks_anybody_else(answers):
    for path, answer in answers.items():
        body = answer.content.decode()
        assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:", body), path
        assert all("src=" in tag for tag in re.findall(r"<script[^>]*>", body)), path
        asked = re.findall(r'(?:src|srcset|action)="([^"]+)"|<link[^>]+href="([^"]+)"', body)
        assert [url for pair in asked for url in pair if url and not url.startswith("/")] == [], path


def test_no_page_allows_more_than_its_own(answers):
    for answer in answers.values():
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy


def test_no_page_is_heavy(answers):
    assert {path: len(answer.content) for path, answer in answers.items() if len(answer.content) > HEAVIEST} == {}


def test_a_demonstration_says_so_on_every_page_and_a_real_round_on_none(answers):
    for path, answer in answers.items():
        marked = 'class="demo-banner"' in answer.content.decode()
        assert marked == ("/demo/" in path), path


def test_a_page_that_is_not_there_is_met_with_care(reader):
    answer = reader.get("/2025/kommuner/finns-inte/")
    body = answer.content.decode()
    assert answer.status_code == 404
    assert "Du har inte gjort något fel" in body
    assert 'href="/a/"' in body
    assert 'role="search"' in body
