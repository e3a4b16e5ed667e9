"""Where the pages of a chapter stand."""

from django.urls import reverse

from bredvid.report.manuscript.writing import Place


def address(name: str, place: Place) -> str:
    """The address of one of a chapter's pages, by the page's name."""
    return reverse(f"report:editing:{name}", args=[place.round, place.kind, place.slug, place.language])
