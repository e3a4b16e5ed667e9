"""What her page asks for: each answer, and each refusal by its class."""

import json

import pytest
from django.urls import Resolver404, resolve

from bredvid.room.hers.tests.asking import ask, challenged, header_of, opened, opening
from bredvid.room.models import Answered, Entry, Room
from bredvid.room.protocol.encoding import from_text, to_text
from bredvid.room.storing import limits
from bredvid.room.storing.tests.makers import identity, key, memory, open_desks
from bredvid.room.tests.people import Chance, somebody

pytestmark = pytest.mark.django_db


def test_she_opens_writes_reads_and_destroys():
    desk = somebody(Chance("desk"))
    open_desks(desk)
    room = opened("a", desk)
    assert set(room.answer.members) == {"token", "head", "week"}
    answer = room.append(1, room.more(), memory=to_text(memory("new")))
    assert answer.members == {"head": {"seq": 3, "hash": to_text(room.made.room.state.head)}}
    read = ask("e/0", header=room.header).members
    assert read["entries"] == [to_text(each) for each in room.made.room.log]
    assert read["head"] == answer.members["head"]
    assert read["week"] == room.answer.members["week"]
    assert ask("e/3", header=room.header).members["entries"] == read["entries"][3:]
    assert ask("m", {"memory": to_text(memory())}, header=room.header).members == {}
    assert set(ask("v", {"days": 365}, header=room.header).members) == {"week"}
    assert ask("x", {}, header=room.header).members == {}
    assert not Room.objects.exists()
    assert ask("x", {}, header=room.header).members == {}  # again does no harm


def test_who_may_be_written_to_is_the_same_for_everybody():
    desk = somebody(Chance("desk"))
    open_desks(desk)
    answer = ask("d")
    assert answer.members == {
        "desks": [
            {
                "name": desk.name, "author": to_text(desk.author), "recipient": to_text(desk.member.recipient),
                "open_now": True, "next_open": "",
            }
        ]
    }  # fmt: skip
    assert ask("d", header=opened("a").header).bytes == answer.bytes


def test_every_answer_sets_no_cookie_and_is_kept_by_nobody():
    room = opened("a")
    for answer in (room.answer, ask("e/0", header=room.header), ask("d"), ask("e", {}), ask("x", method="GET")):
        assert answer.headers["Cache-Control"] == "no-store"
        assert "Set-Cookie" not in answer.headers
        assert "Content-Encoding" not in answer.headers
        assert "sessionid" not in str(answer.headers)
        assert answer.headers["Content-Type"] == "application/json"


def test_sent_again_opening_makes_nothing_and_lets_her_in_again():
    made, sent = opening("a")
    one, again = ask("o", sent), ask("o", sent | challenged(made))
    assert one.status == again.status == 200
    assert {**one.members, "token": ""} == {**again.members, "token": ""}
    assert Room.objects.count() == Answered.objects.count() == 1
    assert ask("e/0", header=header_of(made.new.room, again.members["token"])).status == 200


def test_an_answered_challenge_opens_nothing_else():
    _, sent = opening("a")
    one, again = ask("o", sent), ask("o", sent)  # the answer was lost on its way
    assert {**one.members, "token": ""} == {**again.members, "token": ""}
    other = ask("o", sent | {"days": 30})
    assert (other.status, other.members) == (409, {"class": "conflict"})
    ask("x", {}, header=header_of(from_text(sent["room"]), one.members["token"]))
    gone = ask("o", sent)
    assert (gone.status, gone.members, Room.objects.count()) == (403, {"class": "refused"}, 0)


