"""The blocks and labels as they are kept: whole, invented, and of every kind that the rules speak of."""

import re

from bredvid.webaudit.shapes import State
from bredvid.webaudit.truth.evaluating import kept_labels, kept_truth
from bredvid.webaudit.truth.examples import examples, part_of
from bredvid.webaudit.truth.false_hits import false_hits
from bredvid.webaudit.truth.reading import LABELLED

BLOCKS = examples()
ALLOWED_HOSTS = re.compile(r"(?:[a-z0-9-]+\.)*[a-z0-9-]+\.(?:test|example)")


def test_there_are_at_least_three_hundred_blocks_of_text_and_of_markup():
    assert len(BLOCKS) >= 300
    assert sum(bool(block.html) for block in BLOCKS) >= 90
    assert sum(bool(block.text) for block in BLOCKS) >= 240


def test_every_block_stands_on_an_invented_host():
    for block in BLOCKS:
        host = block.url.split("/")[2]
        assert ALLOWED_HOSTS.fullmatch(host), block.id


def test_no_two_blocks_say_the_same():
    said = [block.text or block.html for block in BLOCKS]
    assert len(set(said)) == len(said)


def test_every_block_is_labelled_once_at_least():
    first, _ = kept_labels({block.id for block in BLOCKS})
    assert first.keys() == {block.id for block in BLOCKS}


def test_only_two_sets_that_came_later_have_one_labelling_and_all_others_two():
    ids = {block.id for block in BLOCKS}
    first, second = kept_labels(ids)
    assert second is not None
    assert {block[0] for block in first.keys() - second.keys()} == {"u", "d"}


def test_each_measured_indicator_has_blocks_that_are_found_and_many_that_are_not():
    states = kept_truth(BLOCKS).states
    for indicator in ("W1", "W2", "W3", "W6", "W7"):
        found = sum(row[indicator] is State.FOUND for row in states.values() if indicator in row)
        assert found >= 30, indicator
        assert len(BLOCKS) - found >= 100, indicator


def test_labels_follow_what_the_rules_tie_together():
    """W8 and W12 hang on W1 and W2: where neither is found, nothing is relevant and nobody is kept apart."""
    for block, row in kept_labels({block.id for block in BLOCKS})[0].items():
        relevant = State.FOUND in (row["W1"], row["W2"])
        assert (row["W12"] is State.UNCLEAR) == (not relevant), block
        assert relevant or row["W4"] is row["W5"] is State.UNCLEAR, block
        assert relevant or row["W8"] is (State.UNCLEAR if State.UNCLEAR in (row["W1"], row["W2"]) else State.NOT_FOUND)


def test_half_of_the_blocks_is_kept_back():
    kept_back = part_of(BLOCKS, "kept-back")
    assert abs(len(kept_back) - len(BLOCKS) / 2) <= 5
    assert {*part_of(BLOCKS, "open"), *kept_back} == set(BLOCKS)


def test_there_are_sixty_sentences_that_must_give_no_hit_and_every_measured_indicator_has_some():
    sentences = false_hits()
    assert len(sentences) >= 60
    assert {sentence.indicator for sentence in sentences} >= {"W1", "W2", "W3", "W6", "W7"}
    assert {sentence.indicator for sentence in sentences} <= set(LABELLED)
