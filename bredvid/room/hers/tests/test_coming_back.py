"""She comes back: nonce, pepper, challenge, sign-in; and nobody learns whether a room is there."""

import pytest

from bredvid.room.hers.tests.asking import ORIGIN, ask, challenged, header_of, opened
from bredvid.room.protocol import proof, sign_in
from bredvid.room.protocol.encoding import from_text, to_text
from bredvid.room.protocol.labels import derived
from bredvid.room.protocol.sign_in import Challenge

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def light_work(monkeypatch):
    monkeypatch.setattr(proof, "LEAST", 1)


def answered(locator, seed, origin=ORIGIN):
    told = ask("c", {"locator": to_text(locator)}).members
    asked = Challenge(origin, locator, from_text(told["nonce"]), told["expires"])
    sent = {"locator": to_text(locator), "nonce": told["nonce"], "expires": told["expires"]}
    return sent | {"signature": to_text(sign_in.answer(seed, asked))}


def test_her_code_gives_her_room_back():
    room = opened("a")
    nonce = from_text(ask("n").members["nonce"])
    q = bytes(32)
    told = ask("p", {"q": to_text(q), "nonce": to_text(nonce), "proof": to_text(proof.solve(nonce, q))})
    assert len(derived(from_text(told.members["p"]), "locator")) == 32
    made = room.made
    assert ask("c", {"locator": to_text(made.new.locator)}).members["identity"] == to_text(made.new.identity)
    answer = ask("s", answered(made.new.locator, made.sign_in)).members
    assert (answer["room"], answer["memory"]) == (to_text(made.new.room), to_text(made.new.batch.memory))
    assert ask("e/0", header=header_of(made.new.room, answer["token"])).status == 200


def test_p_is_not_given_without_the_work():
    nonce = ask("n").members["nonce"]
    sent = {"q": to_text(bytes(32)), "nonce": nonce, "proof": to_text(b"\xff" * 128)}
    assert ask("p", sent).members == {"class": "bad-proof"}
    assert ask("p", sent | {"nonce": to_text(bytes(21))}).members == {"class": "old-nonce"}


def test_a_room_that_is_not_there_is_answered_alike(django_assert_num_queries):
    made = opened("a").made
    for locator in (made.new.locator, bytes(32)):
        with django_assert_num_queries(1):
            answer = ask("c", {"locator": to_text(locator)})
        assert (answer.status, len(answer.bytes)) == (200, len(ask("c", {"locator": to_text(bytes(32))}).bytes))
    same = [ask("c", {"locator": to_text(bytes(32))}).members["identity"] for _ in range(2)]
    assert same[0] == same[1]


def test_every_wrong_sign_in_is_the_same_bytes():
    made = opened("a").made
    used = answered(made.new.locator, made.sign_in)
    assert ask("s", used).status == 200
    right = answered(made.new.locator, made.sign_in)
    wrong = [
        used, right | {"expires": right["expires"] + 1}, right | {"nonce": to_text(bytes(32))},
        answered(made.new.locator, bytes(32)), answered(bytes(32), made.sign_in),
        answered(bytes(32), bytes(32)),  # the key that is asked where there is no room lets nobody in
        answered(made.new.locator, made.sign_in, "https://elsewhere.example"), right | {"locator": to_text(bytes(32))},
    ]  # fmt: skip
    assert {(answer.status, answer.bytes) for answer in (ask("s", sent) for sent in wrong)} == {
        (403, b'{"class":"refused"}')
    }
    assert challenged(made)["expires"]
