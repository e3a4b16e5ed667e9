"""Puzzles grow harder by load alone: counted in all processes together, by proofs that hold, once each."""

import os
from multiprocessing import get_context

import pytest
from hypothesis import given, strategies as st

from bredvid.room.admission.load import AT_REST, Load, difficulty
from bredvid.room.protocol import proof

NOW = 1_800_000_000


@pytest.fixture
def load():
    made = Load()
    yield made
    made.close()


def prove(load, times, now=NOW):
    for _ in range(times):
        load.proved(b"nonce", os.urandom(32), now)


@pytest.mark.parametrize(
    ("rate", "bits"),
    [(0, 11), (19.9, 11), (20, 12), (39.9, 12), (40, 13), (80, 14), (159, 14), (160, 15), (1e9, 15)],
)
def test_each_doubling_is_one_bit_more_up_to_the_most(rate, bits):
    assert AT_REST == 10
    assert difficulty(rate) == bits


@given(st.floats(0, 1e12), st.floats(0, 1e12))
def test_more_load_never_makes_it_easier_and_stays_within_bounds(one, other):
    assert proof.LEAST <= difficulty(min(one, other)) <= difficulty(max(one, other)) <= proof.MOST


def test_a_minute_counts_and_what_is_older_does_not(load):
    prove(load, 120)
    assert load.rate(NOW) == load.rate(NOW + 50) == 2
    assert load.rate(NOW + 60) == 0
    prove(load, 60, NOW + 60)  # the place in the ring of those before
    assert load.rate(NOW + 60) == 1


def test_load_makes_it_harder_and_rest_easier_again(load):
    prove(load, 1200)
    assert load.difficulty(NOW) == 12
    assert load.difficulty(NOW + 60) == 11


def test_the_same_proof_again_counts_no_more(load):
    for _ in range(100):
        load.proved(b"nonce", b"q" * 32, NOW)
    assert load.rate(NOW) == pytest.approx(1 / 60)


def test_what_four_processes_count_is_counted_together(load):
    context = get_context("fork")
    children = [context.Process(target=prove, args=(load, 150)) for _ in range(4)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    assert load.rate(NOW) == 10
