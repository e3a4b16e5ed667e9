"""What a municipality may copy is there for every indicator, in both languages, and can be used as it stands."""

import pytest

from bredvid.webaudit.advice.reading import LANGUAGES, advice
from bredvid.webaudit.shapes import INDICATORS


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_indicator_has_every_text(language):
    found = advice(language)
    assert tuple(found) == INDICATORS
    for each in found.values():
        assert all(text.strip() for text in (each.name, each.asks, each.why, each.do, each.paragraph)), each.indicator


def test_a_language_nobody_wrote_is_english():
    assert advice("fi") == advice("en")


def test_no_paragraph_gives_a_number_that_could_be_wrong():
    for each in advice("sv").values():
        digits = "".join(letter for letter in each.paragraph if letter.isdigit())
        assert digits.replace("112", "").replace("18", "") == "", each.indicator
