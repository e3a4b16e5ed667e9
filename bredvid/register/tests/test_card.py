"""The quick card: what is asked, what comes back when something is missing, and the receipt."""

import re
from datetime import date

import pytest

from bredvid.places.actions import load
from bredvid.register.models import Contact, FrozenYear, PeriodYear, SupportPeriod
from bredvid.register.tests.makers import QUICK, client_of, contact, stored, unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]
CARD = "/personal/register/rakna/"


def filled(**changed):
    return {**QUICK, "month": "202611", "place": "9001", "key": "77", **changed}


def checked(page, name):
    """The values that are chosen for a question."""
    return re.findall(rf'name="{name}" value="([^"]*)"[^>]* checked', page.content.decode())


def selected(page, name):
    [box] = re.findall(rf'<select name="{name}".*?</select>', page.content.decode(), re.DOTALL)
    return re.findall(r'value="(\d+)" selected', box)


def test_a_fresh_card_has_month_and_place_and_nothing_else(worker):
    page = worker.get(CARD)
    assert (selected(page, "month"), selected(page, "place")) == (["202611"], ["9001"])
    assert checked(page, "channel") == []
    assert checked(page, "forms") == []


def test_the_card_counts_and_the_next_one_repeats_how_when_and_where_but_nothing_about_her(worker):
    answer = worker.post(CARD, filled(month="202610", place="9003"))
    assert answer.status_code == 302
    [made] = Contact.objects.all()
    assert (made.month, made.place, made.forms) == (202610, 9003, 1)
    page = worker.get(answer["Location"])
    assert "Räknat." in page.content.decode()
    assert checked(page, "channel") == ["TEL"]
    assert (selected(page, "month"), selected(page, "place")) == (["202610"], ["9003"])
    for about_her in ("who", "situation", "forms", "age", "support", "unmet"):
        assert checked(page, about_her) == []


def test_the_receipt_tells_no_time_and_the_session_is_not_written(worker):
    before = dict(worker.session.items())
    answer = worker.post(CARD, filled())
    worker.get(answer["Location"])
    assert dict(worker.session.items()) == before
    assert answer["Location"].startswith(f"{CARD}?kvitto={Contact.objects.get().pk}-1%3A")


def test_the_same_card_twice_counts_once(worker):
    first, second = worker.post(CARD, filled()), worker.post(CARD, filled())
    assert first["Location"] == second["Location"]
    assert Contact.objects.count() == 1


def test_undo_takes_it_back_and_pressed_again_changes_nothing(worker, ours):
    kept = contact(ours)
    token = worker.get(worker.post(CARD, filled())["Location"]).context["receipt"].token
    for _ in range(2):
        answer = worker.post(f"{CARD}angra/", {"kvitto": token})
        assert "Borttaget." in worker.get(answer["Location"]).content.decode()
    assert list(Contact.objects.all()) == [kept]


def test_a_receipt_that_was_changed_or_is_anothers_takes_nothing_back(worker):
    token = worker.get(worker.post(CARD, filled())["Location"]).context["receipt"].token
    changed = worker.post(f"{CARD}angra/", {"kvitto": token.replace("-1:", "-2:")})
    assert changed.status_code == 404
    other = client_of(unit())
    other.post(f"{CARD}angra/", {"kvitto": token})
    assert Contact.objects.count() == 1
    assert "Räknat." not in other.get(f"{CARD}?kvitto={token}").content.decode()
    assert checked(other.get(f"{CARD}?likadan={token}"), "who") == []


def test_another_like_the_last_is_filled_in_and_counts_as_one_more(worker):
    answer = worker.post(CARD, filled(forms=["P3", "M2"], exchange=["GÅVA"], who="NÄR"))
    token = worker.get(answer["Location"]).context["receipt"].token
    page = worker.get(CARD, {"likadan": token})
    assert checked(page, "forms") == ["P3", "M2"]
    assert (checked(page, "who"), checked(page, "exchange")) == (["NÄR"], ["GÅVA"])
    [key] = re.findall(r'name="key" value="(\d+)"', page.content.decode())
    assert key != "77"
    worker.post(CARD, filled(key=key))
    assert Contact.objects.count() == 2


def test_each_missing_answer_is_told_at_its_place_and_nothing_is_lost(worker):
    page = worker.post(CARD, filled(who="", support=[], forms=["P4", "T1"], exchange=["SKULD"], month="202603"))
    assert page.status_code == 422
    words = page.content.decode()
    assert re.findall(r'class="ask wrong" id="fraga-(\w+)"', words) == ["who", "support"]
    assert checked(page, "forms") == ["P4", "T1"]
    assert checked(page, "exchange") == ["SKULD"]
    assert selected(page, "month") == ["202603"]
    assert re.search(r'name="key" value="77"', words), "the same card, so the same key"
    assert not Contact.objects.exists()


