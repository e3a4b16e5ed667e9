"""The pages of figures: what they say of a year, and what they never turn into a zero."""

from datetime import date

import pytest
from django.test import Client

from bredvid.register import clock
from bredvid.register.actions.periods import open_period, rest
from bredvid.register.models import CountedYear, FollowUp, FollowUpAnswer, FrozenYear, Outreach
from bredvid.register.tests import makers

pytestmark = pytest.mark.django_db
FIGURES, YEARLY, FREEZE = "/personal/register/siffror/", "/personal/register/arsfragan/", "/personal/register/stang-ar/"


@pytest.fixture(autouse=True)
def november(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))


@pytest.fixture
def unit():
    return makers.unit("Jouren vid ån")


@pytest.fixture
def client(unit) -> Client:
    return makers.client_of(unit, "worker", "coordinator")


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def woman(unit, year=2026, *, first=True, **codes):
    return CountedYear.objects.create(unit=unit, year=year, quarter=1, first=first, **makers.stored(**codes))


def test_an_empty_register_says_how_to_begin(client):
    assert "Inget räknat här än" in text(client, FIGURES)


def test_the_page_shows_contacts_forms_support_and_needs(unit, client):
    makers.contact(unit, 202611, forms=["P3"], support=["E1"], unmet=["S2"], unmet_why=["ID"])
    makers.contact(unit, 202610)
    page = text(client, FIGURES)
    assert "Sugardejting" in page
    assert "I en av 2 kontakter behövde hon något som hon inte fick" in page
    assert "Krav på namn eller legitimation" in page


def test_another_units_contacts_are_nowhere(unit, client):
    makers.contact(makers.unit("Någon annan"), 202611)
    assert "Inget räknat här än" in text(client, FIGURES)


@pytest.mark.parametrize(("role", "leads_there"), [("worker", True), ("coordinator", False)])
def test_the_way_to_the_follow_ups_is_shown_to_those_it_opens_to(unit, role, leads_there):
    period = open_period(unit=unit, staff=None)
    rest(unit=unit, staff=None, period=period, months={3})
    FollowUp.objects.update(due=clock.today())
    page = text(makers.client_of(unit, role), FIGURES)
    assert "har sagt ja till att ni frågar hur det är, och nu är det dags" in page
    assert ("/personal/register/stod/uppfoljningar/" in page) is leads_there


def test_while_very_much_is_counted_the_page_says_how_far_it_has_come_and_gets_there(unit, client, settings):
    # Given so much that only one month is counted while somebody waits
    settings.REGISTER_PATIENCE_S = 0
    makers.contact(unit, 202611, forms=["P3"])
    # When the page is asked for, it says so, and asks again by itself
    first = client.get(FIGURES)
    assert (first.status_code, first["Refresh"]) == (202, "1")
    assert "Era siffror räknas" in first.content.decode()
    # Then it counts on each time, until they are there
    counted = [first.context["counted"]]
    while (answer := client.get(FIGURES)).status_code == 202:
        counted.append(answer.context["counted"])
    needed = 12 + 1  # the last twelve months, and the year they are in
    assert [(each.there, each.needed) for each in counted] == [(there, needed) for there in range(1, needed)]
    assert answer.status_code == 200
    assert answer.context["found"].contacts == 1


def test_a_year_can_be_chosen(unit, client):
    makers.contact(unit, 202503, channel="CHATT")
    assert "Inget räknat här än" in text(client, FIGURES)
    assert "mars 2025" in text(client, FIGURES + "?ar=2025").lower()


@pytest.mark.parametrize("query", ["?ar=1900", "?ar=x", "?fran=202613&till=9", "?fran=202611", "?ar=²"])
def test_a_time_that_is_none_is_answered_with_the_last_twelve_months(unit, client, query):
    makers.contact(unit, 202611)
    assert "december 2025 till november 2026" in text(client, FIGURES + query).lower()


def test_months_in_the_wrong_order_are_turned_round(unit, client):
    makers.contact(unit, 202605)
    assert "maj 2026 till juli 2026" in text(client, FIGURES + "?fran=202607&till=202605").lower()


def test_a_need_that_nobody_filled_in_is_not_told_as_none(unit, client):
    makers.contact(unit, 202611, unmet=[])
    page = text(client, FIGURES)
    assert "Det är inte ifyllt för någon kontakt" in page
    assert "I ingen av" not in page


