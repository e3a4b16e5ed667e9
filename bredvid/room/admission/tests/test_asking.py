"""What anybody may ask: harder under load, alike for all, in JSON alone, and a sign-in is a visit."""

from datetime import timedelta

import pytest
from django.test import Client

from bredvid.room.hers.tests.asking import ORIGIN, ask, opened
from bredvid.room.models import Room
from bredvid.room.protocol import proof, sign_in
from bredvid.room.protocol.encoding import from_text, to_text
from bredvid.room.protocol.sign_in import Challenge
from bredvid.room.storing import clock

pytestmark = pytest.mark.django_db


def told(locator):
    return ask("c", {"locator": to_text(locator)})


def signed(locator, seed):
    given = told(locator).members
    challenge = Challenge(ORIGIN, locator, from_text(given["nonce"]), given["expires"])
    sent = {"locator": to_text(locator), "nonce": given["nonce"], "expires": given["expires"]}
    return sent | {"signature": to_text(sign_in.answer(seed, challenge))}


def test_under_load_everybody_gets_a_harder_nonce_and_one_given_before_still_holds(no_load_from_before, monkeypatch):
    monkeypatch.setattr(proof, "LEAST", 1)
    before = from_text(ask("n").members["nonce"])
    for number in range(1200):
        no_load_from_before.proved(b"nonce", number.to_bytes(32, "big"), clock.now())
    after = from_text(ask("n").members["nonce"])
    assert (before[0], after[0]) == (1, 2)
    for nonce in (before, after):
        sent = {"q": to_text(bytes(32)), "nonce": to_text(nonce), "proof": to_text(proof.solve(nonce, bytes(32)))}
        assert ask("p", sent).status == 200


def test_a_proof_that_does_not_hold_makes_nothing_harder(no_load_from_before):
    nonce = ask("n").members["nonce"]
    assert ask("p", {"q": to_text(bytes(32)), "nonce": nonce, "proof": to_text(b"\xff" * 128)}).status == 400
    assert no_load_from_before.rate(clock.now()) == 0


def test_a_known_and_an_unknown_locator_differ_in_no_header_length_or_question(django_assert_num_queries):
    locators = [opened("a").made.new.locator, *(bytes([number]) * 32 for number in range(5))]
    seen = set()
    for locator in locators:
        with django_assert_num_queries(1):
            answer = told(locator)
        seen.add((answer.status, len(answer.bytes), tuple(sorted(answer.headers.items())), tuple(answer.members)))
    assert len(seen) == 1


def test_an_unknown_locator_and_a_wrong_signature_ask_the_same_of_the_database(django_assert_num_queries):
    made = opened("a").made
    for sent in (signed(made.new.locator, bytes(32)), signed(bytes(32), made.sign_in)):
        with django_assert_num_queries(1):
            answer = ask("s", sent)
        assert (answer.status, answer.bytes) == (403, b'{"class":"refused"}')


def test_a_sign_in_is_a_visit_and_a_refused_one_is_none():
    made = opened("a").made
    long_ago = clock.today() - timedelta(days=20)
    Room.objects.update(visited=long_ago)
    assert ask("s", signed(made.new.locator, bytes(32))).status == 403
    assert Room.objects.get().visited == long_ago
    assert ask("s", signed(made.new.locator, made.sign_in)).status == 200
    assert Room.objects.get().visited == clock.today()


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_what_another_sites_form_can_send_is_refused(kind):
    answer = Client().generic("POST", "/r/c", b'{"locator": "' + to_text(bytes(32)).encode() + b'"}', kind)
    assert (answer.status_code, answer.content) == (400, b'{"class":"not-canonical"}')