def test_why_is_needed_beside_a_need_and_left_out_without_one(worker):
    page = worker.post(CARD, filled(unmet=["P4"]))
    assert re.findall(r'class="ask wrong" id="fraga-(\w+)"', page.content.decode()) == ["unmet_why"]
    worker.post(CARD, filled(unmet=["INGET"], unmet_why=["PLATS"]))
    assert Contact.objects.get().unmet_why == 0


def test_dont_know_beside_another_answer_is_asked_about(worker):
    page = worker.post(CARD, filled(forms=["P1", "OK"]))
    assert page.status_code == 422
    assert "”Vet ej” står för sig självt" in page.content.decode()
    assert checked(page, "forms") == ["P1", "OK"]


@pytest.mark.parametrize("field", ["channel", "forms", "month", "place", "key", "times", "exchange"])
def test_words_typed_into_a_field_are_refused_and_stored_nowhere(worker, field):
    page = worker.post(CARD, filled(**{field: "kanariefågel"}))
    assert page.status_code == 422
    assert not Contact.objects.exists()


@pytest.mark.parametrize("month", ["202612", "202412", "20261", "0"])
def test_a_month_that_is_not_open_is_refused(worker, ours, month):
    assert worker.post(CARD, filled(month=month)).status_code == 422


def test_a_closed_year_is_not_offered(worker, ours):
    assert 'value="202512"' in worker.get(CARD).content.decode()
    FrozenYear.objects.create(unit=ours, year=2025, frozen_on=date(2026, 2, 1), figures={})
    assert 'value="202512"' not in worker.get(CARD).content.decode()
    assert worker.post(CARD, filled(month="202512")).status_code == 422


def test_a_year_closed_between_the_card_and_the_undo_keeps_its_contact(worker, ours):
    token = worker.get(worker.post(CARD, filled(month="202512"))["Location"]).context["receipt"].token
    FrozenYear.objects.create(unit=ours, year=2025, frozen_on=date(2026, 2, 1), figures={})
    page = worker.post(f"{CARD}angra/", {"kvitto": token})
    assert page.status_code == 409
    assert "2025 är stängt" in page.content.decode()
    assert Contact.objects.count() == 1


def test_several_alike_are_counted_and_taken_back_together(worker):
    answer = worker.post(CARD, filled(times="12"))
    assert Contact.objects.count() == 12
    page = worker.get(answer["Location"])
    assert "12 kontakter räknade." in page.content.decode()
    worker.post(f"{CARD}angra/", {"kvitto": page.context["receipt"].token})
    assert not Contact.objects.exists()


@pytest.mark.parametrize("times", ["0", "51", "-1", "1.5"])
def test_an_unlikely_number_is_told_and_nothing_is_counted(worker, times):
    page = worker.post(CARD, filled(times=times))
    assert page.status_code == 422
    assert "Mellan 1 och 50." in page.content.decode()
    assert not Contact.objects.exists()


def test_after_an_evening_out_the_link_fills_in_channel_number_month_and_place(worker):
    page = worker.get(CARD, {"kanal": "UPPS", "antal": "9", "manad": "202610", "plats": "9002"})
    assert checked(page, "channel") == ["UPPS"]
    assert 'name="times" value="9"' in page.content.decode()
    assert (selected(page, "month"), selected(page, "place")) == (["202610"], ["9002"])
    assert worker.get(CARD, {"kanal": "<b>", "antal": "många", "manad": "x"}).status_code == 200


def test_a_card_of_a_period_is_filled_in_with_what_is_known_and_counts_in_it(worker, ours):
    period = SupportPeriod.objects.create(unit=ours, number=4, alias=9, opened_month=202609)
    known = stored(age="25-39", situation="UPP", forms=["M1"])
    PeriodYear.objects.create(period=period, year=2026, first_month=202609, **known)
    page = worker.get(CARD, {"period": 4})
    assert (checked(page, "age"), checked(page, "situation"), checked(page, "forms")) == (["25-39"], ["UPP"], ["M1"])
    answer = worker.post(f"{CARD}?period=4", filled())
    assert "period=4" in answer["Location"]
    assert Contact.objects.get().period == period


def test_a_foreign_period_and_one_that_never_was_are_answered_alike(worker):
    never = worker.get(CARD, {"period": 4})
    SupportPeriod.objects.create(unit=unit(), number=4, alias=9, opened_month=202609)
    foreign = worker.get(CARD, {"period": 4})
    assert never.status_code == foreign.status_code == 404
    assert never.content == foreign.content
    assert worker.post(f"{CARD}?period=4", filled()).status_code == 404
    assert worker.get(CARD, {"period": "fyra"}).status_code == 404
    assert not Contact.objects.exists()


def test_a_real_unit_chooses_among_real_places_and_not_known():
    load()
    real = unit(place=180)
    worker = client_of(real)
    assert selected(worker.get(CARD), "place") == ["180"]
    assert worker.post(CARD, filled(place="9001")).status_code == 422
    worker.post(CARD, filled(place="0"))
    assert Contact.objects.get().place == 0


def test_the_card_is_in_english_too(worker):
    words = worker.get("/en" + CARD).content.decode()
    assert "Count a contact" in words
    assert "She herself" in words
