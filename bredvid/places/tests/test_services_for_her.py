"""Only what is verified and for her may stand on a page of hers."""

import pytest
from django.db import IntegrityError
from django.utils import translation

from bredvid.places import actions
from bredvid.places.directory import Directory, shipped
from bredvid.places.models import Audience, Service
from bredvid.places.reads import services_for, services_for_her


def codes() -> set[str]:
    return {service.code for service in services_for_her()}


def test_everything_shown_to_her_is_verified_and_for_her(loaded):
    shown = list(services_for_her())
    assert shown
    assert all(service.verified and service.audience == Audience.HER for service in shown)


def test_a_service_for_professionals_is_not_shown_to_her_even_when_verified(loaded):
    # Given a database in which every service is marked as verified
    Service.objects.update(verified=True, last_checked="2026-11-23")
    # Then still none for anybody else is shown to her
    others = set(Service.objects.exclude(audience=Audience.HER).values_list("code", flat=True))
    assert others
    assert not codes() & others


def test_a_service_that_nobody_has_verified_is_not_shown(loaded):
    unverified = set(Service.objects.filter(verified=False, audience=Audience.HER).values_list("code", flat=True))
    assert unverified
    assert not codes() & unverified


def test_a_house_that_also_receives_buyers_is_not_shown_to_her(loaded):
    mixed = set(Service.objects.filter(receives_buyers=True, audience=Audience.HER).values_list("code", flat=True))
    assert mixed
    assert not codes() & mixed


def test_the_number_for_professionals_is_found_by_those_who_ask_for_it(loaded):
    assert "020-390 000" in [service.phone for service in services_for(Audience.PROFESSIONALS)]


def test_the_services_stand_in_their_order(loaded):
    orders = [service.order for service in services_for_her()]
    assert orders == sorted(orders)


def test_a_number_cannot_be_entered_again_for_another_audience(loaded):
    with pytest.raises(IntegrityError):
        Service.objects.create(
            code="again", organisation_id="roks", audience=Audience.HER, phone="020-390 000", owner="x", source="x"
        )


def test_a_verified_service_cannot_be_stored_without_a_date(loaded):
    with pytest.raises(IntegrityError):
        Service.objects.filter(code="bris").update(last_checked=None)


def test_a_service_taken_out_of_the_directory_is_gone_at_the_next_load(loaded):
    # Given a directory that no longer has one of the services
    ours = shipped()
    fewer = Directory(ours.organisations, tuple(service for service in ours.services if service.code != "bris"))
    # When it is loaded
    actions.load(directory=fewer)
    # Then it is shown no longer
    assert "bris" not in codes()


@pytest.mark.parametrize(("language", "field"), [("sv", "about_sv"), ("en", "about_en")])
def test_a_service_speaks_the_readers_language(loaded, language, field):
    service = Service.objects.get(code="bris")
    with translation.override(language):
        assert service.about == getattr(service, field)


def test_a_number_becomes_a_link_that_a_telephone_can_dial(loaded):
    assert Service.objects.get(code="kvinnofridslinjen").tel == "tel:020505050"


def test_a_service_without_a_number_has_no_link(loaded):
    assert Service.objects.get(code="jourer").tel == ""
