"""Frames are read whole or not at all, and say which one is wrong."""

import pytest

from bredvid.webaudit.judging.scan import OPENINGS
from bredvid.webaudit.lexicon import current
from bredvid.webaudit.lexicon.framing import frames

WHOLE = """
[[frame]]
id = "frame.one"
group = "form"
form = "images"
lemma = "bilder och pengar"
opens = "element_image"
together = ["element_paid"]
source = "young"
date = "2026-11-23"
"""
GROUPS = ("form", "element_image", "element_paid")


def test_a_frame_counts_as_a_term_of_its_group(tmp_path):
    (tmp_path / "frames.toml").write_text(WHOLE, "utf-8")
    (frame,) = frames(tmp_path, GROUPS)
    assert (frame.term.group, frame.term.form, frame.opens, frame.together) == (
        *("form", "images", "element_image"),
        ("element_paid",),
    )


def test_a_lexicon_without_frames_has_none(tmp_path):
    assert frames(tmp_path, GROUPS) == ()


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('source = "young"\n', ""), "frame.one: lacks source"),
        (('"element_paid"', '"element_payd"'), "unknown group element_payd"),
        (("together", "with"), "unknown field with"),
    ],
)
def test_what_is_wrong_is_said_with_the_frame(tmp_path, change, told):
    (tmp_path / "frames.toml").write_text(WHOLE.replace(*change), "utf-8")
    with pytest.raises(ValueError, match=told):
        frames(tmp_path, GROUPS)


def test_what_a_page_is_asked_for_is_looked_for_all_over_it():
    assert {group for frame in current().frames for group in frame.on_page} <= OPENINGS


def test_elements_are_used():
    lexicon = current()
    used = {group for frame in lexicon.frames for group in (frame.opens, *frame.together, *frame.beside, *frame.never)}
    assert {name for name, group in lexicon.groups.items() if group.element} <= used
