"""The codebook: whole, with a home for each form of the report, and growing only by addition."""

import dataclasses
import re
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from bredvid.register.codebook import DONT_KNOW, NONE, WONT_SAY, Code, current, versions
from bredvid.register.codebook.page import codebook_page
from bredvid.register.codebook.reading import FOLDER, from_document, read
from bredvid.register.codebook.shape import ALONE
from bredvid.register.codebook.succession import (
    Added,
    additions,
    changes,
    crosswalk_from,
    faults,
    read_crosswalk,
)

BOOK = current()
CODED = [variable for variable in BOOK.variables if variable.is_coded]
LINES = re.compile(r"\d+(-\d+)?(, \d+(-\d+)?)*")
# What the organisation says of itself, of its own deeds and reviews, and of a period of hers: she is not asked there.
WITHOUT_ENDS = {"V02", "V27", "S01", "S02", "S03", "S04", "U01", "U02"}
# Each form of the report with the lines where it stands, written down while the report was read.
HOMES = {
    1: "V08:P1", 2: "V08:P1", 3: "V08:M1", 4: "V08:P2", 5: "V08:M3", 6: "V08:P4", 7: "V08:P5", 8: "V08:B1", 9: "V08:B2",
    10: "V08:P4", 11: "V08:P3", 12: "V08:M2", 13: "V12:SOC", 14: "V08:T1", 15: "V08:P4", 16: "V06:U18", 17: "V08:M2",
    18: "V08:M1", 19: "V11:SEX",
}  # fmt: skip


def test_every_variable_of_the_codebook_is_there():
    codes = {variable.code for variable in BOOK.variables}
    assert {f"V{number:02}" for number in range(1, 28)} - codes == {"V23"}
    assert {f"V23{part}" for part in "abcdefg"} <= codes


def test_all_nineteen_forms_have_exactly_one_home_with_its_lines():
    assert {form.number: form.home for form in BOOK.forms} == HOMES
    assert len(BOOK.forms) == len(HOMES) == 19
    for form in BOOK.forms:
        variable, code = form.home.split(":")
        assert code in BOOK.variable(variable).by_code, form
        assert LINES.fullmatch(form.lines), form


@pytest.mark.parametrize("variable", BOOK.variables, ids=lambda variable: variable.code)
def test_a_variable_says_what_it_is_in_three_ways(variable):
    assert variable.sv
    assert variable.en
    assert variable.plain.endswith(".")
    assert not variable.lines or LINES.fullmatch(variable.lines)


@pytest.mark.parametrize("variable", CODED, ids=lambda variable: variable.code)
def test_a_code_has_a_number_of_its_own_and_says_what_it_means(variable):
    numbers = [code.number for code in variable.codes]
    assert sorted(set(numbers)) == sorted(numbers)
    assert all(0 < number < 60 or number in ALONE for number in numbers)
    for code in variable.codes:
        assert code.sv
        assert code.en
        assert code.plain.endswith((".", "?")), code
        assert not code.lines or LINES.fullmatch(code.lines)


@pytest.mark.parametrize("variable", CODED, ids=lambda variable: variable.code)
def test_every_list_about_her_has_do_not_know_and_will_not_say(variable):
    numbers = {code.number for code in variable.codes}
    assert (numbers >= {DONT_KNOW, WONT_SAY}) is (variable.code not in WITHOUT_ENDS)


@pytest.mark.parametrize("variable", [v for v in CODED if v.groups], ids=lambda variable: variable.code)
def test_groups_hold_every_code_once_but_those_that_stand_alone(variable):
    grouped = [code for group in variable.groups for code in group.codes]
    assert sorted(grouped) == sorted(code.code for code in variable.codes if code.number not in ALONE)


@given(st.data())
def test_what_is_stored_is_read_back(data):
    variable = data.draw(st.sampled_from(CODED))
    listed = [code.code for code in variable.codes if code.number not in ALONE]
    most = None if variable.is_multiple else 1
    chosen = data.draw(st.lists(st.sampled_from(listed), unique=True, max_size=most))
    stored = variable.stored(chosen)
    assert {code.code for code in variable.chosen(stored)} == set(chosen)
    assert (stored == 0) is (not chosen)


