"""A round at every stage, and the practice round."""

from types import SimpleNamespace

import pytest
from django.db import transaction

from bredvid.places.actions import load as load_places
from bredvid.review.actions import load
from bredvid.review.desk.tests.rounds import a_round
from bredvid.review.fieldwork import letters, rehearsal


@pytest.fixture
def practice(db):
    """The practice round over its invented municipalities."""
    load_places()
    load()
    return rehearsal.make()


@pytest.fixture
def round_(db):
    """An open round with a municipality at every stage."""
    return a_round()


@pytest.fixture
def at_once(monkeypatch):
    """Runs what waits for a transaction's end at once: in a test that is rolled back it never ends."""
    monkeypatch.setattr(transaction, "on_commit", lambda send: send())
    monkeypatch.setattr(letters, "Thread", lambda **_: SimpleNamespace(start=letters.send_waiting))
