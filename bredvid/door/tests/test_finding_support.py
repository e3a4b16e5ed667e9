"""Find support: by place, age and way, and what she knows before she chooses."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from bredvid.door import finding
from bredvid.door.contents import duties
from bredvid.door.tests.pages import page_at, text_of
from bredvid.places.models import Duty, Municipality, Service

STOCKHOLM = ZoneInfo("Europe/Stockholm")


def local(**changes) -> Service:
    """A service made up for the test, that meets in one municipality."""
    values = {
        "code": "near", "organisation_id": "roks", "audience": "her", "name_sv": "Nära", "name_en": "Near",
        "about_sv": "Nära dig.", "about_en": "Near you.", "phone": "010-11 11 11", "ways": "phone visit",
        "area": "0180", "verified": True, "last_checked": date.today(), "owner": "x", "source": "x",
    }  # fmt: skip
    return Service.objects.create(**values | changes)


def offered(address: str) -> list[str]:
    return [heading.text() for heading in page_at(address).css("main .card h2")]


def test_every_municipality_is_reached_by_its_county(loaded):
    counties = [str(link.attributes["href"]) for link in page_at("/b/").css(".places a")]
    assert len(counties) == 21
    reached = [link.text() for county in counties for link in page_at(county).css(".places a")]
    assert sorted(reached) == sorted(Municipality.objects.values_list("name", flat=True))


@pytest.mark.parametrize(
    ("address", "there"), [("/b/0180/", True), ("/b/01/", True), ("/b/0181/", False), ("/b/0/", False)]
)
def test_a_service_stands_where_it_serves(loaded, address, there):
    local()
    assert ("Nära" in offered(address)) is there


@pytest.mark.parametrize("place", ["0", "01", "0180", "2584"])
def test_what_serves_the_whole_country_stands_everywhere(loaded, place):
    assert {"Kvinnofridslinjen", "Kvinnojourer och tjejjourer"} <= set(offered(f"/b/{place}/"))


def test_what_is_for_the_young_is_not_offered_to_the_older(loaded):
    assert "Bris" in offered("/b/0/10/")
    assert "Bris" not in offered("/b/0/20/")


def test_what_is_for_adults_is_not_offered_to_the_young(loaded):
    local(youngest=18)
    assert "Nära" not in offered("/b/0180/10/")
    assert "Nära" in offered("/b/0180/20/")


def test_by_chat_only_those_with_a_chat(loaded):
    assert offered("/b/0/02/") == ["Kvinnojourer och tjejjourer"]


def test_what_must_be_passed_on_stands_before_the_way_to_reach_them(loaded):
    cards = page_at("/b/0180/").css("main .card")
    assert cards
    for card in cards:
        html = card.html or ""
        (way,) = [place for place in (html.find('href="tel:'), html.find('href="https:')) if place >= 0]
        assert 0 < html.index('class="duty"') < way


def test_there_are_words_for_every_duty():
    for language in ("sv", "en"):
        assert set(duties(language)) == set(Duty.values)


def test_a_check_that_grows_old_is_told_and_then_hides_the_service(loaded):
    local(last_checked=date.today() - timedelta(days=91))
    assert "Inte kollat på länge" in text_of(page_at("/b/0180/"))
    Service.objects.filter(code="near").update(last_checked=date.today() - timedelta(days=181))
    assert "Nära" not in offered("/b/0180/")


def test_what_nobody_has_verified_is_told_and_hidden_after_ninety_days(loaded):
    local(verified=False)
    assert "Inte kollat på länge" in text_of(page_at("/b/0180/"))
    Service.objects.filter(code="near").update(last_checked=date.today() - timedelta(days=91))
    assert "Nära" not in offered("/b/0180/")


def test_a_name_without_a_way_to_reach_it_is_not_offered(loaded):
    assert Service.objects.filter(code="mika-stockholm", verified=True).exists()
    assert "Mikamottagningen i Stockholm" not in offered("/b/0180/")


@pytest.mark.parametrize(
    ("hours", "said"),
    [
        ("always", "Öppet nu, dygnet runt"),
        ("1-5 09:00-16:00", "Öppet nu"),
        ("2 09:00-16:00", "Stängt nu. Öppnar tisdag 09.00"),
    ],
)
def test_the_hours_say_whether_somebody_answers_now(loaded, monkeypatch, hours, said):
    # Given a Monday at noon
    monkeypatch.setattr(finding, "localtime", lambda: datetime(2026, 11, 23, 12, tzinfo=STOCKHOLM))
    local(hours=hours)
    assert f"{said} " in text_of(page_at("/b/0180/")) + " "


@pytest.mark.parametrize("address", ["/b/9999/", "/b/99/"])
def test_a_code_that_is_no_place_is_met_with_numbers(loaded, address):
    answer = Client().get(address)
    assert answer.status_code == 404
    assert b"tel:112" in answer.content
    assert b"<title>Anteckningar</title>" in answer.content


def test_one_page_has_one_address(loaded):
    assert {str(link.attributes["href"]) for link in page_at("/b/0180/10/").css("nav a")} == {
        "/b/0180/", "/b/0180/10/", "/b/0180/20/", "/b/0180/11/", "/b/0180/12/", "/b/0180/13/",
    }  # fmt: skip
