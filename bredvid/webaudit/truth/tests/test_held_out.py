"""Blocks held out, where there are any, are whole and apart from the others. Nothing here judges them."""

import pytest

from bredvid.webaudit.shapes import State
from bredvid.webaudit.truth.evaluating import held_out_labels, held_out_truth
from bredvid.webaudit.truth.examples import HELD_OUT, examples

MEASURED = ("W1", "W2", "W3", "W6", "W7")


@pytest.fixture(scope="module")
def blocks():
    return examples(HELD_OUT)


def test_none_of_them_is_in_the_development_set(blocks):
    developed = examples()
    assert not {block.id for block in blocks} & {block.id for block in developed}
    assert not {block.text or block.html for block in blocks} & {block.text or block.html for block in developed}


def test_every_block_is_labelled_twice_and_what_differs_in_a_measured_indicator_is_settled(blocks):
    ids = {block.id for block in blocks}
    assert all(labelling.keys() == ids for labelling in held_out_labels(ids))
    states = held_out_truth(blocks).states
    assert states.keys() == ids
    assert all(row.keys() >= set(MEASURED) for row in states.values())


def test_each_measured_indicator_has_enough_that_is_found_and_that_is_not(blocks):
    states = held_out_truth(blocks).states
    for indicator in MEASURED:
        found = sum(row[indicator] is State.FOUND for row in states.values())
        assert found >= 25, indicator
        assert len(blocks) - found >= 60, indicator
