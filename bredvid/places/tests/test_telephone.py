"""A number is found in a text however it is written, and nothing else is taken for it."""

import pytest
from hypothesis import given, strategies as st

from bredvid.places.telephone import digits, pattern

LONG = "020-50 50 50"
SEPARATORS = st.sampled_from(["", " ", "-", "\u00a0", "–", " - ", ".", "/"])


@st.composite
def another_way_of_writing(draw) -> str:
    number = digits(LONG)
    start = draw(st.sampled_from(["0", "+46", "+46 ", "0046", "+46 (0)"]))
    rest: list[str] = [draw(SEPARATORS) + digit for digit in number[1:]]
    return f"{start}{''.join(rest)}"


@given(another_way_of_writing())
def test_a_long_number_is_found_however_it_is_written(text):
    assert pattern(LONG).search(f"Ring {text} nu")


@given(st.from_regex(r"[0-9]{1,4}", fullmatch=True))
def test_a_longer_number_that_holds_it_is_another_number(extra):
    assert not pattern(LONG).search(f"{extra}020505050{extra}")


@pytest.mark.parametrize("text", ["114 14", "11414", "114-14", "Ring 114 14."])
def test_a_short_number_is_found_in_its_groups(text):
    assert pattern("114 14").search(text)


@pytest.mark.parametrize("text", ["1 1 4 1 4", "114 140", "0114 14", "3.114 14"])
def test_a_short_number_is_not_seen_in_other_numbers(text):
    assert not pattern("114 14").search(text)


@pytest.mark.parametrize("text", ["021-112 33 44", "1,112", "1 112", "112.5", "1125", "#112", "112-114"])
def test_112_is_not_seen_in_other_numbers(text):
    assert not pattern("112").search(text)


@pytest.mark.parametrize("text", ["Ring 112.", "112, alltid", "tel:112", "(112)"])
def test_112_is_found_in_a_sentence(text):
    assert pattern("112").search(text)


@pytest.mark.parametrize("phone", ["", "ring oss", "020/505050", "+46 20 50 50 50", " 112"])
def test_what_is_not_printed_as_a_swedish_number_is_refused(phone):
    with pytest.raises(ValueError, match="should be a telephone number"):
        digits(phone)
