"""What holds of every page of hers: a name that does not tell, a way out first, nothing asked of her or of others."""

import re
from pathlib import Path

import pytest
from django.test import Client

import bredvid.door
from bredvid.door.tests.pages import addresses, page_at

ADDRESSES = addresses()
# The page on which she writes has scripts of its own, and her fields. What holds of it alone: test_writing.py.
WRITING = ("/d/", "/en/d/")
PHYSICAL = re.compile(r"^\s*[\w-]*\b(left|right|top|bottom)\b[\w-]*\s*:|text-align:\s*(left|right)", re.M)


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_name_in_the_history_does_not_tell_and_comes_first(loaded, address):
    page = Client().get(address).content.decode()
    assert re.findall("<title>(.*?)</title>", page) == ["Notes" if address.startswith("/en/") else "Anteckningar"]
    assert page.index("<title>") < 300


@pytest.mark.parametrize("address", ADDRESSES)
def test_another_name_can_be_chosen(loaded, settings, address):
    settings.DOOR_NAME = "Recept"
    assert "<title>Recept</title>" in Client().get(address).content.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_address_has_a_word_or_a_question(loaded, address):
    links = [str(link.attributes["href"]) for link in page_at(address).css("a")]
    own = [link for link in [*links, address] if link.startswith("/")]
    assert all(re.fullmatch(r"(/en)?/[a-i]/([0-9]{1,4}/([0-9]{2}/)?|[bcd]/)?", link) for link in own), own


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_that_a_page_leads_to_is_there(loaded, address):
    own = {str(link.attributes["href"]) for link in page_at(address).css("a[href^='/']")}
    assert own
    assert {link: status for link in own if (status := Client().get(link).status_code) != 200} == {}


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_way_out_is_the_first_thing_to_press_and_needs_no_script(loaded, address):
    first = page_at(address).css("body a")[0]
    assert first.attributes["href"] == "https://www.smhi.se/"
    assert first.attributes["rel"] == "noreferrer"


@pytest.mark.parametrize("address", [each for each in ADDRESSES if each not in WRITING])
def test_it_asks_her_for_nothing(loaded, address):
    assert not page_at(address).css("form, input, textarea, select, button")


@pytest.mark.parametrize("address", ADDRESSES)
def test_everything_it_fetches_is_its_own_and_nothing_is_inline(loaded, address):
    page = page_at(address)
    fetched = [str(node.attributes.get("src") or node.attributes.get("href")) for node in page.css("[src], link[href]")]
    own = ["/static/a/a.svg", "/static/a/a.css", "/static/a/a.js"]
    if address in WRITING:
        own += ["/static/a/d.css", "/static/a/d.js"]
    assert [each.partition("?")[0] for each in fetched] == own
    assert not page.css("style, [style], script:not([src])")


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_link_leads_to_the_rest_of_the_site(loaded, address):
    assert b"Bredvid</a>" not in Client().get(address).content
    assert b"/personal/" not in Client().get(address).content


@pytest.mark.parametrize("address", [each for each in ADDRESSES if not each.startswith("/en/")])
def test_the_two_languages_say_the_same_things(loaded, address):
    swedish, english = (page_at(each).css_first("main") for each in (address, f"/en{address}"))
    assert swedish is not None
    assert english is not None
    shape = ["h1", "h2", "h3", "p", "a", "details"]
    assert [len(swedish.css(tag)) for tag in shape] == [len(english.css(tag)) for tag in shape]
    own, other = ({each.text() for each in page.css("h1, .lead")} for page in (swedish, english))
    assert not {each for each in own & other if " " in each}


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_script_may_ask_nobody_but_us(loaded, address):
    policy = Client().get(address).headers["Content-Security-Policy"]
    assert "connect-src 'self'" in policy
    assert "default-src 'none'" in policy
    # Where she writes Argon2id may be compiled, and nothing else: no text becomes a script there either.
    assert "unsafe" not in (policy.replace("'wasm-unsafe-eval'", "") if address in WRITING else policy)


def test_forgetting_clears_what_the_browser_has_kept_of_us():
    answer = Client().get("/y/")
    assert answer.status_code == 204
    assert answer.headers["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "no-store" in answer.headers["Cache-Control"]
    assert not answer.cookies


def test_the_style_can_be_read_from_the_right():
    for name in ("a.css", "d.css"):
        style = (Path(bredvid.door.__file__).parent / "static/a" / name).read_text("utf-8")
        assert PHYSICAL.findall(style) == []
    assert PHYSICAL.findall("  margin-left: 1px")
