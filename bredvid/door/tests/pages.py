"""The addresses of her pages, and the pages as she gets them."""

from django.test import Client
from django.urls import reverse
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from bredvid.door.urls import app_name, urlpatterns

LANGUAGES = ("sv", "en")


def addresses() -> list[str]:
    """Every page of the room, in each language."""
    found = []
    for language in LANGUAGES:
        with translation.override(language):
            found += [reverse(f"{app_name}:{pattern.name}") for pattern in urlpatterns]
    return found


def page_at(address: str) -> LexborHTMLParser:
    response = Client().get(address)
    assert response.status_code == 200
    return LexborHTMLParser(response.content)


def text_of(page: LexborHTMLParser) -> str:
    assert page.body is not None
    return " ".join(page.body.text(separator=" ").split())
