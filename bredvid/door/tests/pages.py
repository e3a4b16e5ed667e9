"""The addresses of her pages, and the pages as she gets them."""

from django.test import Client
from django.urls import reverse
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

LANGUAGES = ("sv", "en")
PLACES = ("0", "01", "0180", "25", "2580")
CHOICES = ("10", "20", "01", "02", "03", "12")
# Her pages that have an address each; what only answers a script or leads elsewhere is not among them.
NAMES = ("help", "support", "recognise", "write", "rights", "safety", "about", "inside")


def addresses() -> list[str]:
    """A page of every kind, in each language."""
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            found += [reverse(f"door:{name}") for name in NAMES]
            found += [reverse("door:leaving", args=[letter]) for letter in "bcd"]
            found += [reverse("door:support-place", args=[place]) for place in PLACES]
            found += [reverse("door:support-choice", args=["0180", choice]) for choice in CHOICES]
    return found


def page_at(address: str) -> LexborHTMLParser:
    response = Client().get(address)
    assert response.status_code == 200
    return LexborHTMLParser(response.content)


def text_of(page: LexborHTMLParser) -> str:
    assert page.body is not None
    return " ".join(page.body.text(separator=" ").split())
