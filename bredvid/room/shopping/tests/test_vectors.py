"""The files of vectors are those that the generator makes, and the code does what they say."""

import json

import pytest

from bredvid.room.protocol.outcomes import Outcome
from bredvid.room.shopping.loading import shopping_list
from bredvid.room.shopping.reading import Answer, Problem, Reader
from bredvid.room.shopping.vectors import FOLDER, all_files

FILES = {name: json.loads((FOLDER / name).read_text("utf-8"))["vectors"] for name in ("code.json", "list.json")}


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_what_the_generator_makes(name):
    assert (FOLDER / name).read_text("utf-8") == all_files()[name]


@pytest.mark.parametrize("name", FILES)
def test_names_differ_and_outcomes_are_known(name):
    names = [vector["name"] for vector in FILES[name]]
    assert len(names) == len(set(names))
    assert {vector["expect"] for vector in FILES[name]} <= set(Outcome)


def test_codes_show_every_outcome_of_their_section():
    assert {vector["expect"] for vector in FILES["code.json"]} == {
        "success", "not-canonical", "unknown-version", "too-large"
    }  # fmt: skip
    assert {vector["kind"] for vector in FILES["code.json"]} == {"encode", "decode", "word", "draw"}


def test_lines_show_every_answer_and_problem():
    lines = FILES["list.json"]
    assert {piece["answer"] for vector in lines for piece in vector["pieces"]} == set(Answer)
    assert {problem for vector in lines for problem in vector["problems"]} == set(Problem)


def test_a_text_within_one_edit_of_two_items_is_unknown():
    assert Reader(shopping_list()).piece("baron").answer is Answer.UNKNOWN


def words_that_are_the_same(*names):
    return {vector.get("word") for vector in FILES["code.json"] if vector["name"] in names}


def test_the_same_word_typed_in_several_ways_is_one():
    assert len(words_that_are_the_same("word-nfc", "word-nfd")) == 1
    assert len(words_that_are_the_same("word-plain", "word-capitals", "word-full-width", "word-outer-blanks")) == 1
    assert len(words_that_are_the_same("word-sharp-s", "word-capital-sharp-s", "word-double-s")) == 1
    assert len(words_that_are_the_same("word-nfc", "word-accents-stay")) == 2
