"""Blocks held out, where there are any, are whole and apart from the others. Nothing here judges them."""

import pytest

from bredvid.webaudit.shapes import State
from bredvid.webaudit.truth.evaluating import held_out_truth
from bredvid.webaudit.truth.examples import HELD_OUT, examples
from bredvid.webaudit.truth.reading import LABELLED

MEASURED = ("W1", "W2", "W3", "W6", "W7")


@pytest.fixture(scope="module")
def blocks():
    if not any(HELD_OUT.glob("*.toml")):
        pytest.skip("no held-out blocks")
    return examples(HELD_OUT)


def test_none_of_them_is_in_the_development_set(blocks):
    developed = examples()
    assert not {block.id for block in blocks} & {block.id for block in developed}
    assert not {block.text or block.html for block in blocks} & {block.text or block.html for block in developed}


def test_every_block_and_every_cell_is_labelled_once(blocks):
    states = held_out_truth(blocks).states
    assert states.keys() == {block.id for block in blocks}
    assert all(tuple(row) == LABELLED for row in states.values())
    assert held_out_truth(blocks).unsettled == 0


def test_each_measured_indicator_has_enough_that_is_found_and_that_is_not(blocks):
    states = held_out_truth(blocks).states
    for indicator in MEASURED:
        found = sum(row[indicator] is State.FOUND for row in states.values())
        assert found >= 25, indicator
        assert len(blocks) - found >= 60, indicator
