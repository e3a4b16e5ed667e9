"""No page of the desk leads somebody to an address that refuses her; what she may not read, she sees the name of."""

import re

import pytest
from django.urls import resolve, reverse

from bredvid.accounts.tests.makers import signed_in_client
from bredvid.review.desk.tests.rounds import at, failed_letter

pytestmark = pytest.mark.django_db
PAGES = ("rounds", "round", "cases", "letters", "questionnaires")


def ways_from(page: str) -> dict[str, str]:
    """The staff addresses that a page links to, one for each view."""
    links = re.findall(r'href="(/personal/[^"?#]*)', page)
    return {resolve(link).view_name: link for link in links}


@pytest.fixture
def pages_of(round_):
    """The desk's pages as a role sees them, of a round where one has handed in and one mail has failed."""
    failed_letter(at(round_, "submitted"))

    def seen(role: str) -> dict[str, str]:
        client = signed_in_client(role)
        with_round = ("round", "cases", "letters")
        paths = {name: reverse(f"desk:{name}", args=[round_.code] if name in with_round else []) for name in PAGES}
        return {name: client.get(path).content.decode() for name, path in paths.items()}

    return seen


@pytest.mark.parametrize("role", ["administrator", "analyst", "reviewer"])
def test_every_way_from_the_desk_is_open_to_whoever_sees_it(pages_of, role):
    client = signed_in_client(role)
    closed = {
        (page, name)
        for page, shown in pages_of(role).items()
        for name, link in ways_from(shown).items()
        if client.get(link).status_code == 403
    }
    assert closed == set()


@pytest.mark.parametrize("page", ["cases", "letters"])
def test_who_may_not_read_answers_sees_the_municipality_by_name_and_without_a_way_to_it(pages_of, round_, page):
    name = at(round_, "submitted").name
    administrator, reviewer = pages_of("administrator")[page], pages_of("reviewer")[page]
    assert name in administrator
    assert "desk:case" not in ways_from(administrator)
    assert "desk:case" in ways_from(reviewer)
