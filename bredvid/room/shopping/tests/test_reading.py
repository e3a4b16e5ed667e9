"""What is typed is read as what was meant, whatever its case, order and amounts; a near miss is asked about."""

import string

import pytest
from hypothesis import given, strategies as st

from bredvid.room.shopping.distance import Neighbours, distance, shortened, within_one
from bredvid.room.shopping.folding import fold
from bredvid.room.shopping.loading import shopping_list
from bredvid.room.shopping.reading import Answer, Problem, Reader

THE_LIST = shopping_list()
READER = Reader(THE_LIST)
ITEMS = st.sampled_from(THE_LIST.items)
FORMS = ITEMS.flatmap(lambda item: st.tuples(st.just(item.index), st.sampled_from(list(item.all_forms()))))
CASES = st.sampled_from([str, str.upper, str.title, str.capitalize, str.swapcase])
BEFORE = st.sampled_from(
    ["", "2 ", "2 l ", "500g ", "ett paket ", "två påsar ", "a dozen ", "3 cans of ", "1,5 kg ", "- ", "2 x 5 st "]
)
AFTER = st.sampled_from(["", " 2 l", " 500g", " x2", " x 3", " (3 st)", " 1,5 kg", "!", " 2 paket"])
WORDS = st.text(alphabet="abc", max_size=6)


@given(FORMS, CASES, BEFORE, AFTER)
def test_a_form_is_its_item_in_any_case_and_with_any_amount(form, case, before, after):
    index, text = form
    pieces = READER.pieces(before + case(text) + after)
    assert [(piece.answer, piece.item) for piece in pieces] == [(Answer.ITEM, index)]


@given(
    st.lists(FORMS, min_size=9, max_size=12, unique_by=lambda form: form[0]),
    st.sampled_from(["\n", ", ", "\r\n", " och "]),
)
def test_a_list_is_read_in_any_order_and_with_any_mark_between(forms, mark):
    reading = READER.read(mark.join(text for _index, text in forms))
    assert reading.items == tuple(sorted(index for index, _text in forms))
    assert reading.problems == ()


@given(FORMS, st.data())
def test_a_slip_is_a_question_or_unknown_but_never_another_item(form, data):
    index, text = form
    folded = fold(text)
    at = data.draw(st.integers(0, len(folded) - 1))
    sign = data.draw(st.sampled_from(string.ascii_lowercase))
    slip = data.draw(
        st.sampled_from(
            [folded[:at] + sign + folded[at:], folded[:at] + folded[at + 1 :], folded[:at] + sign + folded[at + 1 :]]
        )
    )
    for piece in READER.pieces(slip):
        assert piece.answer is not Answer.ITEM or piece.item == index
        assert piece.answer is not Answer.QUESTION or piece.item == index


@given(st.text(max_size=60))
def test_any_text_is_read_without_an_error(text):
    reading = READER.read(text)
    assert Problem.TOO_FEW in reading.problems or len(reading.items) >= 9
    assert list(reading.items) == sorted(set(reading.items))


@given(st.text(max_size=40))
def test_folding_leaves_letters_digits_and_single_spaces(text):
    folded = fold(text)
    assert folded == " ".join(folded.split())
    assert all(sign.isalnum() or sign == " " for sign in folded)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Crème-Fraîche 2dl", "creme fraiche 2 dl"),
        ("ÅÄÖ åäö É é", "aao aao e e"),
        ("Sm\u00f6r", "smor"),
        ("Smo\u0308r", "smor"),
        ("kid’s", "kids"),
        ("STRAẞE", "strasse"),
        ("x2", "x 2"),
        ("  ", ""),
    ],
)
def test_folding_by_examples(text, folded):
    assert fold(text) == folded


def plain_distance(one, other):
    """The definition, written as the recursion it is."""
    if not one or not other:
        return len(one) + len(other)
    ways = [
        plain_distance(one[:-1], other) + 1,
        plain_distance(one, other[:-1]) + 1,
        plain_distance(one[:-1], other[:-1]) + (one[-1] != other[-1]),
    ]
    if len(one) > 1 and len(other) > 1 and one[-2:] == other[-2:][::-1]:
        ways.append(plain_distance(one[:-2], other[:-2]) + 1)
    return min(ways)


@given(st.text(alphabet="abc", max_size=5), st.text(alphabet="abc", max_size=5))
def test_the_distance_is_that_of_its_definition(one, other):
    assert distance(one, other) == plain_distance(one, other)


@given(WORDS, WORDS)
def test_within_one_is_a_distance_of_at_most_one(one, other):
    assert within_one(one, other) == (distance(one, other) <= 1)


@given(WORDS, WORDS)
def test_forms_within_one_edit_share_a_shortened_one(one, other):
    if distance(one, other) <= 1:
        assert set(shortened(one)) & set(shortened(other))


@given(st.sets(WORDS, max_size=8), WORDS)
def test_neighbours_are_found_as_by_comparing_with_all(forms, text):
    assert Neighbours(forms).of(text) == {form for form in forms if distance(form, text) <= 1}
