"""A judgement as JSON and back, and what has changed between two."""

import json
from dataclasses import replace

import pytest

from bredvid.webaudit.judging.difference import difference, difference_as_json
from bredvid.webaudit.judging.result import as_json, from_json, written
from bredvid.webaudit.judging.sites import judge_sites
from bredvid.webaudit.shapes import Judgement, Problem
from bredvid.webaudit.tests.makers import judged

HOST = "https://www.exempel.test"


def a_judgement(*texts, lexicon="1.0", **about):
    pages = tuple(judged(text, url=f"{HOST}/{number}", **about) for number, text in enumerate(texts))
    return Judgement(lexicon, "1.0", pages, judge_sites(pages), (Problem("b.html", "empty"),))


BEFORE = a_judgement("Bygglov", "Stöd")
AFTER = a_judgement("Är du utsatt i prostitution?")


def test_the_json_has_the_shape_of_the_page_of_rules():
    data = as_json(AFTER)
    page, site = data["pages"][0], data["municipalities"]["exempel.test"]
    assert {"url", "title", "kind", "language", "fetched", "zones", "indicators"} <= page.keys()
    assert page["zones"] == {"main": 28}
    assert page["indicators"]["W1"] == {
        "state": "found", "reason": "named", "value": ["roks"], "zone": "main", "quote": "Är du utsatt i prostitution?",
    }  # fmt: skip
    assert site["site"] == {"state": "read", "pages": 1, "failed": 0}
    assert site["indicators"]["W1"]["url"] == f"{HOST}/0"
    assert site["indicators"]["W1"]["fetched"] == "2026-11-20T10:00:00Z"
    assert data["problems"] == [{"where": "b.html", "reason": "empty"}]


def test_what_is_written_is_the_same_json_with_sorted_keys():
    text = "".join(written(AFTER))
    assert json.loads(text) == as_json(AFTER)
    order = [text.index(f'"{key}":') for key in ("lexicon", "municipalities", "pages", "problems", "rules")]
    assert order == sorted(order)


def test_an_empty_judgement_is_json_too():
    nothing = Judgement("1.0", "1.0", (), {})
    assert json.loads("".join(written(nothing))) == as_json(nothing)


def test_json_gives_the_judgement_again():
    again = from_json(json.loads("".join(written(AFTER))))
    assert "".join(written(again)) == "".join(written(AFTER))
    assert again.sites == AFTER.sites


def test_the_days_a_page_gives_of_itself_come_along_and_a_missing_one_is_empty():
    dated = a_judgement("Stöd", published="2024-03-02")
    page = as_json(dated)["pages"][0]
    assert (page["published"], page["changed"]) == ("2024-03-02", "")
    assert from_json(as_json(dated)).pages[0].published == "2024-03-02"


def test_json_from_before_there_were_days_is_read():
    old = as_json(AFTER)
    for page in old["pages"]:
        del page["published"], page["changed"]
    assert from_json(old).pages[0].changed == ""


@pytest.mark.parametrize(
    "data", [{}, {"pages": 3}, {"lexicon": "1", "rules": "1", "pages": [1], "municipalities": {}}, []]
)
def test_other_json_is_refused_in_words(data):
    with pytest.raises(ValueError, match="no judgement"):
        from_json(data)


def test_the_difference_shows_both_proofs():
    (site,) = difference(BEFORE, AFTER).sites
    change = next(change for change in site.changes if change.indicator == "W1")
    assert {"state", "reason", "value", "evidence"} == set(change.what)
    assert (change.before.state.value, change.after.quote) == ("not found", "Är du utsatt i prostitution?")


def test_pages_that_came_and_went_are_named():
    (site,) = difference(BEFORE, AFTER).sites
    assert (site.appeared, site.vanished) == ((), (f"{HOST}/1",))


def test_a_later_time_of_fetching_is_no_change():
    later = replace(
        AFTER,
        sites={
            key: replace(
                site, verdicts={name: replace(verdict, fetched="2027") for name, verdict in site.verdicts.items()}
            )
            for key, site in AFTER.sites.items()
        },
    )
    assert difference(AFTER, later).sites == ()


def test_another_lexicon_is_told():
    found = difference(BEFORE, a_judgement("Bygglov", "Stöd", lexicon="1.1"))
    assert (found.comparable, found.versions) == (False, {"lexicon": ("1.0", "1.1")})
    assert difference_as_json(found)["versions"] == {"lexicon": {"before": "1.0", "after": "1.1"}}


def test_a_municipality_in_one_only_is_named():
    other = a_judgement("Bygglov", municipality="9001")
    found = difference(BEFORE, other)
    assert (found.appeared, found.vanished) == (("9001",), ("exempel.test",))


def test_the_difference_backwards_is_the_difference_turned_round():
    there, back = difference(BEFORE, AFTER), difference(AFTER, BEFORE)
    assert (there.appeared, there.vanished) == (back.vanished, back.appeared)
    for forth, turned in zip(there.sites, back.sites, strict=True):
        assert (forth.appeared, forth.vanished) == (turned.vanished, turned.appeared)
        assert [(each.indicator, each.what, each.before, each.after) for each in forth.changes] == [
            (each.indicator, each.what, each.after, each.before) for each in turned.changes
        ]


def test_nothing_changed_gives_nothing():
    found = difference(AFTER, AFTER)
    assert (found.sites, found.appeared, found.vanished, found.versions) == ((), (), (), {})