@pytest.mark.parametrize(
    ("code", "chosen"), [("V04", ["TEL", "CHATT"]), ("V08", ["P1", "OK"]), ("V17", ["INGET", "E1"]), ("V04", ["NO"])]
)
def test_what_cannot_hold_at_once_is_refused(code, chosen):
    with pytest.raises(ValueError, match=code):
        BOOK.variable(code).stored(chosen)


@pytest.mark.parametrize(("code", "stored"), [("V04", 59), ("V08", 1 << 40), ("V06", -1)])
def test_what_stands_for_no_code_is_refused(code, stored):
    with pytest.raises(ValueError, match="stands for no code"):
        BOOK.variable(code).chosen(stored)


def test_each_version_only_adds_and_says_what_it_added():
    for old, new in pairwise(versions()):
        assert changes(old, new) == []
        name = f"crosswalk-{old.version.removesuffix('.0')}-{new.version.removesuffix('.0')}.toml"
        assert faults(read_crosswalk(FOLDER / name), old, new) == []


def grown(**changed):
    """The newest codebook with another code in V12, a year later."""
    arena = BOOK.variable("V12")
    more = dataclasses.replace(
        arena, codes=(*arena.codes, Code(number=10, code="RADIO", sv="Radio", en="Radio", plain="På radio."))
    )
    variables = tuple(more if each is arena else each for each in BOOK.variables)
    later = BOOK.valid_from + timedelta(days=365)
    return dataclasses.replace(BOOK, **{"version": "1.1.0", "valid_from": later, "variables": variables, **changed})


def test_a_version_that_adds_is_accepted():
    assert changes(BOOK, grown()) == []
    assert additions(BOOK, grown()) == {"V12:RADIO"}


@pytest.mark.parametrize(
    ("name", "value"), [("number", 33), ("sv", "Något annat"), ("en", "Another"), ("code", "ANNAT-NAMN")]
)
def test_a_version_that_changes_a_code_is_told(name, value):
    channel = BOOK.variable("V04")
    altered = dataclasses.replace(
        channel, codes=(dataclasses.replace(channel.codes[0], **{name: value}), *channel.codes[1:])
    )
    variables = tuple(altered if each is channel else each for each in BOOK.variables)
    assert any("V04:TEL" in line for line in changes(BOOK, grown(variables=variables)))


def test_a_version_that_takes_out_a_variable_or_moves_a_form_or_its_day_is_told():
    assert "V04 is gone" in changes(BOOK, grown(variables=BOOK.variables[4:]))
    moved = (dataclasses.replace(BOOK.forms[0], home="V08:P2"), *BOOK.forms[1:])
    assert changes(BOOK, grown(forms=moved)) == ["form 1 has moved"]
    assert "later day" in changes(BOOK, grown(valid_from=date(2020, 1, 1)))[0]


def test_a_crosswalk_names_each_added_code_once_and_what_it_was_before():
    right = crosswalk_from([{"code": "V12:RADIO", "before": "V12:SOC"}], name="x")
    assert faults(right, BOOK, grown()) == []
    assert faults([], BOOK, grown()) == ["V12:RADIO is new and not in the crosswalk"]
    assert faults([*right, *right], BOOK, grown()) == ["V12:RADIO is in the crosswalk twice"]
    assert faults([Added(code="V12:RADIO", before="V12:NO")], BOOK, grown()) == [
        "V12:RADIO: V12:NO is no code of 1.0.0"
    ]
    assert faults([*right, Added(code="V12:SOC", before="")], BOOK, grown()) == [
        "V12:SOC is in the crosswalk and not new"
    ]


def test_a_file_that_is_no_codebook_says_which_and_where(tmp_path):
    path = tmp_path / "codebook-9.9.toml"
    path.write_text('version = "9.9.0"\nvalid_from = 2030-01-01\n')
    with pytest.raises(ValueError, match=r"codebook-9\.9\.toml.*variables"):
        read(path)
    with pytest.raises(ValueError, match="unexpected keyword"):
        from_document(
            {"version": "1", "valid_from": date(2030, 1, 1), "variables": [{"on": [], "colour": "red"}]}, name="x"
        )


def test_the_page_names_every_variable_and_code():
    page = codebook_page()
    for variable in BOOK.variables:
        assert f"## {variable.code} " in page
        assert all(f"`{code.code}`" in page for code in variable.codes)


def test_none_stands_only_where_several_may_hold():
    assert all(variable.is_multiple for variable in CODED if any(code.number == NONE for code in variable.codes))
