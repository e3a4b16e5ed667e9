"""A menu that was met before is cut out of a page's source, and the page reads the same."""

import pytest

from bredvid.webaudit.reading.html import cutting, repeated
from bredvid.webaudit.reading.page import read
from bredvid.webaudit.shapes import Raw

ITEMS = "".join(f'<li><a href="/sida-{number}" title="Sida">Sida {number}</a></li>' for number in range(40))
MENU = f'<nav class="meny"><button aria-controls="mer">Mer</button><ul>{ITEMS}</ul></nav>'
MAIN = '<main><h1>Hej</h1><p>Text <a href="/x">länk</a></p><div id="mer" hidden><p>Mer text</p></div></main>'


@pytest.fixture(autouse=True)
def _none_kept(monkeypatch):
    monkeypatch.setattr(repeated, "_KEPT", {})
    monkeypatch.setattr(cutting, "_KNOWN", {})
    monkeypatch.setattr(cutting, "_SEEN", set())


def page_of(markup):
    body = f"<!DOCTYPE html><html><body>{markup}</body></html>".encode()
    return read(Raw(url="https://www.exempelkommun.test/stod/", body=body, content_type="text/html"))


def cut_from(markup):
    return cutting.without_menus(markup)[1]


def met(menu):
    """A menu, seen as often as it takes to be known."""
    for text in ("a", "b", "c"):
        page_of(f"{menu}<main><h1>{text}</h1></main>")
    return menu


def read_without_cutting(markup, monkeypatch):
    monkeypatch.setattr(cutting, "_KNOWN", {})
    monkeypatch.setattr(cutting, "_SEEN", set())
    monkeypatch.setattr(repeated, "_KEPT", {})
    return page_of(markup)


def test_a_menu_met_before_is_cut_out_and_the_page_reads_the_same(monkeypatch):
    met(MENU)
    assert len(cut_from(MENU + MAIN)) == 1
    assert page_of(MENU + MAIN) == read_without_cutting(MENU + MAIN, monkeypatch)


@pytest.mark.parametrize(
    "around",
    [
        "<!-- {} -->{}",
        "<p><b>Fet</p>{}{}",
        "<a href='/öppen'>{}{}",
        "<svg>{}</svg>{}",
        "<div class='cookie-banner'>{}</div>{}",
        "<div hidden>{}</div>{}",
        "<button>{}</button>{}",
        "<textarea>{}</textarea>{}",
        "<table><tr>{}</table>{}",
        "<select>{}</select>{}",
        "<template>{}</template>{}",
        "<script>{}</script>{}",
        "<div id='content'>{}</div>{}",
        "<p title='{}'>{}",
    ],
)
def test_it_reads_the_same_wherever_it_stands(around, monkeypatch):
    met(MENU)
    markup = around.format(MENU, MAIN)
    assert page_of(markup) == read_without_cutting(markup, monkeypatch)


@pytest.mark.parametrize(
    "markup",
    [
        f"<nav></div><ul>{ITEMS}</ul></nav>",
        f"<nav><b><ul>{ITEMS}</ul></nav>",
        f"<nav><ul>{ITEMS}<li>a<li>b</ul></nav>",
        f"<nav><h1>Rubrik</h1><ul>{ITEMS}</ul></nav>",
        f"<nav><ul>{ITEMS}</ul><!-- </nav>",
        f"<nav><ul>{ITEMS}</ul><nav></nav>",
    ],
)
def test_a_menu_that_is_not_whole_in_itself_is_never_cut_out(markup):
    assert cut_from(met(markup) + MAIN) == []


def test_a_form_in_a_menu_within_a_form_reads_the_same(monkeypatch):
    menu = met(f"<nav><form><input name='q'></form><ul>{ITEMS}</ul></nav>")
    assert len(cut_from(menu)) == 1
    for around in ("<form>{}</form>{}", "{}{}"):
        markup = around.format(menu, MAIN)
        assert page_of(markup) == read_without_cutting(markup, monkeypatch)


def test_few_menus_are_known_at_once(monkeypatch):
    for number in range(repeated.MOST + 9):
        met(f"<nav>{number}<ul>{ITEMS}</ul></nav>")
    assert len(cutting._KNOWN) == repeated.MOST
