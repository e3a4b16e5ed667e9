"""Addresses, whom a page tells that she reads it, and whether she can leave it quickly."""

import pytest

from bredvid.webaudit.reading.html.addresses import Addresses
from bredvid.webaudit.reading.tests.pages import page_of


@pytest.mark.parametrize(
    ("href", "address"),
    [
        ("/a/b#c", "https://www.exempelkommun.test/a/b"),
        ("b.html", "https://www.exempelkommun.test/stod/b.html"),
        ("../b", "https://www.exempelkommun.test/b"),
        ("/a/../b", "https://www.exempelkommun.test/b"),
        ("?sida=2", "https://www.exempelkommun.test/stod/hjalp?sida=2"),
        ("//annan.test/x", "https://annan.test/x"),
        ("https://annan.test/#x", "https://annan.test/"),
        ("tel:112", "tel:112"),
        ("mailto:jour@exempel.test", "mailto:jour@exempel.test"),
        ("#innehall", ""),
        ("javascript:void(0)", ""),
        ("http://[trasig", "http://[trasig"),
        ("", ""),
    ],
)
def test_addresses_are_made_whole(href, address):
    assert Addresses("https://www.exempelkommun.test/stod/hjalp").absolute(href) == address


def test_a_base_is_where_addresses_begin():
    page = page_of("<base href='https://annan.test/rot/'><main><a href='x'>x</a></main>")
    assert page.links[0].href == "https://annan.test/rot/x"


def test_third_parties_are_hosts_that_are_not_the_site_s_own():
    page = page_of(
        "<link rel=stylesheet href='https://typsnitt.exempel-cdn.test/a.css'><link rel=canonical href='https://c.test/x'>"
        "<script src='//spar.test/s.js'></script><script src='/egen.js'></script>"
        "<style>a{background:url(//bild.test/b.png)}</style><script>load('https://www.googletagmanager.com/gtm.js')</script><main><p>Text</p>"
        "<img src='https://static.exempelkommun.test/i.png'><iframe src='https://film.test/v'></iframe></main>"
        "<div class=cookie-banner><script src='https://kakor.test/c.js'></script></div>"
    )
    assert page.third_parties == (
        "bild.test", "film.test", "kakor.test", "spar.test", "typsnitt.exempel-cdn.test", "www.googletagmanager.com",
    )  # fmt: skip


@pytest.mark.parametrize(
    "control",
    [
        '<a class="quick-exit" href="https://vader.test">x</a>',
        '<div><button id="lamna-sidan"><span>x</span></button></div>',
        '<button aria-label="Lämna sidan snabbt"></button>',
        '<a href="https://vader.test" aria-label="Lämna sidan snabbt"><svg></svg></a>',
    ],
)
def test_a_control_to_leave_quickly_is_seen(control):
    assert page_of(f"<main><p>Text</p>{control}</main>").quick_exit


def test_an_ordinary_page_has_no_quick_exit():
    assert not page_of("<main><a href=/>Hem</a><button aria-label='Sök'></button><p>Gå till exit</p></main>").quick_exit


def test_ten_thousand_links_are_bounded_and_named():
    page = page_of("<main>" + "".join(f"<li><a href='/{number}'>Länk {number}</a>" for number in range(10_000)))
    assert "too-many-links" in page.problems
    assert len(page.links) == 5_000