@pytest.mark.parametrize(
    ("change", "status", "outcome"),
    [
        ({"q": to_text(bytes(32))}, 400, "bad-proof"),
        ({"nonce": to_text(bytes(21))}, 400, "old-nonce"),
        ({"proof": to_text(bytes(128))}, 400, "bad-proof"),
        ({"locator": to_text(bytes(32))}, 403, "refused"),
        ({"expires": 1}, 403, "refused"),
        ({"signature": to_text(bytes(64))}, 403, "refused"),
        ({"challenge": to_text(bytes(32))}, 403, "refused"),
        ({"sign_in": to_text(bytes(32))}, 400, "bad-signature"),
        ({"room": to_text(bytes(16))}, 400, "wrong-place"),
        ({"identity": to_text(memory())}, 400, "bad-size"),
        ({"memory": to_text(identity())}, 400, "bad-size"),
        ({"memory": to_text(memory()) + "="}, 400, "not-canonical"),
        ({"days": 31}, 400, "not-canonical"),
        ({"days": 30.0}, 400, "not-canonical"),
        ({"days": True}, 400, "not-canonical"),
        ({"key": to_text(bytes(15))}, 400, "not-canonical"),
        ({"entries": []}, 400, "not-canonical"),
        ({"entries": ["AA"] * 5}, 413, "too-large"),
        ({"entries": ["AA"]}, 400, "cut-short"),
        ({"more": 1}, 400, "not-canonical"),
    ],
)
def test_opening_with_something_else_is_refused_by_its_class_and_makes_nothing(change, status, outcome):
    _, sent = opening("a")
    answer = ask("o", sent | change)
    assert (answer.status, answer.members) == (status, {"class": outcome})
    assert not Room.objects.exists()


def test_her_signature_for_another_site_opens_nothing():
    made, sent = opening("a")
    assert ask("o", sent | challenged(made, "https://elsewhere.example")).status == 403


@pytest.mark.parametrize("raw", [
    b"", b"{}", b"[]", b"null", b"\xff", b'{"days": 30, "days": 30}', b'{"days": NaN}', b'{"days": 1e400}',
    b'{"days": ' + b"9" * 5000 + b"}", b"[" * 8000, b'{"days": [[[[30]]]]}', b'{"days": "30"}',
])  # fmt: skip
def test_what_is_no_body_of_ours_is_not_canonical(raw):
    room = opened("a")
    answer = ask("v", raw=raw, header=room.header, method="POST")
    assert (answer.status, answer.members) == (400, {"class": "not-canonical"})


def test_a_body_that_is_too_large_is_not_read():
    room = opened("a")
    assert ask("v", {"days": "3" * 9000}, header=room.header).members == {"class": "too-large"}
    assert ask("e", raw=b" " * 600_000, header=room.header).status == 413


def test_a_foreign_room_one_that_never_was_and_one_destroyed_are_the_same_bytes():
    mine, other, gone = opened("a"), opened("b"), opened("c")
    ask("x", {}, header=gone.header)
    token = mine.header.rpartition(".")[2]
    headers = [
        header_of(other.made.new.room, token), header_of(bytes(16), token), gone.header, "", "Room x", "Bearer x",
        f"Room {to_text(mine.made.new.room)}.{to_text(bytes(40))}", mine.header + "A",
    ]  # fmt: skip
    batch = {"key": to_text(key(1)), "entries": [mine.more()]}
    for path, sent in (("e/0", None), ("e", batch), ("m", {"memory": to_text(memory())}), ("v", {"days": 30})):
        answers = {_seen(ask(path, sent, header=header)) for header in headers}
        assert len(answers) == 1
        assert answers.pop()[:2] == (403, b'{"class":"refused"}')
    assert ask("e/0", header=mine.header).status == 200


def _seen(answer):
    return answer.status, answer.bytes, json.dumps(dict(answer.headers), sort_keys=True)


def test_the_same_key_gets_the_same_answer_and_other_bytes_are_a_conflict():
    room = opened("a")
    entry = room.more()
    one = room.append(1, entry)
    assert room.append(1, entry).bytes == one.bytes
    assert (room.append(1, entry, memory=to_text(memory())).status, Entry.objects.count()) == (409, 2)
    late = room.append(2, entry)
    assert (late.status, late.members) == (409, {"class": "conflict", "head": one.members["head"]})


def test_a_day_and_an_author_have_an_end(monkeypatch):
    monkeypatch.setattr(limits, "ENTRIES_A_DAY", 2)
    room = opened("a")
    assert room.append(1, room.more()).status == 200
    assert (room.append(2, room.more()).status, Entry.objects.count()) == (429, 2)
    assert opened("b").answer.status == 200


@pytest.mark.parametrize("path", ["q", "e/x", "e/-1", "", "o/", "e/0/"])
def test_other_addresses_are_none(path):
    with pytest.raises(Resolver404):
        resolve(f"/r/{path}")


def test_a_far_number_has_no_entries():
    room = opened("a")
    assert ask(f"e/{10**30}", header=room.header).members["entries"] == []
