"""The inbox, answering, leaving, and the mail at fixed hours."""

import re
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.core import mail

from bredvid.room.desk import reminding
from bredvid.room.desk.tests.makers import ask, text, with_desk, wrote
from bredvid.room.desk.words import words
from bredvid.room.models import Desk
from bredvid.room.protocol.entries import Kind, from_bytes
from bredvid.room.storing import entries
from bredvid.room.storing.entries import Batch
from bredvid.room.storing.tests.makers import key

pytestmark = pytest.mark.django_db(transaction=True)
# A quarter past eight, Swedish time.
MORNING = datetime(2026, 11, 24, 7, 15, tzinfo=UTC)
JS = Path(__file__).parents[2] / "static" / "bredvid" / "room" / "desk"


def answer(made, hers, words_="vi finns", kind=Kind.MESSAGE, number=1):
    entry = hers.room.add(hers.room.say(made.person, words_, kind))
    body = {"key": text(key(number)), "entries": [text(entry)]}
    return ask(made.client(), "append", made.number_of(hers), body=body)


def she_writes(hers, words_="hej igen"):
    entry = hers.room.add(hers.room.say(hers.room.she, words_))
    entries.append(hers.new.room, Batch([entry], key(words_)))


def listed(made):
    return [(each["number"], each["waiting"]) for each in ask(made.client(), "rooms").json()["rooms"]]


def test_those_who_wait_stand_first_and_longest_first():
    # Given three who wrote, of whom the first was answered
    lyktan = with_desk()
    first, second, third = (wrote(name, lyktan) for name in "abc")
    assert answer(lyktan, first).status_code == 200
    numbers = [lyktan.number_of(each) for each in (first, second, third)]
    assert listed(lyktan) == [(numbers[1], True), (numbers[2], True), (numbers[0], False)]
    # When the first writes again, she waits behind the others; a second message does not move anybody
    she_writes(first)
    she_writes(second, "och en sak till")
    assert listed(lyktan) == [(numbers[1], True), (numbers[2], True), (numbers[0], True)]


def test_no_answer_of_the_server_holds_a_time():
    lyktan = with_desk()
    number = lyktan.number_of(wrote("a", lyktan))
    state, rooms = (ask(lyktan.client(), name).content.decode() for name in ("state", "rooms"))
    assert not re.search(r"\d\d:\d\d", state + rooms)
    assert set(ask(lyktan.client(), "rooms").json()["rooms"][0]) == {"number", "waiting", "member", "entries"}
    assert set(ask(lyktan.client(), "read", number, 0).json()) == {"room", "entries", "more"}


def test_she_reads_the_answer_and_the_shelter_reads_her():
    lyktan = with_desk()
    hers = wrote("a", lyktan)
    answer(lyktan, hers)
    data = ask(lyktan.client(1), "read", lyktan.number_of(hers), 0).json()
    assert data["entries"] == [text(each) for each in hers.room.log]
    assert data["more"] is False
    # From a sequence on it gives what follows
    later = ask(lyktan.client(), "read", lyktan.number_of(hers), 3).json()
    assert [from_bytes(entries.read(hers.new.room, 3).entries[0]).place.sequence] == [3]
    assert later["entries"] == data["entries"][3:]


def test_the_same_request_again_writes_nothing_and_another_with_its_key_is_a_conflict():
    lyktan = with_desk()
    hers = wrote("a", lyktan)
    entry = text(hers.room.say(lyktan.person, "en gång").to_bytes())
    other = text(hers.room.say(lyktan.person, "en annan").to_bytes())
    number = lyktan.number_of(hers)
    first, again = (
        ask(lyktan.client(), "append", number, body={"key": text(key(1)), "entries": [entry]}) for _ in range(2)
    )
    assert (first.status_code, first.content) == (200, again.content)
    clash = ask(lyktan.client(), "append", number, body={"key": text(key(1)), "entries": [other]})
    late = ask(lyktan.client(), "append", number, body={"key": text(key(2)), "entries": [other]})
    assert [each.status_code for each in (clash, late)] == [409, 409]
    assert clash.json()["class"] == late.json()["class"] == "conflict"


