"""Who counts, and when: for the tests of the pages where somebody counts."""

from datetime import date

import pytest

from bredvid.accounts.tests.makers import SignedIn
from bredvid.register import clock
from bredvid.register.models import Unit
from bredvid.register.tests.makers import client_of, unit


@pytest.fixture
def in_november(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is 23 November 2026."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))


@pytest.fixture
def ours() -> Unit:
    """A made-up organisation, in a made-up place."""
    made = unit()
    made.demonstration = True
    made.save()
    return made


@pytest.fixture
def worker(ours: Unit) -> SignedIn:
    """A browser in which somebody of it has signed in."""
    return client_of(ours)
