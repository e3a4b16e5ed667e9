"""A word's meaning is worked out once, also when it is that the word is not understood."""

import pytest

from bredvid.sheets import remembering
from bredvid.sheets.faults import NotUnderstood
from bredvid.sheets.remembering import Remembered


def counting():
    asked = []

    def meaning(cell):
        asked.append(cell)
        if cell == "?":
            raise NotUnderstood("no", "write yes")
        return len(str(cell))

    return Remembered(meaning), asked


def test_each_word_is_asked_about_once():
    remembered, asked = counting()
    assert [remembered.of(cell) for cell in ("ja", "nej", "ja")] == [2, 3, 2]
    assert asked == ["ja", "nej"]


def test_what_is_not_understood_is_refused_each_time_and_asked_about_once():
    remembered, asked = counting()
    for _each in range(2):
        with pytest.raises(NotUnderstood):
            remembered.of("?")
    remembered.of("ja")
    assert asked == ["?", "ja"]
    assert list(remembered.understood()) == [("ja", 2)]


def test_of_very_many_words_it_forgets_and_asks_again(monkeypatch):
    monkeypatch.setattr(remembering, "REMEMBERED", 2)
    remembered, asked = counting()
    assert [remembered.of(cell) for cell in ("a", "bb", "ccc", "a")] == [1, 2, 3, 1]
    assert asked == ["a", "bb", "ccc", "a"]
