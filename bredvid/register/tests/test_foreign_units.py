"""Another unit's rows are as if they had never been: the same bytes, headers and questions to the database.

Each address is asked for while the other unit holds the thing, and again when it holds nothing at all.
"""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bredvid.register.models import AccessEntry, Contact, FollowUp, Outreach, PeriodYear, SheetImport, SupportPeriod
from bredvid.register.rules import aliases
from bredvid.register.tests import makers
from bredvid.register.tests.test_who_may_what import ABOUT_ONE, OF_NO_UNIT, ROWS
from bredvid.register.tests.worlds import World, everything, patterns, world
from bredvid.register.views.receipts import receipt_for

pytestmark = pytest.mark.django_db

# What is made of chance for each answer, whoever asks: the token of a form, and the key of an empty card.
OF_CHANCE = [
    re.compile(rb'name="csrfmiddlewaretoken" value="\w+"'),
    re.compile(rb'name="key" value="\d+"|value="\d+" name="key"|data-key="\d+"'),
]
VARYING_HEADERS = {"Date", "Expires", "Last-Modified"}
# Every page whose address names one thing of a unit.
NAMING = sorted(name for name, each in patterns().items() if each.pattern.converters and name not in OF_NO_UNIT)
CELLS = [(name, method) for name in NAMING for method in ROWS[name][0]]

WAYS = (
    "a card for its period", "a receipt of its contact", "another like its contact", "taking back its contact",
    "a receipt of its press", "taking back its press", "looking for its number", "looking for its words", "its month",
    "its staff in the log", "a card with its contact's number for a key",
)  # fmt: skip
Ask = Callable[[], Any]


@pytest.fixture
def theirs() -> World:
    """Another unit with numbers of its own."""
    return world(first_number=41)


@pytest.fixture
def ours() -> World:
    return world(first_number=1)


def seen(ask: Ask) -> tuple[int, dict[str, str], bytes, list[str]]:
    """All that somebody outside could tell two answers apart by, but for the time."""
    with CaptureQueriesContext(
        connection,
    ) as questions:
        answer = ask()
    body = answer.content
    for pattern in OF_CHANCE:
        body = pattern.sub(b"", body)
    headers = {name: value for name, value in answer.headers.items() if name not in VARYING_HEADERS}
    # A random key has more digits or fewer; what is left of the body without it is compared byte by byte.
    headers["Content-Length"] = str(len(body))
    return answer.status_code, headers, body, [_normal(each["sql"]) for each in questions.captured_queries]


def _normal(sql: str) -> str:
    """A question without its values."""
    return re.sub(r"'[^']*'|\bs\d+_x\d+\b|\b\d[\d.:\- ]*\b", "?", sql)


def empty(other: World) -> None:
    """Takes everything out of a unit."""
    SupportPeriod.objects.filter(unit=other.unit).update(state=1, closed_on=None, rested_on=None)
    for model in (Contact, Outreach, AccessEntry):
        model.objects.filter(unit=other.unit).delete()
    PeriodYear.objects.filter(period__unit=other.unit).delete()
    FollowUp.objects.filter(period__unit=other.unit).delete()
    SupportPeriod.objects.filter(unit=other.unit).delete()
    SheetImport.objects.filter(unit=other.unit).delete()


def is_as_if_it_had_never_been(other: World, ask: Ask) -> Any:
    """Asks while the other unit has everything, and when it has nothing: nothing may differ, nothing may change."""
    ask()  # what the first time alone costs, as reading a template
    rows = everything()
    while_there = seen(ask)
    assert _of(other, everything()) == _of(other, rows)
    empty(other)
    for there, gone in zip(while_there, seen(ask), strict=True):
        assert there == gone
    return ask()


def _of(other: World, rows: str) -> list[str]:
    return [row for row in rows.split('{"model": ') if f'"unit": {other.unit.pk},' in row]


@pytest.mark.parametrize(("name", "method"), CELLS)
def test_an_address_of_another_units(ours, theirs, name, method):
    # Given somebody who may do it in her own unit, and an address that names something of another unit's
    client = makers.client_of(ours.unit, "worker", "coordinator")
    address = theirs.address(name)
    if name == "log-review":
        AccessEntry.objects.filter(unit=ours.unit).delete()
    # When she asks for it
    answer = is_as_if_it_had_never_been(theirs, lambda: (client.get if method == "GET" else client.post)(address))
    # Then it was never there
    assert answer.status_code == 404


@pytest.mark.parametrize("state", ["open", "resting", "closed", "over"])
@pytest.mark.parametrize("name", ABOUT_ONE)
def test_another_units_period_in_any_state(ours, theirs, name, state):
    client = makers.client_of(ours.unit)
    ask = client.get if "GET" in ROWS[name][0] else client.post
    assert is_as_if_it_had_never_been(theirs, lambda: ask(theirs.address(name, state))).status_code == 404


def _told(other: World) -> dict[str, tuple[str, str, dict[str, Any]]]:
    """Ways to name another unit's things otherwise than by an address: page, method, what is sent."""
    kvitto = receipt_for(other.contact)
    card = {**makers.QUICK, "month": other.contact.month, "place": 9001}
    of_period = receipt_for(Contact.objects.filter(period=other.open).get())
    return {
        "a card for its period": ("card", "GET", {"period": other.open.number}),
        "a receipt of its contact": ("card", "GET", {"kvitto": kvitto}),
        "another like its contact": ("card", "GET", {"likadan": kvitto}),
        "taking back its contact": ("card-undo", "POST", {"kvitto": kvitto}),
        "a receipt of its press": ("tally", "GET", {"kvitto": kvitto}),
        "taking back its press": ("tally-undo", "POST", {"kvitto": of_period}),
        "looking for its number": ("period-find", "POST", {"alias": f"nr {other.open.number}"}),
        "looking for its words": ("period-find", "POST", {"alias": aliases.name_of(other.open.alias)}),
        "its month": ("contacts", "GET", {"manad": other.log_month}),
        "its staff in the log": ("log", "GET", {"vem": makers.staff_of(other.unit).pk}),
        "a card with its contact's number for a key": ("card", "POST", card | {"key": other.contact.pk}),
    }


@pytest.mark.parametrize("way", WAYS)
def test_naming_another_units_things_otherwise(ours, theirs, way):
    client = makers.client_of(ours.unit, "worker", "coordinator")
    page, method, sent = _told(theirs)[way]
    address = ours.address(page)
    is_as_if_it_had_never_been(theirs, lambda: (client.get if method == "GET" else client.post)(address, sent))


def test_opening_a_period_with_another_units_contact_joins_nothing(ours, theirs):
    client = makers.client_of(ours.unit)
    kvitto = receipt_for(theirs.contact)
    before = _of(theirs, everything())
    while_there = client.post(ours.address("period-open"), {"kvitto": kvitto})
    assert _of(theirs, everything()) == before
    Contact.objects.filter(unit=theirs.unit).delete()
    assert client.post(ours.address("period-open"), {"kvitto": kvitto}).status_code == while_there.status_code
    assert not Contact.objects.filter(unit=ours.unit, period__number__gt=4).exists()


def test_the_ways_are_all_tried(theirs):
    assert set(WAYS) == set(_told(theirs))


def test_a_difference_would_be_seen(ours, theirs):
    # The test of the test: one's own contact, there and then gone
    client = makers.client_of(ours.unit)
    address = ours.address("contact")
    there = seen(lambda: client.get(address))
    ours.contact.delete()
    gone = seen(lambda: client.get(address))
    assert there[0] == 200
    assert gone[0] == 404
    assert there[2] != gone[2]
    assert there[3] != gone[3]
