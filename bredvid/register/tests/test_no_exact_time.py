"""When she called stands nowhere: counting writes days and months, in no table a time, and no session anew."""

import json
import re
from collections.abc import Iterator
from datetime import datetime, time
from itertools import pairwise
from typing import Any

import pytest
from django.apps import apps
from django.contrib.sessions.backends.db import SessionStore
from django.db import models

from bredvid.accounts.activity import record
from bredvid.accounts.roles import Action
from bredvid.register.actions.contacts import new_key
from bredvid.register.models import Contact
from bredvid.register.tests import makers
from bredvid.register.tests.makers import QUICK
from bredvid.register.tests.worlds import World, world

pytestmark = pytest.mark.django_db

# What is written of a day or month has no clock; this finds one in any text or number.
CLOCK = re.compile(r"\d{1,2}:\d{2}|T\d{2}|\b1[6-9]\d{8}(\.\d+)?\b")
Rows = dict[tuple[str, Any], dict[str, Any]]


def rows() -> Rows:
    """Every row of every table that there is."""
    return {
        (model._meta.label, row.pk): {
            field.attname: getattr(row, field.attname) for field in model._meta.concrete_fields
        }
        for model in apps.get_models()
        for row in model._default_manager.all()
    }


def times_gained(before: Rows, after: Rows) -> Iterator[tuple[str, str, Any]]:
    """What stands in new or changed rows and tells a time finer than a day."""
    for key, row in after.items():
        for name, value in row.items():
            if before.get(key, {}).get(name) == value:
                continue
            plain = json.dumps(value, default=str)
            if isinstance(value, datetime | time) or (name not in _NUMBERS_OF_ROWS and CLOCK.search(plain)):
                yield key[0], name, value


# Random numbers, in which any digits may stand.
_NUMBERS_OF_ROWS = {"id", "seed"}


def deeds(here: World) -> list[tuple[str, str, dict[str, Any]]]:
    """Everything a worker does on a night, page by page, in an order in which each can be done."""
    month, place = here.contact.month, here.unit.place
    card = {**QUICK, "month": month, "place": place}
    period = here.address("card") + f"?period={here.open.number}"
    return [
        ("looks at the card", here.address("card"), {}),
        ("counts a contact", here.address("card"), card | {"key": new_key()}),
        ("counts several alike", here.address("card"), card | {"key": new_key(), "times": 3}),
        ("counts in a period", period, card | {"key": new_key()}),
        ("presses once", here.address("tally"), {"who": "HON", "channel": "TEL", "place": place, "key": new_key()}),
        ("counts an evening", here.address("outreach"), {"outreach_arena": "SKOLA", "month": month, "place": place}),
        ("corrects", here.address("contact"), card | {"channel": "CHATT"}),
        ("takes back", here.address("contact-remove"), {"sure": "1"}),
        ("opens a period", here.address("period-open"), {"x": "1"}),
        ("reads a period", here.address("period"), {}),
        ("looks for one", here.address("period-find"), {"alias": str(here.open.number)}),
        ("tells more of her", here.address("period-known"), {"forms": ["P3"], "age": "18-24"}),
        ("marks", here.address("period-mark"), {"tally": "NEJ"}),
        ("asks her", here.address("follow-up", "resting"), {"outcome": "SVARADE", "change_safety": "BÄTTRE"}),
        ("lets it rest", here.address("period-rest"), {"months": ["3", "6"]}),
        ("closes", here.address("period-close"), {"closure": ""}),
        ("opens it again", here.address("period-reopen", "closed"), {"x": "1"}),
    ]


def test_whatever_is_done_in_a_night_leaves_no_time_and_touches_no_session():
    # Given somebody who has signed in
    here = world()
    client = makers.client_of(here.unit)
    client.get(here.address("card"))
    for what, address, sent in deeds(here):
        before = rows()
        # When she does something
        answer = client.post(address, sent) if sent else client.get(address)
        assert answer.status_code in (200, 302), (what, answer.status_code)
        after = rows()
        # Then something was written, and no time of it
        assert after != before or not sent or what == "looks for one", what
        assert list(times_gained(before, after)) == [], what
        # And her session, and the log with times, are as they were
        for label in ("sessions.Session", "accounts.ActivityEntry", "accounts.ActivityHead", "accounts.Staff"):
            assert _of(label, after) == _of(label, before), (what, label)
        assert "Set-Cookie" not in answer.headers
        assert not {name for name in answer.cookies if name != "csrftoken"}, what


def _of(label: str, held: Rows) -> dict[Any, Any]:
    return {key: row for key, row in held.items() if key[0] == label}


def test_no_table_of_the_register_could_hold_a_time():
    fields = [field for model in apps.get_app_config("register").get_models() for field in model._meta.fields]
    assert [field for field in fields if isinstance(field, models.DateTimeField | models.TimeField)] == []


def test_contacts_lie_in_no_order_that_tells_which_came_first():
    here = world()
    client = makers.client_of(here.unit)
    card = {**QUICK, "month": here.contact.month, "place": 9001}
    known = set(Contact.objects.values_list("pk", flat=True))
    made = []
    for key in range(1, 41):
        client.post(here.address("card"), card | {"key": key})
        [new] = set(Contact.objects.values_list("pk", flat=True)) - known
        known.add(new)
        made.append(new)
    rises = sum(a < b for a, b in pairwise(made))
    assert 8 < rises < 31  # of 39; chance makes this fail once in a hundred thousand


@pytest.mark.parametrize("where", ["log", "session"])
def test_a_time_would_be_found(where):
    before = rows()
    if where == "log":
        record(staff=None, action=Action.UNIT_SET, subject="x", detail="y")
    else:
        session = SessionStore()
        session["counted_at"] = 1764000000.25
        session.save()
    assert list(times_gained(before, rows()))
