"""Names in addresses, in indexes and as somebody types them."""

import re

import pytest
from hypothesis import given, strategies as st

from bredvid.places.names import alphabetical_key, folded, natural_key, slug, slugs
from bredvid.places.tables import COUNTIES, MUNICIPALITIES, rows_of, shipped_texts

TEXTS = shipped_texts()
COUNTY = {row["code"]: row["short_name"] for row in rows_of(COUNTIES, TEXTS[COUNTIES])}
PAIRS = [(row["name"], COUNTY[row["county_code"]]) for row in rows_of(MUNICIPALITIES, TEXTS[MUNICIPALITIES])]

swedish = st.text("abcdefghijklmnopqrstuvwxyzåäöéü -ABCÅÄÖ", min_size=1).filter(
    lambda text: re.search(r"[a-zA-Z]", text)
)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Upplands Väsby", "upplands-vasby"), ("Åsele", "asele"), ("Malung-Sälen", "malung-salen"), ("Öckerö", "ockero")],
)
def test_a_slug_is_the_name_in_plain_letters(name, expected):
    assert slug(name) == expected


@given(swedish)
def test_a_slug_holds_only_what_an_address_can_hold(name):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug(name))


@given(swedish)
def test_a_slug_of_a_slug_is_itself(name):
    assert slug(slug(name)) == slug(name)


def test_a_name_without_letters_has_no_slug():
    with pytest.raises(ValueError, match="no letter"):
        slug(" - ")


def test_two_names_that_fold_alike_both_get_their_county():
    assert slugs([("Håbo", "Uppsala"), ("Habo", "Jönköping"), ("Ale", "Västra Götaland")]) == {
        "Håbo": "habo-uppsala",
        "Habo": "habo-jonkoping",
        "Ale": "ale",
    }


def test_names_that_not_even_the_county_tells_apart_are_refused():
    with pytest.raises(ValueError, match="cannot be told apart"):
        slugs([("Håbo", "Uppsala"), ("Habo", "Uppsala")])


@given(st.permutations(PAIRS))
def test_the_290_slugs_are_unique_and_do_not_depend_on_the_order(pairs):
    result = slugs(pairs)
    assert len(set(result.values())) == len(PAIRS)
    assert result == slugs(PAIRS)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    assert folded(folded(text)) == folded(text)


@given(swedish)
def test_folding_does_not_see_case(text):
    assert folded(text.upper()) == folded(text.lower())


def test_swedish_letters_come_last_in_their_order():
    assert sorted(["Öland", "Ärla", "Åmål", "Zinkgruvan", "Ale"], key=alphabetical_key) == [
        "Ale",
        "Zinkgruvan",
        "Åmål",
        "Ärla",
        "Öland",
    ]


def test_numbers_in_names_stand_by_their_value():
    names = ["Jouren 2", "Jouren", "2:a jouren", "10:e jouren", "jouren 10", "Åjouren 1", "Jouren 2 B", "Jouren B"]
    assert sorted(names, key=natural_key) == [
        "2:a jouren", "10:e jouren", "Jouren", "Jouren 2", "Jouren 2 B", "jouren 10", "Jouren B", "Åjouren 1"
    ]  # fmt: skip


@given(st.lists(swedish, max_size=6))
def test_without_numbers_it_is_the_alphabet(names):
    assert sorted(names, key=natural_key) == sorted(names, key=alphabetical_key)
