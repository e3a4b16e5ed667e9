"""The directory loaded, and the first page in each language."""

import pytest
from django.urls import reverse
from django.utils import translation
from selectolax.lexbor import LexborHTMLParser

from bredvid.door.tests.pages import LANGUAGES, page_at
from bredvid.places.actions import load


@pytest.fixture
def loaded(db) -> None:
    load()


@pytest.fixture(params=LANGUAGES)
def first_page(request, loaded) -> LexborHTMLParser:
    with translation.override(request.param):
        return page_at(reverse("door:help"))
