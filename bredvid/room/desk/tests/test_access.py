"""Every address of the desk: two organisations, three roles, strangers. The table is written here independently."""

import pytest
from django.test import Client
from django.urls import reverse

from bredvid.accounts.tests.makers import signed_in_client
from bredvid.room.desk import urls
from bredvid.room.desk.tests.makers import ask, handed_to, text, with_desk, wrote
from bredvid.room.models import Entry, Holder

pytestmark = pytest.mark.django_db(transaction=True)

# Address: method, numbers in it, and who may: W those who answer, C those who manage the desk.
TABLE = {
    "home": ("G", (), "WC"), "hours": ("GP", (), "C"), "state": ("G", (), "WC"), "set-up": ("P", (), "C"),
    "join": ("P", (), "WC"), "add-lock": ("P", (), "WC"), "unlocked": ("P", (), "WC"), "let-in": ("P", (1,), "WC"),
    "take-away": ("P", (1,), "C"), "rooms": ("G", (), "WC"), "append": ("P", (1,), "WC"), "read": ("G", (1, 0), "WC"),
}  # fmt: skip
LETTER = {"worker": "W", "coordinator": "C"}
ROLES = ("worker", "coordinator", "reviewer", "analyst", "administrator")


def status(client: Client, name: str, method: str, numbers: tuple[int, ...]) -> int:
    address = reverse(f"room-desk:{name}", args=numbers)
    return client.get(address).status_code if method == "G" else client.post(address).status_code


def test_the_table_names_every_address():
    assert {pattern.name for pattern in urls.urlpatterns} == set(TABLE)


@pytest.mark.parametrize("role", [*ROLES, "nobody", "worker-without"])
def test_each_is_closed_to_everybody_but_those_who_answer(role):
    # Given somebody of this role at an organisation with a desk
    lyktan = with_desk("lyktan")
    client = Client()
    if role != "nobody":
        client = signed_in_client(role.split("-")[0], second_factor="-" not in role)
        client.staff.organisation = lyktan.organisation
        client.staff.save()
    for name, (methods, numbers, may) in TABLE.items():
        for method in methods:
            # When she asks
            found = status(client, name, method, numbers)
            # Then a stranger is sent to sign in, another role refused, and those who may are let in
            if role not in ROLES:
                assert found == 302, (name, method)
            elif LETTER.get(role, "-") in may:
                assert found not in (302, 403) or name == "add-lock", (name, method, found)
            else:
                assert found == 403, (name, method)


@pytest.mark.parametrize("name", list(TABLE))
def test_a_method_that_is_not_in_the_table_is_refused(name):
    methods, numbers, _ = TABLE[name]
    client = with_desk().client()
    for method in {"G", "P"} - set(methods):
        assert status(client, name, method, numbers) == 405


@pytest.mark.parametrize("role", [0, 1], ids=["coordinator", "worker"])
def test_another_organisations_room_and_none_are_the_same_bytes(role):
    # Given two organisations, and a woman who wrote to one of them
    lyktan, stugan = with_desk("lyktan"), with_desk("stugan")
    hers = lyktan.number_of(wrote("a", lyktan))
    stranger = stugan.client(role)
    batch = {"key": text(bytes(16)), "entries": [text(b"brv1")]}
    # When the other asks for its room, and for one that never was
    for name, numbers, body in [("read", (0,), None), ("append", (), batch)]:
        foreign = ask(stranger, name, hers, *numbers, body=body)
        unknown = ask(stranger, name, hers + 1_000, *numbers, body=body)
        # Then nothing tells them apart
        assert (foreign.status_code, foreign.content) == (unknown.status_code, unknown.content)
        assert dict(foreign.headers) == dict(unknown.headers)
    assert ask(stranger, "rooms").json() == {"rooms": []}
    assert ask(lyktan.client(role), "read", hers, 0).status_code == 200


def test_another_organisations_colleague_and_none_are_the_same_bytes():
    lyktan, stugan = with_desk("lyktan"), with_desk("stugan")
    theirs = Holder.objects.filter(desk=lyktan.desk).earliest("pk")
    body = {"recipient": text(bytes(theirs.recipient)), "handed": text(handed_to(theirs.staff))}
    for name, sent in [("let-in", body), ("take-away", {})]:
        foreign, unknown = (ask(stugan.client(), name, each, body=sent) for each in (theirs.pk, theirs.pk + 1_000))
        assert (foreign.status_code, foreign.content) == (unknown.status_code, unknown.content) == (
            404, b'{"class": "refused"}',
        )  # fmt: skip


def test_a_colleague_without_the_key_sees_no_room():
    # Given a new colleague who has made a key, and has not been let in
    lyktan = with_desk()
    hers = lyktan.number_of(wrote("a", lyktan))
    new = signed_in_client(staff=lyktan.hires())
    # Then she gets neither the list nor a room, and what she is answered is what a room that never was gives
    assert ask(new, "rooms").status_code == 404
    assert ask(new, "read", hers, 0).content == ask(new, "read", hers + 1_000, 0).content
    assert ask(new, "state").json()["me"] is None


def test_she_who_moves_to_another_organisation_leaves_the_key_behind():
    lyktan, stugan = with_desk("lyktan"), with_desk("stugan")
    mover = lyktan.staff[1]
    mover.organisation = stugan.organisation
    mover.save()
    client = signed_in_client(staff=mover)
    assert ask(client, "state").json()["me"] is None
    assert ask(client, "rooms").status_code == 404


def test_without_an_organisation_the_page_says_whom_to_ask():
    answer = signed_in_client("worker").get(reverse("room-desk:home"))
    assert answer.status_code == 403
    assert "hör inte till någon organisation" in answer.content.decode()


def test_nothing_of_the_desk_is_kept_by_a_cache_and_pages_are_asked_for_their_token():
    lyktan = with_desk()
    for name in ("home", "state", "rooms"):
        assert "no-store" in ask(lyktan.client(), name).headers["Cache-Control"]
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(lyktan.staff[0])
    assert ask(strict, "unlocked", body={}).status_code == 403


def test_a_shelter_appends_as_itself_alone():
    # Given a room with two shelters
    lyktan, stugan = with_desk("lyktan"), with_desk("stugan")
    hers = wrote("a", lyktan, stugan)
    entry = hers.room.say(stugan.person, "i deras namn")
    body = {"key": text(bytes(16)), "entries": [text(entry.to_bytes())]}
    # When one sends what the other signed
    answer = ask(lyktan.client(), "append", lyktan.number_of(hers), body=body)
    # Then it is refused, and nothing is written
    assert (answer.status_code, answer.json()) == (400, {"class": "not-a-member"})
    assert Entry.objects.count() == 3
