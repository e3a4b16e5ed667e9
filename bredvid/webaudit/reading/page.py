"""A raw page as it is understood: the way in to this folder."""

from bredvid.webaudit.archive.bounds import LARGEST_BODY
from bredvid.webaudit.reading.charset import decoded
from bredvid.webaudit.reading.html.reading import read_html
from bredvid.webaudit.reading.pdf.reading import read_pdf
from bredvid.webaudit.reading.plain_page import read_plain
from bredvid.webaudit.reading.problems import EMPTY, TRUNCATED, Unreadable
from bredvid.webaudit.shapes import Page, Raw


def read(raw: Raw) -> Page:
    """Gives a page, with the problems it was read in spite of.

    Raises Unreadable, and nothing else, where there is nothing to read. Same raw page, same result.
    """
    if raw.problem:
        raise Unreadable(raw.problem)
    if raw.text is not None:
        return read_plain(raw, raw.text, ())
    body = raw.body[:LARGEST_BODY]
    if body.startswith(b"%PDF-") or raw.content_type.endswith("pdf"):
        return read_pdf(raw)
    cut = len(raw.body) > LARGEST_BODY
    text, problem = decoded(body, raw.charset, cut=cut)
    if not text.strip():
        raise Unreadable(EMPTY)
    problems = tuple(code for code in (TRUNCATED if cut else "", problem) if code)
    return (read_plain if is_plain(raw, text) else read_html)(raw, text, problems)


def is_plain(raw: Raw, text: str) -> bool:
    """Says whether a document is a text without markup."""
    return raw.content_type == "text/plain" or (not raw.content_type and "<" not in text[:2_000])
