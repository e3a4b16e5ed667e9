"""Setting a desk up, joining it, letting colleagues in and taking keys away."""

from datetime import timedelta

import pytest

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.room.desk import reads, seals
from bredvid.room.desk.tests.makers import ask, handed_to, identity_of, lock, secret, shelter, text, with_desk
from bredvid.room.models import Desk, Holder, Lock
from bredvid.room.storing import clock

pytestmark = pytest.mark.django_db


def set_up_by(made, **changes):
    recipient = seals.recipient(secret("identity"))
    desk = {"author": text(made.keys.author), "recipient": text(made.keys.recipient),
            "handed": text(made.keys.handed_to(recipient))} | changes  # fmt: skip
    body = {"recipient": text(recipient), "lock": lock(), "desk": desk}
    return ask(made.client(), "set-up", body=body)


def test_a_coordinator_sets_the_desk_up_and_holds_its_key():
    made = shelter("lyktan", "coordinator")
    assert set_up_by(made).json() == {}
    # What is kept opens with her key alone, and the log says that it was done
    assert seals.organisation_from(handed_to(made.staff[0]), secret("identity")) == made.keys
    assert seals.unlocked(bytes(Lock.objects.get().wrapped), secret("wrap")) == secret("identity")
    assert list(ActivityEntry.objects.values_list("action", "subject")) == [("desk.manage", "desk/lyktan")]


def test_a_desk_is_set_up_once():
    made = with_desk()
    author = Desk.objects.get().author
    assert set_up_by(made).json() == {"class": "exists"}
    assert Desk.objects.get().author == author


@pytest.mark.parametrize(
    "wrong",
    [
        {"author": text(bytes(32))}, {"handed": text(b"in clear words")}, {"handed": text(bytes(712))},
        {"author": "å"}, {"recipient": text(bytes(31))}, {"more": "x"},
    ],
)  # fmt: skip
def test_what_is_no_key_or_not_sealed_is_refused(wrong):
    made = shelter("lyktan", "coordinator")
    assert set_up_by(made, **wrong).status_code == 400
    assert not Desk.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [{"way": "pin"}, {"way": 1}, {"wrapped": text(bytes(712))}, {"credential": text(b"x")}, {"salt": text(bytes(15))}],
)
def test_a_lock_that_is_none_is_refused(wrong):
    made = with_desk()
    client = signed_in_client(staff=made.hires())
    answer = ask(client, "join", body={"recipient": text(secret("r")), "lock": lock() | wrong})
    assert answer.status_code == 400
    assert not Lock.objects.exists()


@pytest.mark.parametrize("body", ["", "[]", "{", '{"lock": {}}', "[" * 100_000, '"x"'])
def test_a_body_that_is_none_of_ours_is_refused(body):
    client = with_desk().client()
    answer = client.post("/personal/rum/api/nyckel/", body, content_type="application/json")
    assert (answer.status_code, answer.json()) == (400, {"class": "not-canonical"})


def test_a_colleague_makes_her_key_and_a_holder_lets_her_in():
    # Given a colleague who has made her own key
    made = with_desk()
    new = made.hires(name="Ny")
    client = signed_in_client(staff=new)
    mine = seals.recipient(identity_of(new))
    assert ask(client, "join", body={"recipient": text(mine), "lock": lock()}).json() == {}
    assert ask(client, "state").json()["me"]["handed"] is None
    # When a holder seals the organisation's key to her
    number = Holder.objects.get(staff=new).pk
    body = {"recipient": text(mine), "handed": text(made.keys.handed_to(mine))}
    assert ask(made.client(1), "let-in", number, body=body).json() == {}
    # Then she holds it
    assert seals.organisation_from(handed_to(new), identity_of(new)) == made.keys


def test_who_was_not_let_in_can_let_nobody_in():
    made = with_desk()
    new = made.hires()
    client = signed_in_client(staff=new)
    mine = seals.recipient(identity_of(new))
    ask(client, "join", body={"recipient": text(mine), "lock": lock()})
    number = Holder.objects.get(staff=new).pk
    body = {"recipient": text(mine), "handed": text(made.keys.handed_to(mine))}
    assert ask(client, "let-in", number, body=body).status_code == 403
    assert Holder.objects.get(staff=new).organisation is None


def test_a_key_that_was_changed_meanwhile_is_not_handed_to():
    # Given a holder who compared numbers, and a colleague who began again before she pressed
    made = with_desk()
    new = made.hires()
    client = signed_in_client(staff=new)
    first, second = seals.recipient(secret("1")), seals.recipient(secret("2"))
    ask(client, "join", body={"recipient": text(first), "lock": lock()})
    ask(client, "join", body={"recipient": text(second), "lock": lock()})
    number = Holder.objects.get(staff=new).pk
    body = {"recipient": text(first), "handed": text(made.keys.handed_to(first))}
    assert ask(made.client(), "let-in", number, body=body).json() == {"class": "changed"}
    assert Holder.objects.get(staff=new).organisation is None


def test_who_holds_the_key_does_not_lose_it_by_joining_again():
    made = with_desk()
    answer = ask(made.client(1), "join", body={"recipient": text(secret("r")), "lock": lock()})
    assert answer.json() == {"class": "exists"}
    assert Holder.objects.filter(organisation__isnull=False).count() == 2


def test_a_new_phrase_takes_the_old_ones_place_and_passkeys_are_beside_it():
    made = with_desk()
    for way in ("phrase", "phrase", "passkey", "passkey"):
        assert ask(made.client(), "add-lock", body={"lock": lock(way)}).json() == {}
    assert sorted(Lock.objects.values_list("way", flat=True)) == ["passkey", "passkey", "phrase"]


def test_the_last_key_is_not_taken_away():
    made = with_desk("lyktan", "coordinator", "worker")
    first, second = Holder.objects.order_by("pk")
    assert ask(made.client(), "take-away", second.pk, body={}).json() == {}
    assert ask(made.client(), "take-away", first.pk, body={}).json() == {"class": "last"}
    assert list(Holder.objects.all()) == [first]


def test_she_may_choose_a_desk_that_two_hold_and_one_has_opened_lately(monkeypatch):
    made = with_desk()
    today = clock.today()
    assert [each.desk.pk for each in reads.open_desks()] == [made.desk.pk]
    # Fourteen days later it still is, and on the fifteenth it is not
    for days, there in ((14, 1), (15, 0)):
        monkeypatch.setattr(clock, "today", lambda days=days: today + timedelta(days=days))
        assert len(reads.open_desks()) == there
    # One opens hers, and it is there again
    ask(made.client(1), "unlocked", body={})
    assert len(reads.open_desks()) == 1
    # With one holder only it is not
    Holder.objects.earliest("pk").delete()
    assert reads.open_desks() == []


def test_a_closed_account_holds_nothing_up():
    made = with_desk()
    made.staff[0].is_active = False
    made.staff[0].save()
    assert reads.open_desks() == []


def test_unlocking_without_the_key_is_not_written_down():
    made = with_desk()
    new = made.hires()
    client = signed_in_client(staff=new)
    ask(client, "join", body={"recipient": text(secret("r")), "lock": lock()})
    ask(client, "unlocked", body={})
    assert Holder.objects.get(staff=new).unlocked is None
