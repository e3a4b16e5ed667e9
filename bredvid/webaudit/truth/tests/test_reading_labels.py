"""Labellings are read whole or not at all, and every fault is told at once."""

import pytest

from bredvid.webaudit.shapes import State
from bredvid.webaudit.truth.examples import BlocksError, examples
from bredvid.webaudit.truth.reading import LABELLED, LabelsError, Settled, blank, joined, labels, settled

IDS = {"t001", "t002"}
WHOLE = '[labels]\nt001 = "f n u  f n u  f n u"\nt002 = "n n n  n n n  n n n"\n'


def written(folder, text, name="labels-b.toml"):
    path = folder / name
    path.write_text(text, "utf-8")
    return path


def test_letters_are_read_in_the_order_of_the_indicators(tmp_path):
    row = labels(written(tmp_path, WHOLE), IDS)["t001"]
    assert row["W1"] is State.FOUND
    assert row["W2"] is State.NOT_FOUND
    assert row["W3"] is State.UNCLEAR
    assert row["W12"] is State.UNCLEAR
    assert tuple(row) == LABELLED


def test_all_faults_are_told_at_once(tmp_path):
    path = written(tmp_path, '[labels]\nt001 = "f n u"\nt003 = "n n n  n n n  n n n"\n')
    with pytest.raises(LabelsError) as error:
        labels(path, IDS)
    told = str(error.value)
    assert "labels-b.toml: t003: no such block" in told
    assert "labels-b.toml: not labelled: t002" in told
    assert "t001: 3 letters, expected 9" in told


def test_another_letter_is_told_with_its_indicator(tmp_path):
    path = written(tmp_path, WHOLE.replace('"f n u ', '"f x u '))
    with pytest.raises(LabelsError, match="t001: W2 is 'x', expected f, n or u"):
        labels(path, IDS)


def test_a_label_that_is_no_text_is_a_fault_and_no_crash(tmp_path):
    path = written(tmp_path, WHOLE.replace('"n n n  n n n  n n n"', "7"))
    with pytest.raises(LabelsError, match="t002: 0 letters"):
        labels(path, IDS)


def test_a_file_that_is_no_toml_is_named(tmp_path):
    with pytest.raises(LabelsError, match=r"labels-b\.toml"):
        labels(written(tmp_path, "[labels"), IDS)


def test_a_blank_labelling_lists_every_block_and_is_not_taken_for_a_label(tmp_path):
    path = written(tmp_path, blank(IDS))
    with pytest.raises(LabelsError) as error:
        labels(path, IDS)
    assert str(error.value).count("'.'") == len(IDS) * len(LABELLED)


def test_nothing_is_settled_where_there_is_no_file(tmp_path):
    assert settled(tmp_path / "settled.toml", IDS) == ()


def test_what_is_settled_needs_a_reason(tmp_path):
    row = '[[settled]]\nid = "t001"\nindicator = "W6"\nstate = "f"\n'
    with pytest.raises(LabelsError, match="row 1: no reason"):
        settled(written(tmp_path, row, "settled.toml"), IDS)
    path = written(tmp_path, row + 'reason = "the rules say so"\n', "settled.toml")
    assert settled(path, IDS) == (Settled("t001", "W6", State.FOUND, "the rules say so"),)


def test_a_block_gives_text_or_markup_and_never_both(tmp_path):
    block = '[[block]]\nid = "t001"\nkind_of_site = "x"\nurl = "https://a.test/"\n'
    for body in ("", 'quote_text = "a"\nquote_html = "<p>a"\n'):
        written(tmp_path, block + body, "blocks.toml")
        with pytest.raises(BlocksError, match="either quote_text or quote_html"):
            examples(tmp_path)


def test_two_blocks_with_one_id_are_refused(tmp_path):
    block = '[[block]]\nid = "t001"\nkind_of_site = "x"\nurl = "https://a.test/"\nquote_text = "a"\n'
    written(tmp_path, block * 2, "blocks.toml")
    with pytest.raises(BlocksError, match="t001: two blocks"):
        examples(tmp_path)


def test_a_field_that_nobody_knows_is_refused(tmp_path):
    block = '[[block]]\nid = "t001"\nkind_of_site = "x"\nurl = "https://a.test/"\nquote_txt = "a"\n'
    written(tmp_path, block, "blocks.toml")
    with pytest.raises(BlocksError, match="no such field: quote_txt"):
        examples(tmp_path)


def test_a_labelling_under_way_may_lack_blocks_but_not_letters(tmp_path):
    path = written(tmp_path, '[labels]\nt001 = "f n u  f n u  f n u"\n')
    assert labels(path, IDS, whole=False).keys() == {"t001"}
    with pytest.raises(LabelsError, match="2 letters"):
        labels(written(tmp_path, '[labels]\nt001 = "f n"\n'), IDS, whole=False)


def test_of_many_missing_blocks_a_dozen_is_named(tmp_path):
    with pytest.raises(LabelsError, match="t011 and 8 more"):
        labels(written(tmp_path, "[labels]\n"), {f"t{number:03}" for number in range(20)})


def test_labellings_that_share_the_blocks_are_joined(tmp_path):
    one = written(tmp_path, '[labels]\nt001 = "f n u  f n u  f n u"\n', "labels-a.toml")
    other = written(tmp_path, '[labels]\nt002 = "n n n  n n n  n n n"\n', "labels-c.toml")
    assert joined([one, other], IDS).keys() == IDS


def test_a_block_that_two_of_them_label_or_none_does_is_a_fault(tmp_path):
    one = written(tmp_path, '[labels]\nt001 = "f n u  f n u  f n u"\n', "labels-a.toml")
    with pytest.raises(LabelsError, match="labelled in another file too: t001"):
        joined([one, one], IDS)
    with pytest.raises(LabelsError, match="not labelled: t002"):
        joined([one], IDS)