def test_people_not_counted_at_an_outreach_are_a_dash(unit, client):
    Outreach.objects.create(unit=unit, month=202611, conversations=4, **makers.stored(outreach_arena="SKOLA"))
    page = text(client, FIGURES)
    assert "<dt>Nådda</dt><dd>–</dd>" in page
    assert "<dt>Samtal</dt><dd>4</dd>" in page


def test_follow_ups_are_told_with_their_base(unit, client):
    codes = makers.stored(outcome="SVARADE", change_safety="BÄTTRE", change_exposure="MINSKAT")
    FollowUpAnswer.objects.create(unit=unit, month=202611, months=3, **codes)
    FollowUpAnswer.objects.create(unit=unit, month=202611, months=3, **makers.stored(outcome="EJ-NÅDD"))
    page = text(client, FIGURES)
    assert "2 uppföljningar." in page
    assert "Har minskat <strong>1</strong>" in page
    assert "Av den som svarade." in page


def test_the_yearly_question_is_one_click_from_the_figures(unit, client):
    makers.contact(unit, 202611)
    assert f'href="{YEARLY}?ar=2026"' in text(client, FIGURES)


def test_one_number_is_said_as_one_number(unit, client):
    woman(unit, forms=["P1"])
    woman(unit, forms=["P2"])
    assert '<p class="told">2</p>' in text(client, YEARLY)


def test_an_interval_is_said_as_an_interval_with_its_ranges(unit, client):
    for _ in range(4):
        woman(unit, forms=["P1"])
    for _ in range(3):
        makers.contact(unit, forms=["P1"])
    page = text(client, YEARLY)
    assert "mellan 4 och 7" in page
    assert "<strong>0–5 · 6–14</strong>" in page
    assert "0 av 3 kontakter med henne själv hör till en stödperiod" in page


def test_a_year_that_has_not_ended_says_so_far(unit, client):
    woman(unit, 2025, forms=["P1"])
    woman(unit, 2026, forms=["P1"])
    assert "2026 hittills" in text(client, YEARLY)
    assert "hittills" not in text(client, YEARLY + "?ar=2025")


def test_a_year_without_anything_counted_has_no_number(client):
    page = text(client, YEARLY)
    assert "Det går inte att säga" in page
    assert "Det är inte samma sak som ingen" in page


def test_the_text_to_copy_stands_by_itself(unit, client):
    woman(unit, 2025, forms=["M1"])
    page = text(client, YEARLY + "?ar=2025")
    assert "Jouren vid ån, 2025. Kvinnor och tjejer som fått stöd och är utsatta i prostitution: ingen." in page


def test_closing_a_year_needs_a_yes(unit, client):
    makers.contact(unit, 202503)
    answer = client.post(FREEZE, {"ar": "2025"})
    assert answer.status_code == 400
    assert not FrozenYear.objects.exists()


def test_closing_a_year_tells_what_is_not_filled_in_and_then_that_it_is_done(unit, client):
    makers.contact(unit, 202503, forms=[])
    assert "Form av utsatthet" in text(client, FREEZE)
    answer = client.post(FREEZE, {"ar": "2025", "ja": "ja"}, follow=True)
    assert "2025 är stängt." in " ".join(answer.content.decode().split())


@pytest.mark.parametrize("year", ["2026", "2024", "x", "", "20250"])
def test_what_cannot_be_closed_is_refused_in_one_line(unit, client, year):
    makers.contact(unit, 202503)
    answer = client.post(FREEZE, {"ar": year, "ja": "ja"})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.content.decode()
    assert not FrozenYear.objects.exists()


def test_a_worker_alone_cannot_close_a_year(unit):
    makers.contact(unit, 202503)
    answer = makers.client_of(unit, "worker").post(FREEZE, {"ar": "2025", "ja": "ja"})
    assert answer.status_code == 403
    assert not FrozenYear.objects.exists()


@pytest.mark.parametrize("address", [FIGURES, YEARLY, FREEZE])
def test_who_is_nobody_is_asked_to_sign_in(address):
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("address", [FIGURES, YEARLY])
def test_the_pages_speak_english_too(unit, client, address):
    woman(unit, forms=["P1"])
    makers.contact(unit, 202611)
    assert "Women and girls" in text(client, "/en" + address)
