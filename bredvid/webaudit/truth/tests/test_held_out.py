"""The blocks held out are whole, apart from the others, and enough to measure by. Nothing here judges them."""

import re

from bredvid.webaudit.shapes import State
from bredvid.webaudit.truth.evaluating import held_out_truth
from bredvid.webaudit.truth.examples import HELD_OUT, examples
from bredvid.webaudit.truth.reading import LABELLED

BLOCKS = examples(HELD_OUT)
STATES = held_out_truth(BLOCKS).states
MEASURED = ("W1", "W2", "W3", "W6", "W7")
HOST = re.compile(r"(?:[a-z0-9-]+\.)*exempelkommun\.test")
FICTION = re.compile(r"08-465 004 \d\d|031-390 06 \d\d|040-628 04 \d\d|0980-319 2\d\d|070-174 06 \d\d")
"""The series that are kept free of subscribers for fiction."""
PUBLIC = re.compile(r"020-50 50 50")
NUMBER = re.compile(r"\b0\d{1,3}-\d{2,3}(?: \d{2,3})+")


def test_three_in_four_are_plain_text_and_the_rest_has_its_source():
    assert sum(bool(block.text) for block in BLOCKS) >= 120
    assert sum(bool(block.html) for block in BLOCKS) >= 40


def test_none_of_them_is_in_the_development_set():
    developed = examples()
    assert not {block.id for block in BLOCKS} & {block.id for block in developed}
    assert not {block.text or block.html for block in BLOCKS} & {block.text or block.html for block in developed}


def test_every_block_and_every_cell_is_labelled_once():
    assert STATES.keys() == {block.id for block in BLOCKS}
    assert all(tuple(row) == LABELLED for row in STATES.values())
    assert held_out_truth(BLOCKS).unsettled == 0


def test_each_measured_indicator_has_enough_that_is_found_and_that_is_not():
    for indicator in MEASURED:
        found = sum(row[indicator] is State.FOUND for row in STATES.values())
        assert found >= 35, indicator
        assert len(BLOCKS) - found >= 60, indicator


def test_labels_follow_what_the_rules_tie_together():
    for block, row in STATES.items():
        relevant = State.FOUND in (row["W1"], row["W2"])
        assert (row["W12"] is State.UNCLEAR) == (not relevant), block
        assert relevant or row["W4"] is row["W5"] is State.UNCLEAR, block
        assert relevant or row["W8"] is (State.UNCLEAR if State.UNCLEAR in (row["W1"], row["W2"]) else State.NOT_FOUND)


def test_hosts_and_telephone_numbers_are_invented():
    for block in BLOCKS:
        assert HOST.fullmatch(block.url.split("/")[2]), block.id
        for number in NUMBER.findall(block.text + block.html):
            assert FICTION.fullmatch(number) or PUBLIC.fullmatch(number), (block.id, number)
