"""A document as a page: kind and zone pdf."""

from bredvid.webaudit.archive.bounds import LARGEST_BODY
from bredvid.webaudit.reading.characters import clean
from bredvid.webaudit.reading.language import language_of
from bredvid.webaudit.reading.pdf.asking import OPENER
from bredvid.webaudit.reading.pdf.paragraphs import paragraphs
from bredvid.webaudit.reading.plain_text import blocks_of
from bredvid.webaudit.reading.problems import PDF_TOO_LARGE, PDF_WITHOUT_TEXT, Unreadable
from bredvid.webaudit.shapes import Kind, Page, Raw, Zone


def read_pdf(raw: Raw) -> Page:
    """Gives a document as a page. Raises Unreadable where it has no text, is broken, locked, too large or too slow."""
    if len(raw.body) > LARGEST_BODY:
        raise Unreadable(PDF_TOO_LARGE)
    answer = OPENER.ask(raw.body)
    if answer["reason"]:
        raise Unreadable(answer["reason"])
    lines = [line for page in answer["pages"] for line in paragraphs(page)]
    if not lines:
        raise Unreadable(PDF_WITHOUT_TEXT)
    title = clean(raw.title or answer["title"])
    return Page(
        url=raw.url, title=title or lines[0][:300], kind=Kind.PDF, language=language_of("", lines),
        blocks=tuple(blocks_of(lines, Zone.PDF)), fetched=raw.fetched, where=raw.where, municipality=raw.municipality,
        problems=(answer["problem"],) if answer["problem"] else (),
    )  # fmt: skip
