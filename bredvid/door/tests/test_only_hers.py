"""Nothing that is for professionals or buyers ever stands on a page of hers."""

import re

import pytest
from django.test import Client

from bredvid.door.tests.pages import addresses, page_at, text_of
from bredvid.places.models import Audience, Service
from bredvid.places.telephone import pattern

ADDRESSES = addresses()


def found_in(text: str, services: list[Service]) -> set[str]:
    """Codes of the services whose number or name stands in the text."""
    return {
        service.code
        for service in services
        if (service.phone and pattern(service.phone).search(text))
        or any(re.search(rf"\b{re.escape(name)}\b", text) for name in (service.name_sv, service.name_en))
    }


def not_hers() -> list[Service]:
    others = [service for service in Service.objects.all() if service.audience != Audience.HER]
    assert others
    return others


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_service_of_another_audience_stands_on_her_pages(loaded, address):
    assert found_in(Client().get(address).content.decode(), not_hers()) == set()


@pytest.mark.parametrize("address", ADDRESSES)
def test_not_even_when_somebody_marks_every_service_as_verified(loaded, address):
    Service.objects.update(verified=True, last_checked="2026-11-23")
    assert found_in(Client().get(address).content.decode(), not_hers()) == set()


@pytest.mark.parametrize("address", ["/a/", "/i/", "/d/", "/b/0/", "/en/b/0180/"])
def test_a_service_that_becomes_one_for_professionals_leaves_the_page(loaded, address):
    # Given a line that stands on her page
    bris = Service.objects.get(code="bris")
    assert found_in(text_of(page_at(address)), [bris])
    # When it turns out to be for professionals
    Service.objects.filter(code="bris").update(audience=Audience.PROFESSIONALS)
    # Then it is gone from there
    assert not found_in(text_of(page_at(address)), [bris])


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_not_verified_and_houses_with_buyers_are_not_there(loaded, address):
    hidden = [service for service in Service.objects.all() if not service.verified or service.receives_buyers]
    assert hidden
    assert found_in(Client().get(address).content.decode(), hidden) == set()
