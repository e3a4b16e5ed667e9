"""No page costs more than a page may, whatever it holds; and what was cut is named."""

import pytest
from hypothesis import example, given, settings, strategies as st

from bredvid.webaudit.archive.bounds import LARGEST_BODY
from bredvid.webaudit.reading.page import read
from bredvid.webaudit.reading.problems import Unreadable
from bredvid.webaudit.reading.tests.pages import page_of
from bredvid.webaudit.shapes import Page, Raw, Zone

# Each of these took a parser minutes, or the memory of a machine, before it was bounded.
BOMBS = {
    "nested": "<p>Text.</p>" + "<div>" * 300_000 + "x",
    "nested formats": "<p>Text.</p>" + "<b>" * 100_000,
    "unclosed formats": "<p>Text.</p>" + "".join(f"<b a{number}><p>" for number in range(3_000)),
    "nested tables": "<p>Text.</p>" + "<table><tr><td>" * 30_000,
    "closed by another": "<p>Text.</p>" + "<b></z>" * 40_000,
    "attributes": "<p>Text.</p><p " + " ".join(f"a{number}=1" for number in range(100_000)) + ">x",
}
LONG = {
    "a long attribute": "<p>Text.</p><p title='" + "x" * 5_000_000 + "'>y",
    "comments": "<p>Text.</p>" + "<!--" * 100_000,
    "signs": "<p>Text.</p>" + "<" * 200_000,
    "items": "<p>Text.</p>" + "<li>x" * 60_000,
    "script": "<p>Text.</p><script>" + "a<b;" * 500_000,
    "entities": "<p>Text.</p>" + "&amp;" * 200_000,
    "breaks": "<p>Text.</p>" + "<br>" * 50_000,
    "a class": "<p>Text.</p><div class='" + "cookie " * 200_000 + "'>x</div>",
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_page_that_would_take_minutes_is_cut_and_named(name):
    page = page_of(BOMBS[name])
    assert "too-deep" in page.problems
    assert page.blocks[0].text == "Text."


@pytest.mark.parametrize("name", LONG)
def test_a_page_that_is_only_long_is_read(name):
    assert page_of(LONG[name]).blocks[0].text == "Text."


def test_a_page_of_200_megabytes_is_read_as_far_as_we_read():
    page = page_of(b"<main><p>Text.</p>" + b"<p>x</p> " * 1_000 + b" " * LARGEST_BODY * 2)
    assert page.problems == ("truncated",)
    assert page.blocks[0].text == "Text."


def test_a_character_cut_in_two_at_the_end_is_let_go():
    page = page_of(b"<p>Text.</p>" + b" " * (LARGEST_BODY - 13) + "åäö".encode())
    assert page.problems == ("truncated",)


def _read(raw: Raw) -> Page | None:
    try:
        return read(raw)
    except Unreadable:
        return None


HTML_PIECES = st.sampled_from(
    [
        *("<p>", "</p>", "<div class='cookie'>", "<main>", "</main>", "<b>", "<a href='//x'>", "<script>", "</script>"),
        *(
            "<table>",
            "<td>",
            "<li>",
            "åäö",
            "text text",
            "<!--",
            "-->",
            "&shy;",
            "\0",
            "<svg>",
            "<template>",
            "<details>",
        ),
        *(
            "<h2>",
            "<h1 hidden>",
            "<a href='http://['>",
            "<meta charset=utf-16>",
            "<base href='//['>",
            '{"a": ["',
            "<br>",
        ),
        *(
            '<script type="application/json">',
            "<select>",
            "<img alt='x' src='http://[a'>",
            "<title>",
            "<noscript>",
            "</",
        ),
        *("<button aria-controls=x>", "<p hidden id=x>"),
    ]
)


@settings(max_examples=150)
@given(st.binary(max_size=3_000))
@example(b"\xff\xfe")
@example(b"\xfe\xff\xd8")
@example(b'<meta charset="undefined">x')
@example(b'<meta charset="zlib">x')
@example(b"%PDF-")
def test_any_bytes_are_read_or_named(body):
    for kind in ("text/html", "text/plain", ""):
        _read(Raw(url="http://[", body=body, content_type=kind, charset="hex"))


@settings(max_examples=150)
@given(st.lists(HTML_PIECES, max_size=60))
def test_any_markup_is_read_and_the_same_way_twice(pieces):
    raw = Raw(url="https://www.exempelkommun.test/x", body="".join(pieces).encode(), content_type="text/html")
    page = _read(raw)
    assert page == _read(raw)
    if page is not None:
        numbers = [number for block in page.blocks for number in block.links]
        assert all(0 <= number < len(page.links) for number in numbers)
        assert all(isinstance(block.zone, Zone) and block.text == " ".join(block.text.split()) for block in page.blocks)


@settings(max_examples=60)
@given(st.lists(st.sampled_from(["h1", "h2", "p", "li", "details", "aside", "nav", "footer", "td"]), max_size=20))
def test_each_text_stands_in_exactly_one_zone(elements):
    body = "".join(f"<{tag}>Ordet{number}x</{tag}>" for number, tag in enumerate(elements))
    page = _read(Raw(url="x", body=f"<title>T</title><main>{body}</main>".encode(), content_type="text/html"))
    texts = [] if page is None else [block.text for block in page.blocks]
    assert all(sum(f"Ordet{number}x" in text for text in texts) == 1 for number in range(len(elements)))


@settings(max_examples=60)
@given(st.text(max_size=500))
def test_any_saved_text_is_read_or_named(text):
    _read(Raw(url="", text=text, title=text))
