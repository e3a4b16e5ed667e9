"""Tally mode: one press, one contact, also twice over a bad line; without scripts a form, with them JSON."""

import re
from datetime import date

import pytest

from bredvid.register import clock
from bredvid.register.models import Contact, FrozenYear

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]
TALLY = "/personal/register/strecka/"
JSON = {"Accept": "application/json"}


def press(**changed):
    return {"key": "5", "channel": "TEL", "who": "HON", "month": "", "place": "9001", "raknat": "0", **changed}


def test_a_press_counts_how_and_who_and_leaves_the_rest_unfilled(worker, ours):
    worker.post(TALLY, press(who="NÄR", channel="CHATT"))
    [made] = Contact.objects.all()
    assert (made.channel, made.who, made.month, made.place, made.tallied) == (2, 2, 202611, 9001, True)
    assert (made.age, made.forms, made.support, made.unmet) == (0, 0, 0, 0)


def test_forty_presses_without_scripts_are_forty_contacts(worker):
    page = worker.get(TALLY)
    for number in range(40):
        [key] = re.findall(r'name="key" value="(\d+)"', page.content.decode())
        pressed = re.findall(r'name="raknat" value="(\d+)"', page.content.decode())[0]
        assert pressed == str(number)
        sent = press(key=key, raknat=pressed, who="YRK" if number % 3 else "HON")
        answer = worker.post(TALLY, sent)
        # The line is bad: the same press arrives once more
        worker.post(TALLY, sent)
        page = worker.get(answer["Location"])
    assert Contact.objects.count() == 40


def test_channel_month_and_place_stay_chosen_from_press_to_press(worker):
    page = worker.get(worker.post(TALLY, press(channel="CHATT", month="202610", place="9004"))["Location"])
    words = page.content.decode()
    assert re.findall(r'name="channel" value="(\w+)"[^>]* checked', words) == ["CHATT"]
    assert '<option value="202610" selected>' in words
    assert '<option value="9004" selected>' in words
    assert Contact.objects.get().month == 202610


def test_a_page_left_open_into_the_next_month_counts_in_the_month_of_the_press(worker, monkeypatch):
    worker.get(TALLY)
    monkeypatch.setattr(clock, "today", lambda: date(2026, 12, 1))
    worker.post(TALLY, press())
    assert Contact.objects.get().month == 202612


def test_the_last_press_is_taken_back_once(worker):
    first = worker.get(worker.post(TALLY, press(key="5"))["Location"])
    second = worker.get(worker.post(TALLY, press(key="6", raknat="1"))["Location"])
    token = second.context["receipt"].token
    for _ in range(2):
        answer = worker.post(f"{TALLY}angra/", {"kvitto": token, "raknat": "2", "channel": "TEL", "place": "9001"})
        assert answer.status_code == 302
    assert [made.pk for made in Contact.objects.all()] == [first.context["receipt"].contact.pk]


def test_with_scripts_a_press_is_answered_by_its_receipt_and_twice_by_the_same(worker):
    first, second = (worker.post(TALLY, press(), headers=JSON).json() for _ in range(2))
    assert first == second
    assert Contact.objects.count() == 1
    taken = [worker.post(f"{TALLY}angra/", {"kvitto": first["receipt"]}, headers=JSON).json() for _ in range(2)]
    assert taken == [{"taken": 1}, {"taken": 0}]


@pytest.mark.parametrize(
    "wrong",
    [
        {"who": "VS"}, {"who": "kanariefågel"}, {"channel": ""}, {"key": ""}, {"key": "x"}, {"month": "202612"},
        {"month": "202501x"}, {"place": "180"},
    ],
)  # fmt: skip
def test_a_press_that_cannot_be_counted_says_so(worker, wrong):
    answer = worker.post(TALLY, press(**wrong), headers=JSON)
    assert answer.status_code == 422
    assert "räknades inte" in answer.json()["refused"]
    assert worker.post(TALLY, press(**wrong)).status_code == 422
    assert not Contact.objects.exists()


def test_a_closed_year_takes_no_press_and_gives_none_back(worker, ours):
    receipt = worker.post(TALLY, press(month="202512"), headers=JSON).json()["receipt"]
    FrozenYear.objects.create(unit=ours, year=2025, frozen_on=date(2026, 2, 1), figures={})
    assert worker.post(TALLY, press(key="9", month="202512"), headers=JSON).status_code == 422
    assert worker.post(f"{TALLY}angra/", {"kvitto": receipt}, headers=JSON).status_code == 422
    assert Contact.objects.count() == 1


def test_only_this_page_may_send_by_script_and_a_made_up_receipt_is_none(worker):
    assert "connect-src 'self'" in worker.get(TALLY).headers["Content-Security-Policy"]
    assert "connect-src" not in worker.get("/personal/register/rakna/").headers["Content-Security-Policy"]
    assert worker.post(f"{TALLY}angra/", {"kvitto": "5-1:abc"}).status_code == 404
