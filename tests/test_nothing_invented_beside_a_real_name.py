"""On no page of a demonstration does a real municipality's name stand, in no word, attribute or drawing."""

import re
from collections.abc import Iterator
from html import unescape

import pytest
from django.db import transaction
from django.test import Client
from django.utils import translation

from bredvid.places.actions import load as load_places
from bredvid.places.models import County
from bredvid.places.reads import municipalities
from bredvid.report.pages import round_pages
from bredvid.review.actions import load as load_rounds
from bredvid.review.reads import round_by_code


@pytest.fixture(scope="module")
def bodies(django_db_setup, django_db_blocker) -> Iterator[dict[str, str]]:
    """Every page of the demonstration in both languages, and some of its municipalities."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_places()
        load_rounds()
        yield {address: unescape(Client().get(address).content.decode()) for address in _addresses()}
        transaction.set_rollback(True)


def _addresses() -> Iterator[str]:
    for language in ("sv", "en"):
        with translation.override(language):
            pages = list(round_pages(round_by_code("demo")))
        one_by_one = [address for name, address in pages if "-municipality-" in name]
        yield from (address for name, address in pages if "-municipality-" not in name)
        yield from one_by_one[::41]


def real_names_in(text: str) -> set[str]:
    """The names of municipalities that stand in a text as words; a county's full name is none."""
    for county in County.objects.all():
        text = text.replace(county.name, " ").replace(f"{county.short_name} County", " ")
    names = [name for name in municipalities().values_list("name", flat=True) if name in text]
    return {name for name in names if re.search(rf"(?<![\w-]){re.escape(name)}s?(?![\w-])", text)}


def test_no_page_of_the_demonstration_names_one(bodies):
    assert len(bodies) > 60
    assert {address: names for address, body in bodies.items() if (names := real_names_in(body))} == {}


def test_a_name_would_be_found_and_a_county_is_none(bodies):
    assert real_names_in('<p title="Exempelkommun 001, Stockholm">Nej</p>') == {"Stockholm"}
    assert real_names_in("<td>Exempelkommun 001</td><td>Stockholms län</td>") == set()
    assert real_names_in("<td>Kalmar</td><td>Umeås svar</td>") == {"Kalmar", "Umeå"}
