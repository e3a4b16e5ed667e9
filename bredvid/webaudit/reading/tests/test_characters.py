"""Character sets as pages declare them, rightly and wrongly."""

import pytest

from bredvid.webaudit.reading.problems import Unreadable
from bredvid.webaudit.reading.tests.pages import in_zone, page_of
from bredvid.webaudit.shapes import Zone

TEXT = "Hjälp åt våldsutsatta – ring"
HTML = "<meta charset={}><main><p>" + TEXT + "</p></main>"


@pytest.mark.parametrize(
    ("body", "said", "problems"),
    [
        (HTML.format("utf-8").encode(), "", ()),
        (HTML.format("utf-8").encode(), "utf-8", ()),
        (HTML.format("windows-1252").encode("cp1252"), "", ()),
        (HTML.format("iso-8859-1").encode("cp1252"), "", ()),
        (HTML.format("utf-8").encode("cp1252"), "", ("wrong-charset",)),
        (HTML.format("iso-8859-1").encode(), "", ("wrong-charset",)),
        (HTML.format("utf-8").encode(), "iso-8859-1", ("wrong-charset",)),
        (HTML.format("x").encode("cp1252"), "utf-8", ("wrong-charset",)),
        (HTML.format("x").encode("cp1252"), "", ()),
        (HTML.format("x").encode("utf-8-sig"), "iso-8859-1", ()),
        (b"\xff\xfe" + HTML.format("x").encode("utf-16-le"), "", ()),
        (HTML.format("utf-7").encode(), "no-such-set", ()),
    ],
)
def test_the_text_is_read_whatever_is_declared(body, said, problems):
    page = page_of(body, charset=said)
    assert in_zone(page, Zone.MAIN) == [TEXT]
    assert page.problems == problems


@pytest.mark.parametrize(
    "body",
    [b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, bytes(range(256)) * 40, b"\0" * 5_000, b"PK\x03\x04" + b"x" * 900],
)
def test_what_is_no_text_is_named(body):
    with pytest.raises(Unreadable) as told:
        page_of(body)
    assert told.value.reason == "not-text"


@pytest.mark.parametrize("body", [b"", b"  \n ", b"<html><body></body></html>", b"<!-- x -->"])
def test_a_page_without_text_is_named(body):
    with pytest.raises(Unreadable) as told:
        page_of(body)
    assert told.value.reason == "empty"
