"""What is destroyed is gone, whoever asked for it and wherever it was stopped half-way."""

from datetime import date, timedelta

import pytest
from django.test import Client

from bredvid.config import daily
from bredvid.room.keystore.slots import KeyFileError, NoKeyError
from bredvid.room.models import Answered, Deployment, Entry, Membership, Room, Written
from bredvid.room.storing import clock, deployment, destroying, durability, entries, keys, limits, rooms, starting
from bredvid.room.storing.commands import tidy
from bredvid.room.storing.destroying import Tidied
from bredvid.room.storing.refusals import NoRoom
from bredvid.room.storing.tests.makers import standing
from bredvid.room.tests.people import Chance, somebody

pytestmark = pytest.mark.django_db
TABLES = (Room, Entry, Answered, Written, Membership)


def rows() -> list[int]:
    return [model._default_manager.count() for model in TABLES]


def test_a_destroyed_room_is_gone_with_its_key_and_no_other_is():
    desk = somebody(Chance("desk"))
    one, other = standing("a", desk), standing("b", desk)
    slot = Room.objects.get(number=one.room.number).slot
    destroying.destroy(one.room.number)
    assert rows() == [1, 3, 1, 1, 1]
    assert rooms.find(one.new.locator) is None
    assert rooms.find(other.new.locator)
    with pytest.raises(NoKeyError):
        keys.slots().key(slot)
    destroying.destroy(one.room.number)


def test_killed_after_the_key_the_room_is_found_by_nobody_and_tidying_takes_its_rows(monkeypatch):
    made = standing("a")
    with monkeypatch.context() as stopped:
        stopped.setattr(destroying, "_delete", lambda row: None)
        destroying.destroy(made.room.number)
    assert Room.objects.exists()
    assert rooms.find(made.new.locator) is None
    with pytest.raises(NoRoom):
        entries.read(made.room.number)
    assert destroying.tidy() == Tidied(remains=1)
    assert rows() == [0] * 5


def test_a_room_is_destroyed_on_its_day_and_not_before(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 24))
    standing("a", days=30)
    ends = Room.objects.get().ends
    assert destroying.tidy(ends - timedelta(days=1)) == Tidied()
    assert destroying.is_due(ends)
    assert destroying.tidy(ends) == Tidied(destroyed=1)
    assert rows() == [0] * 5


def test_a_new_day_destroys_by_itself(monkeypatch):
    standing("a", days=30)
    monkeypatch.setattr(destroying, "_tidied_on", None)
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)
    later = clock.today() + timedelta(days=60)
    monkeypatch.setattr(clock, "today", lambda: later)
    daily.look()
    assert not Room.objects.exists()


def test_old_requests_are_forgotten_after_two_days():
    standing("a")
    destroying.tidy(clock.today() + limits.ANSWERS_KEPT)
    assert Answered.objects.count() == Written.objects.count() == 1
    destroying.tidy(clock.today() + limits.ANSWERS_KEPT + timedelta(days=1))
    assert not Answered.objects.exists()
    assert not Written.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_the_command_says_what_it_did(capsys):
    standing("a")
    Room.objects.update(ends=clock.today())
    tidy.main([], standalone_mode=False)
    assert capsys.readouterr().out.startswith("1 rooms destroyed, rows of 0 others")


def test_without_its_file_of_keys_nothing_is_tidied_and_no_new_file_is_made(settings, tmp_path):
    standing("a")
    starting.check()
    settings.BREDVID_ROOM_KEYS = tmp_path / "elsewhere"
    with pytest.raises(KeyFileError, match="is gone"):
        destroying.tidy()
    assert not (tmp_path / "elsewhere").exists()
    assert Room.objects.exists()


def test_another_databases_file_of_keys_is_told(settings, tmp_path):
    starting.check()
    settings.BREDVID_ROOM_KEYS = tmp_path / "other"
    keys.slots()
    with pytest.raises(KeyFileError, match="another database's"):
        starting.check()


def test_the_installations_id_is_made_once():
    assert deployment.number() == deployment.number()
    assert len(deployment.number()) == 16
    assert Deployment.objects.count() == 1


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        ({"PRAGMA synchronous": 1}, "synchronous = 1"),
        ({"PRAGMA synchronous": 2, "PRAGMA secure_delete": 0}, "secure_delete"),
    ],
)
@pytest.mark.sqlite
def test_a_database_that_may_lose_or_keep_is_refused(monkeypatch, answers, message):
    monkeypatch.setattr(durability, "_asked", answers.get)
    with pytest.raises(durability.NotDurableError, match=message):
        durability.check()


@pytest.mark.postgresql
def test_a_server_that_answers_before_its_disk_is_refused(monkeypatch):
    durability.check()
    monkeypatch.setattr(durability, "_asked", {"SHOW synchronous_commit": "off"}.get)
    with pytest.raises(durability.NotDurableError, match="synchronous_commit"):
        durability.check()


def test_this_database_keeps_what_it_acknowledges():
    durability.check()


def test_no_room_is_opened_where_the_database_may_lose(monkeypatch):
    monkeypatch.setattr(starting, "_checked", False)
    monkeypatch.setattr(durability, "check", _lossy)
    answer = Client().get("/r/d")
    assert (answer.status_code, answer.json()) == (503, {"class": "busy"})
    with pytest.raises(durability.NotDurableError):
        starting.at_start()


def _lossy() -> None:
    raise durability.NotDurableError("lossy")