def test_a_shelter_that_has_left_finds_nothing_more_of_the_room():
    lyktan = with_desk()
    hers = wrote("a", lyktan)
    number = lyktan.number_of(hers)
    assert answer(lyktan, hers, "", Kind.LEAVE).status_code == 200
    assert listed(lyktan) == []
    gone, never = (ask(lyktan.client(), "read", each, 0) for each in (number, number + 1_000))
    assert (gone.status_code, gone.content) == (never.status_code, never.content)


def test_the_mail_leaves_at_fixed_hours_and_says_nothing_of_what_waits():
    # Given two who wait at one shelter, and none at another
    lyktan = with_desk("lyktan")
    with_desk("stugan")
    wrote("a", lyktan)
    wrote("b", lyktan)
    # When the timer asks at a quarter past eight
    assert reminding.remind(MORNING, "https://bredvid.example/personal/rum/") == 2
    # Then each who holds the key gets one of her own, and all are the same
    assert sorted(each.to for each in mail.outbox) == sorted([staff.email] for staff in lyktan.staff)
    assert len({(each.subject, each.body) for each in mail.outbox}) == 1
    assert not re.search(r"\d|Exempeljouren|samtal|skriv", mail.outbox[0].body.replace("https://bredvid.example", ""))


def test_no_mail_leaves_because_she_wrote():
    lyktan = with_desk()
    # Given the hour's mail has been seen to, and then somebody writes
    assert reminding.remind(MORNING) == 0
    wrote("a", lyktan)
    # Then nothing leaves until the next fixed hour, and then once
    assert reminding.remind(MORNING + timedelta(minutes=30)) == 0
    assert reminding.remind(MORNING + timedelta(hours=5)) == 2
    assert reminding.remind(MORNING + timedelta(hours=5, minutes=30)) == 0
    assert mail.outbox[0].subject == "Bredvid: något väntar"


def test_a_mail_that_fails_stops_no_other(monkeypatch, caplog):
    lyktan = with_desk()
    wrote("a", lyktan)
    monkeypatch.setattr("django.core.mail.EmailMessage.send", lambda self: (_ for _ in ()).throw(OSError("to x@y")))
    assert reminding.remind(MORNING) == 0
    assert len(caplog.records) == 2
    assert "@" not in caplog.text


@pytest.mark.parametrize(
    ("last", "hour", "due"),
    [((None, 0), 7, None), ((None, 0), 8, 8), ((date(2026, 11, 24), 8), 12, None), ((date(2026, 11, 24), 8), 13, 13),
     ((date(2026, 11, 23), 18), 7, None), ((date(2026, 11, 23), 18), 23, 18), ((date(2026, 11, 24), 18), 23, None)],
)  # fmt: skip
def test_the_hours_of_the_mail(last, hour, due):
    assert reminding.reminder_due(last, date(2026, 11, 24), hour) == due


def test_hours_are_read_as_she_is_told_them_and_a_slip_is_said():
    lyktan = with_desk()
    saved = lyktan.client().post("/personal/rum/tider/", {"hours": "1-5 09:00-16:00;  6 10:00-14:00"})
    assert (saved.status_code, Desk.objects.get().hours) == (302, "1-5 09:00-16:00; 6 10:00-14:00")
    slip = lyktan.client().post("/personal/rum/tider/", {"hours": "mån 9-16"})
    assert slip.status_code == 400
    assert "går inte att läsa" in slip.content.decode()
    assert "mån 9-16" in slip.content.decode()


def test_the_script_asks_for_no_word_that_the_page_does_not_have():
    scripts = "".join(path.read_text() for path in JS.glob("*.js"))
    asked = set(re.findall(r'word\("([\w-]+)"', scripts))
    asked |= set(re.findall(r'word\(\w+ \? "([\w-]+)" : "[\w-]+"', scripts))
    assert asked <= set(words())
    assert len(asked) > 20


def test_the_page_has_every_part_that_the_script_asks_for():
    page = with_desk().client().get("/personal/rum/").content.decode()
    scripts = "".join(path.read_text() for path in JS.glob("*.js"))
    asked = set(re.findall(r'part\("([\w-]+)"', scripts)) | {f"{name}-section" for name in ("waiting", "answered")}
    assert asked <= set(re.findall(r'data-part="([\w-]+)"', page))
    assert {"waiting", "answered"} <= set(re.findall(r'data-part="([\w-]+)"', page))
