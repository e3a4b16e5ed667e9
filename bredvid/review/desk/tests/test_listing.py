"""The list of municipalities: filtered, searched and sorted as its address says."""

import pytest

from bredvid.review.desk.listing import SORTS, STAGES, listing_of
from bredvid.review.desk.reading import next_to_read
from bredvid.review.desk.tests.rounds import AT, at, failed_letter, stand
from bredvid.review.fieldwork.links import make_link
from bredvid.review.models import Case

pytestmark = pytest.mark.django_db


def names(round_, **address: str) -> list[str]:
    return [case.name for case in listing_of(round_, address).cases]


@pytest.mark.parametrize("stage", ["begun", "submitted", "reopened", "locked"])
def test_a_filter_shows_those_at_that_stage(round_, stage):
    assert [case.code for case in listing_of(round_, {"stage": stage}).cases] == [AT[stage]]


def test_every_filter_counts_the_whole_round(round_):
    make_link(case=at(round_, "untouched"))
    failed_letter(at(round_, "begun"))
    listing = listing_of(round_, {"stage": "begun", "q": "xyz"})
    assert listing.cases == []
    counts = {stage: listing.count(stage) for stage in STAGES}
    assert counts == {
        "untouched": 286, "begun": 1, "submitted": 1, "reopened": 1, "locked": 1, "no-link": 285, "no-address": 285,
        "failed": 1,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("stockholm", ["Stockholm"]),
        ("STOCKH", ["Stockholm"]),
        ("0180", ["Stockholm"]),
        ("örebro", ["Örebro"]),
        ("Åmål", ["Åmål"]),
        ("älvdalen", ["Älvdalen"]),
        ("no such place", []),
    ],
)
def test_a_search_finds_a_part_of_a_name_or_a_code_in_any_case(round_, query, found):
    assert names(round_, q=query) == found


def test_the_last_letters_of_the_alphabet_come_last(round_):
    shown = names(round_)
    assert shown[0].startswith("Ale")
    assert [name[0] for name in shown if name[0] in "ÅÄÖ"] == sorted(
        (n[0] for n in shown if n[0] in "ÅÄÖ"), key="ÅÄÖ".index
    )
    assert shown[-1][0] == "Ö"


@pytest.mark.parametrize("sort", list(SORTS))
def test_sorting_keeps_everybody(round_, sort):
    assert sorted(names(round_, sort=sort)) == sorted(names(round_))


def test_by_state_those_to_read_come_first_and_by_latest_the_newest(round_):
    assert listing_of(round_, {"sort": "state"}).cases[0].state == Case.State.SUBMITTED
    newest = stand(at(round_, "begun"), "submitted")
    assert listing_of(round_, {"sort": "latest"}).cases[0].code == newest.code


def test_county_and_group_narrow_and_go_together(round_):
    listing = listing_of(round_, {"county": "01"})
    assert {case.county_id for case in listing.cases} == {"01"}
    group = listing.cases[0].group.code
    both = listing_of(round_, {"county": "01", "group": group}).cases
    assert 0 < len(both) < len(listing.cases)
    assert {(case.county_id, case.group.code) for case in both} == {("01", group)}


@pytest.mark.parametrize("address", [{"stage": "x"}, {"county": "99"}, {"group": "Q"}, {"sort": "x"}, {"q": "  "}])
def test_what_is_no_value_is_as_if_it_were_not_there(round_, address):
    listing = listing_of(round_, address)
    assert len(listing.cases) == len(listing.all) == 290
    assert not listing.filtered


def test_the_next_to_read_is_the_next_in_the_alphabet_then_the_first(round_):
    # Given three municipalities that wait, in the order of the alphabet
    first, middle, last = (round_.cases.get(name=name) for name in ("Ale", "Malmö", "Örnsköldsvik"))
    for case in (first, middle, last):
        stand(case, "submitted")
    # When one has been read, then the next is the one after it, and after the last the first
    assert next_to_read(first) == middle
    assert next_to_read(middle) == last
    assert next_to_read(last) == first


def test_nobody_is_next_where_nobody_waits(round_):
    submitted = at(round_, "submitted")
    assert next_to_read(submitted) is None
    assert next_to_read(at(round_, "locked")) == submitted
