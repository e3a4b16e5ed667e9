"""A challenge is answered once, by whom it was given to, in time; a token opens one room for half an hour."""

import os
import signal
from multiprocessing import get_context

import pytest
from hypothesis import given, strategies as st

from bredvid.room.admission.challenges import HOLDS, STAYS, Issuer
from bredvid.room.admission.spent import MARK, Spent
from bredvid.room.protocol.outcomes import Outcome, Rejected

NOW = 1_800_000_000
LOCATOR, ROOM = b"l" * 32, b"r" * 16
ISSUER = Issuer(b"k" * 32)


@pytest.fixture
def spent():
    made = Spent(64)
    yield made
    made.close()


def refused(call, *words):
    with pytest.raises(Rejected) as caught:
        call(*words)
    return caught.value.outcome is Outcome.REFUSED


def test_a_challenge_holds_for_its_locator_and_its_two_minutes():
    nonce, expires = ISSUER.challenge(LOCATOR, NOW)
    assert len(nonce) == 32
    assert expires == NOW + HOLDS
    ISSUER.check_challenge(LOCATOR, nonce, expires, NOW)
    ISSUER.check_challenge(LOCATOR, nonce, expires, expires)
    assert refused(ISSUER.check_challenge, LOCATOR, nonce, expires, expires + 1)
    assert refused(ISSUER.check_challenge, b"m" * 32, nonce, expires, NOW)
    assert refused(ISSUER.check_challenge, LOCATOR, nonce, expires + 60, NOW)
    assert refused(Issuer(b"j" * 32).check_challenge, LOCATOR, nonce, expires, NOW)


@given(st.binary(max_size=80), st.integers(-10, 1 << 70))
def test_nothing_else_is_taken_for_a_challenge_or_a_token(data, expires):
    assert refused(ISSUER.check_challenge, LOCATOR, data, expires, NOW)
    assert refused(ISSUER.check_token, ROOM, data, NOW)


def test_a_token_opens_one_room_for_half_an_hour_and_is_no_challenge():
    token = ISSUER.token(ROOM, NOW)
    ISSUER.check_token(ROOM, token, NOW + STAYS)
    assert refused(ISSUER.check_token, ROOM, token, NOW + STAYS + 1)
    assert refused(ISSUER.check_token, b"s" * 16, token, NOW)
    for at in range(len(token)):
        assert refused(ISSUER.check_token, ROOM, token[:at] + bytes([token[at] ^ 1]) + token[at + 1 :], NOW)
    assert refused(ISSUER.check_challenge, ROOM, token[:16] + token[24:], NOW + STAYS, NOW)


def test_an_answer_is_taken_once(spent):
    nonces = [os.urandom(32) for _ in range(64)]
    assert all(spent.take(nonce) for nonce in nonces)
    assert not any(spent.take(nonce) for nonce in nonces)


def test_the_oldest_makes_room(spent):
    nonces = [os.urandom(32) for _ in range(65)]
    assert all(spent.take(nonce) for nonce in nonces)
    assert not any(spent.take(nonce) for nonce in nonces[1:])
    assert spent.take(nonces[0])


def test_a_mark_across_two_others_is_none(spent):
    spent._memory[8 + 8 : 8 + 8 + MARK] = b"across two marks"
    assert not spent._holds(b"across two marks")
    spent._memory[8 + 2 * MARK : 8 + 3 * MARK] = b"across two marks"
    assert spent._holds(b"across two marks")


def take_all(spent, nonces, found):
    found.put(sum(spent.take(nonce) for nonce in nonces))


def test_of_four_processes_that_take_the_same_answer_one_has_it(spent):
    context = get_context("fork")
    nonces, found = [os.urandom(32) for _ in range(50)], context.Queue()
    children = [context.Process(target=take_all, args=(spent, nonces, found)) for _ in range(4)]
    for child in children:
        child.start()
    assert sum(found.get(timeout=30) for _ in children) == 50
    for child in children:
        child.join()


def hold(spent, ready):
    with spent._lock.held():
        ready.put(True)
        signal.pause()


def test_a_process_that_is_killed_holds_no_lock(spent):
    context = get_context("fork")
    ready = context.Queue()
    child = context.Process(target=hold, args=(spent, ready))
    child.start()
    assert ready.get(timeout=30)
    child.kill()
    child.join()
    assert spent.take(os.urandom(32))
