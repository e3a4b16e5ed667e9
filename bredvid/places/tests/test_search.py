"""Finding a municipality by typing."""

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from bredvid.places.models import Municipality
from bredvid.places.names import folded
from bredvid.places.reads import municipality_by_slug, search
from bredvid.places.tables import MUNICIPALITIES, rows_of, shipped_texts

NAMES = [row["name"] for row in rows_of(MUNICIPALITIES, shipped_texts()[MUNICIPALITIES])]
within_one_database = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40)


def found(text: str) -> list[str]:
    return [municipality.name for municipality in search(text)]


@within_one_database
@given(name=st.sampled_from(NAMES), case=st.sampled_from([str, str.lower, str.upper, folded]))
def test_a_whole_name_is_found_however_it_is_typed(loaded, name, case):
    assert folded(found(case(name))[0]) == folded(name)


@within_one_database
@given(name=st.sampled_from(NAMES))
def test_a_name_typed_with_its_own_letters_stands_first(loaded, name):
    assert found(f"  {name} ")[0] == name


@within_one_database
@given(name=st.sampled_from(NAMES), length=st.integers(1, 15))
def test_every_beginning_of_a_name_finds_it(loaded, name, length):
    assert name in found(name[:length])


@within_one_database
@given(text=st.text(max_size=20))
def test_any_text_may_be_typed(loaded, text):
    assert len(found(text)) == len(set(found(text))) <= len(NAMES)


def test_habo_finds_both_with_the_one_typed_first(loaded):
    assert (found("habo"), found("Håbo")) == (["Habo", "Håbo"], ["Håbo", "Habo"])


def test_whole_names_come_before_beginnings_and_beginnings_before_middles(loaded):
    names = found("berg")
    starts = [name.startswith("Berg") for name in names]
    assert names[0] == "Berg"
    assert "Falkenberg" in names
    assert starts == sorted(starts, reverse=True)


def test_the_name_a_municipality_uses_itself_is_found(loaded):
    assert found("region gotl") == ["Gotland"]


def test_a_county_finds_its_municipalities(loaded):
    assert set(found("Blekinge")) == set(Municipality.objects.filter(county="10").values_list("name", flat=True))


def test_a_code_finds_its_municipality(loaded):
    assert found("0114") == ["Upplands Väsby"]


@pytest.mark.parametrize("text", ["", "   ", "xyzzy"])
def test_nothing_is_found_for_nothing(loaded, text):
    assert found(text) == []


def test_a_municipality_has_an_address(loaded):
    assert municipality_by_slug("upplands-vasby").county.name == "Stockholms län"


def test_an_unknown_address_has_no_municipality(loaded):
    with pytest.raises(Municipality.DoesNotExist):
        municipality_by_slug("habo")
