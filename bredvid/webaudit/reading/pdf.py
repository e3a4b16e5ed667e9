"""Linked documents as pages."""

from bredvid.webaudit.reading.problems import PDF_BROKEN, Unreadable
from bredvid.webaudit.shapes import Page, Raw


def read_pdf(raw: Raw) -> Page:
    """Gives a PDF as a page of kind and zone pdf."""
    raise Unreadable(PDF_BROKEN)
