"""The shipped rounds in the database, loaded once for each file of tests and rolled back after it."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.test import Client

from bredvid.places.actions import load as load_places
from bredvid.review.actions import load as load_rounds


@pytest.fixture(scope="module")
def shipped(django_db_setup, django_db_blocker) -> Iterator[None]:
    """The rounds as they ship. A test that writes must not use this."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_places()
        load_rounds()
        yield
        transaction.set_rollback(True)


@pytest.fixture
def reader(shipped) -> Client:
    """A reader without anything: no cookie, no sign-in."""
    return Client()
