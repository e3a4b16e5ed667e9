"""Staff read an audit, and nobody else does: how it came out, every site, passages, groups, changes, over time."""

from datetime import date

import pytest
from django.test import Client

from bredvid.accounts.roles import ROLES
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.webaudit.actions.keeping import keep
from bredvid.webaudit.shapes import State
from bredvid.webaudit.tests.judgements import judgement, page, site

pytestmark = pytest.mark.django_db
UNREAD = dict.fromkeys((f"W{n}" for n in range(1, 13)), State.NOT_CHECKED)
PATHS = ("", "2026-11/", "2026-11/grupper/", "2026-11/over-tid/", "2026-11/forandring/2026-05/", "2026-11/kommun/9001/")


@pytest.fixture
def kept(reference_data):
    """Two audits of three invented sites; the second improves W1 at one and can no longer read another."""
    sites = site(W1=State.NOT_FOUND), site("9002", "Exempelkommun 2"), site("9010", "Exempelkommun 10", **UNREAD)
    groups = {"9001": "A2", "9002": "A2", "9010": "B4"}
    keep(judgement=judgement(*sites), code="2026-05", today=date(2026, 5, 2), groups=groups)
    later = site(), site("9002", "Exempelkommun 2", **UNREAD), site("9010", "Exempelkommun 10", **UNREAD)
    shown = (page(W1=State.FOUND),)
    keep(judgement=judgement(*later, pages=shown), code="2026-11", today=date(2026, 11, 23), groups=groups)


def body(client, path):
    answer = client.get(f"/personal/webb/{path}")
    assert answer.status_code == 200, path
    return answer.content.decode()


@pytest.mark.parametrize("path", PATHS)
def test_only_those_who_may_read_an_audit_open_its_pages(kept, path):
    for role in ROLES:
        allowed = role in ("reviewer", "analyst")
        assert (signed_in_client(role).get(f"/personal/webb/{path}").status_code == 200) is allowed, role
    assert Client().get(f"/personal/webb/{path}").status_code == 302


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_there_in_english_too(kept, path):
    assert signed_in_client("reviewer").get(f"/en/personal/webb/{path}").status_code == 200


def test_without_any_audit_the_first_page_says_how_one_is_made(db):
    assert "bredvid audit crawl" in body(signed_in_client("reviewer"), "")


def test_what_does_not_exist_is_not_found(kept):
    client = signed_in_client("reviewer")
    for path in ("2030-01/", "2026-11/kommun/9999/", "2026-11/forandring/2030-01/"):
        assert client.get(f"/personal/webb/{path}").status_code == 404


def test_sites_that_could_not_be_read_stand_in_the_list(kept):
    page = body(signed_in_client("reviewer"), "2026-11/")
    assert "3 webbplatser; 2 av dem gick inte att läsa alls." in page
    assert page.index("Exempelkommun 2<") < page.index("Exempelkommun 10<")


def test_the_list_is_found_by_indicator_state_group_and_name(kept):
    client = signed_in_client("reviewer")
    assert "1 av 3 visas" in body(client, "2026-11/?indicator=W1&state=found")
    assert "1 av 3 visas" in body(client, "2026-11/?group=B4")
    assert "1 av 3 visas" in body(client, "2026-11/?q=kommun+10")
    assert "3 av 3 visas" in body(client, "2026-11/?indicator=W99&state=many&group=X&county=X&sort=none")
    assert "Ingen kommun hittades" in body(client, "2026-11/?q=finns-inte")


def test_a_state_without_an_indicator_is_asked_of_any(kept):
    client = signed_in_client("reviewer")
    assert "2 av 3 visas" in body(client, "2026-11/?state=could+not+be+checked")
    assert "1 av 3 visas" in body(client, "2026-11/?state=found")


def test_real_municipalities_are_found_by_county_and_invented_ones_have_none_to_choose(kept):
    keep(judgement=judgement(site("0180", "x"), site("1480", "y")), code="2027-02", today=date(2027, 2, 2))
    client = signed_in_client("reviewer")
    assert "1 av 2 visas" in body(client, "2027-02/?county=14")
    assert 'name="county"' not in body(client, "2026-11/")


def test_other_choices_lie_folded_until_one_is_made(kept):
    client = signed_in_client("reviewer")
    for address, folded in (("", True), ("?q=kommun", True), ("?group=B4", False), ("?sort=found", False)):
        assert ("<details>\n    <summary>Fler val" in body(client, f"2026-11/{address}")) is folded, address


def test_a_share_is_of_those_that_could_be_checked(kept):
    standing = body(signed_in_client("reviewer"), "2026-05/").split('id="sites"')[0]
    assert "50,0" in standing  # W1: one of the two that could be read


def test_a_site_shows_its_passage_with_address_zone_and_time_and_what_its_group_has(kept):
    page = body(signed_in_client("reviewer"), "2026-11/kommun/9001/")
    assert "”Du kan få stöd.”" in page
    assert 'href="https://exempel.test/stod" rel="noreferrer noopener nofollow"' in page
    assert "Finns på 1 av de 1 jämförda" in page
    assert "1 sida med citat" in page


@pytest.mark.parametrize(
    ("days", "said"),
    [
        ({"changed": "2024-03-02", "published": "2019-01-31"}, "enligt sidan ändrad 2024-03-02"),
        ({"published": "2019-01-31"}, "enligt sidan publicerad 2019-01-31"),
        ({}, "okänt när sidan ändrades"),
    ],
)
def test_beside_a_passage_stands_how_old_its_page_says_it_is(kept, days, said):
    shown = (page("9003", **days, W1=State.FOUND),)
    keep(judgement=judgement(site("9003", "Exempelkommun 3"), pages=shown), code="2027-01", today=date(2027, 1, 2))
    assert body(signed_in_client("reviewer"), "2027-01/kommun/9003/").count(said) >= 2  # the verdict's, the page's


def test_a_paragraph_to_copy_stands_where_something_is_not_found_and_only_there(kept):
    client = signed_in_client("reviewer")
    assert body(client, "2026-05/kommun/9001/").count("ett stycke att kopiera") == 1
    assert "ett stycke att kopiera" not in body(client, "2026-11/kommun/9001/")


def test_a_change_shows_both_proofs_and_an_unread_site_is_no_worse(kept):
    page = body(signed_in_client("reviewer"), "2026-11/forandring/2026-05/")
    assert "Bättre: 1. Sämre: 0. Gick bara att kontrollera den ena gången: 12." in page


def test_the_file_has_a_row_for_each_site_and_a_column_for_each_indicator(kept):
    text = signed_in_client("analyst").get("/personal/webb/2026-11/webbplatser.csv").content.decode("utf-8-sig")
    head, *rows = text.strip().splitlines()
    assert head.endswith(";".join(f"W{n}" for n in range(1, 13)))
    assert [row.split(";")[0] for row in rows] == ["9001", "9002", "9010"]
    assert rows[1].endswith("could not be checked")
