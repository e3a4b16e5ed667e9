"""The page on which she writes, as the server gives it: what its scripts may do, and what it says without them."""

import re
from pathlib import Path

import pytest
from django.test import Client
from selectolax.lexbor import LexborHTMLParser

import bredvid.room
from bredvid.door import writing
from bredvid.door.readability import HARDEST_FOR_HER, lix
from bredvid.door.tests.pages import page_at, text_of

BOTH = ("/d/", "/en/d/")
HER = Path(bredvid.room.__file__).parent / "static/bredvid/room/her"


@pytest.fixture(params=BOTH)
def address(request, loaded) -> str:
    return str(request.param)


def policy(response) -> dict[str, list[str]]:
    parts = response.headers["Content-Security-Policy"].split(";")
    return {part.split()[0]: part.split()[1:] for part in parts}


def test_its_scripts_are_ours_and_may_ask_us_alone(address):
    found = policy(Client().get(address))
    assert found["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert found["connect-src"] == found["worker-src"] == ["'self'"]
    assert found["default-src"] == ["'none'"]


def test_no_text_becomes_a_script(address):
    found = policy(Client().get(address))
    assert found["require-trusted-types-for"] == ["'script'"]
    assert found["trusted-types"] == ["bredvid-room"]


@pytest.mark.parametrize("worker", ["/static/a/w.js", "/static/a/w.0123456789ab.js"])
def test_the_worker_may_compile_and_ask_nobody(loaded, worker):
    # Whether it is there or not: the policy belongs to the address.
    found = policy(Client().get(worker))
    assert found["script-src"] == ["'self'", "'wasm-unsafe-eval'"]
    assert "connect-src" not in found
    assert found["default-src"] == ["'none'"]


@pytest.mark.parametrize("other", ["/static/a/a.js", "/static/a/d.js", "/a/", "/static/a/w.css"])
def test_nothing_else_may_compile(loaded, other):
    assert "wasm" not in Client().get(other).headers["Content-Security-Policy"]


def test_without_its_scripts_it_gives_numbers_and_no_field(loaded, monkeypatch):
    def missing(name: str) -> str:
        raise ValueError(name)

    monkeypatch.setattr(writing, "static", missing)
    page = page_at("/d/")
    assert not page.css("template, textarea, input, button, script[src*='d.js']")
    assert page.css(".numbers a[href^='tel:']")


def test_with_scripts_off_it_says_what_can_be_done(address):
    page = page_at(address)
    assert page.css("main .numbers a[href^='tel:']")
    assert not page.css("main textarea, main input, main button")


def test_nothing_she_types_is_kept_or_corrected_by_the_browser(address):
    fields = fields_of(Client().get(address).content.decode())
    assert len(fields) == 6
    for field in fields:
        assert 'autocomplete="off"' in field
        assert 'spellcheck="false"' in field
        assert 'translate="no"' in field
        assert " name=" not in field


def fields_of(page: str) -> list[str]:
    return re.findall(r"<(?:textarea|input)[^>]*>", page)


def test_no_browser_sends_the_page_to_be_translated(address):
    page = page_at(address)
    assert page.css("html[translate=no]")
    assert page.css("meta[name=google][content=notranslate]")


def said_in_views(address: str) -> list[str]:
    """What the views and the script say, sentence by sentence; the numbers' own names are the directory's."""
    page = Client().get(address).content.decode()
    inside = "".join(re.findall(r"<template.*?</template>", page, re.S)).replace("template", "section")
    found = LexborHTMLParser(inside).css("p:not(.numbers p)")
    return [re.sub(r"[{}]", "", each.text()) for each in found if each.text().strip()]


def test_everything_it_says_is_very_easy_to_read(loaded):
    assert lix(said_in_views("/d/")) <= HARDEST_FOR_HER
    assert lix(said_in_views("/en/d/")) <= HARDEST_FOR_HER + 5


def test_every_word_that_the_script_asks_for_is_there(address):
    words = set(re.findall(r'data-word="([a-z-]+)"', Client().get(address).content.decode()))
    scripts = "".join(path.read_text("utf-8") for path in HER.glob("*.js"))
    asked = set(re.findall(r'(?:say\(view, (?:lost \? )?|words\(|page\.forget\()"([a-z-]+)"', scripts))
    assert len(asked) > 20
    assert asked <= words
    # And none stands there for nothing.
    assert {word for word in words if f'"{word}"' not in scripts and not word.startswith("list-")} == set()


def test_the_languages_say_the_same_things(loaded):
    swedish, english = (re.findall(r'data-[a-z-]+|id="[a-z-]+"', Client().get(each).content.decode()) for each in BOTH)
    assert swedish == english
    assert text_of(page_at("/d/")) != text_of(page_at("/en/d/"))
