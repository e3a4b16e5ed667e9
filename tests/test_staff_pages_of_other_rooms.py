"""Every address of importing, and of writing and publishing the report, by role.

The table is written here, independently of what guards the views. The desk's own stands beside the desk.
"""

import re
from collections.abc import Iterator

import pytest
from django.test import Client

from bredvid.accounts.tests.makers import signed_in_client
from bredvid.report.editing import urls as editing
from bredvid.report.publishing import urls as publishing
from bredvid.review.fieldwork.tests import makers
from bredvid.review.importing import urls as importing

pytestmark = pytest.mark.django_db

ROLES = ("worker", "coordinator", "reviewer", "analyst", "administrator")
MAY = {"reviewer"}
KNOWN = {"code": "2031", "pk": 1, "slug": "forord", "kind": "report", "language": "sv"}
# Address by room, with the methods it takes: of all of these a reviewer alone is let in.
PAGES = {
    "importing": {"files": "GP", "file": "G", "columns": "GP", "map": "G", "errors": "G", "accept": "P", "aside": "P",
                  "take-back": "P"},
    "editing": {"rounds": "G", "chapters": "G", "build": "P", "new": "GP", "order": "P", "chapter": "GP",
                "history": "GP", "hand-back": "GP"},
    "publishing": {"publish": "GP"},
}  # fmt: skip
PREFIXES = {"importing": "granskning/", "editing": "rapport/", "publishing": "rapport/"}
URLS = {"importing": importing, "editing": editing, "publishing": publishing}


def addresses() -> Iterator[tuple[str, str, str]]:
    """Room and name, method and address of each."""
    for room, urls in URLS.items():
        for pattern in urls.urlpatterns:
            route = str(pattern.pattern)
            for name in pattern.pattern.converters:
                route = re.sub(rf"<\w+:{name}>", str(KNOWN[name]), route)
            for method in PAGES[room][pattern.name]:
                yield f"{room}:{pattern.name}", method, f"/personal/{PREFIXES[room]}{route}"


def ask(client: Client, method: str, path: str) -> int:
    return client.get(path).status_code if method == "G" else client.post(path).status_code


def test_the_tables_name_every_address():
    assert {room: {pattern.name for pattern in urls.urlpatterns} for room, urls in URLS.items()} == {
        room: set(pages) for room, pages in PAGES.items()
    }


@pytest.mark.parametrize("role", [*ROLES, "nobody", "reviewer-without"])
def test_each_is_closed_to_everybody_but_reviewers(role):
    makers.fieldwork(code="2031")
    client = Client() if role == "nobody" else signed_in_client(role.split("-")[0], second_factor="-" not in role)
    for name, method, path in addresses():
        status = ask(client, method, path)
        if role in MAY:
            # Let in: the page, or that there is nothing of the kind, but no door.
            assert status not in (401, 403), name
        else:
            assert status == (403 if role in ROLES else 302), name


@pytest.mark.parametrize(("room", "name"), [(room, name) for room in PAGES for name in PAGES[room]])
def test_a_method_that_is_not_in_the_table_is_refused(room, name):
    makers.fieldwork(code="2031")
    client = signed_in_client("reviewer")
    paths = {path for each, _, path in addresses() if each == f"{room}:{name}"}
    if PAGES[room][name] == "P":
        assert {client.get(path).status_code for path in paths} == {405}
    if PAGES[room][name] == "G":
        assert {client.post(path).status_code for path in paths} == {405}
