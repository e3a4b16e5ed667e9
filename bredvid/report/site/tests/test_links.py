"""Links of a built site: found, made relative, and tried."""

from bredvid.report.site.links import addresses_in, addresses_in_style, broken_links, with_relative_links

PAGE = (
    '<a href="/ord/#ord">a</a> <a href="https://example.org/">b</a> <a href="#here">c</a> <a href="tel:112">d</a>'
    '<link href="/static/a.css"><a href="/kommuner/?ordning=lan&amp;vy=2">e</a>'
    '<script type="module" src="/a.js"></script>'
)


def test_only_addresses_of_the_site_are_found_and_without_their_place():
    assert list(addresses_in(PAGE)) == ["/ord/", "/static/a.css", "/kommuner/?ordning=lan&vy=2", "/a.js"]


def test_links_become_relative_and_keep_their_place():
    html = with_relative_links(PAGE, lambda address: f"../x{address.partition('?')[0]}")
    assert 'href="../x/ord/#ord"' in html
    assert 'href="https://example.org/"' in html
    assert 'href="#here"' in html


def test_scripts_are_loaded_without_a_server():
    assert '<script defer src="a.js">' in with_relative_links(PAGE, lambda address: address.lstrip("/"))


def test_a_style_sheet_leads_to_its_pictures_and_nowhere_else():
    css = "a{background:url('../img/a.svg')} b{background:url(data:image/png;base64,xx)}"
    assert list(addresses_in_style(css, "/static/css/a.css")) == ["/static/img/a.svg"]


def test_a_link_that_leads_nowhere_is_told_with_its_page():
    pages = {
        "index.html": '<a href="ord/index.html#lag">a</a><a href="nope.html">b</a><a href="#gone">c</a>',
        "ord/index.html": '<h2 id="ord">Ord</h2><a href="../index.html">x</a>',
    }
    assert broken_links(pages, set(pages)) == [
        "index.html: #gone leads to no place called gone in index.html",
        "index.html: nope.html leads to no file (nope.html)",
        "index.html: ord/index.html#lag leads to no place called lag in ord/index.html",
    ]


def test_links_that_lead_somewhere_are_not_told():
    pages = {"index.html": '<p id="a"></p><a href="#a">a</a><a href="mailto:x@y">b</a><a href="https://x/">c</a>'}
    assert broken_links(pages, set(pages)) == []
