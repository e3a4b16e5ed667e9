"""The rounds as they ship, read once into plain values: the tests that use them need no database of their own."""

import pytest
from django.db import transaction

from bredvid.places.actions import load as load_places
from bredvid.places.reads import municipalities
from bredvid.report.data.datafile import DataFile
from bredvid.report.data.release import release_of
from bredvid.report.data.rendering import files_of
from bredvid.report.data.values import Release
from bredvid.review.actions import load as load_rounds
from bredvid.review.reads import round_by_code

Shipped = tuple[dict[str, Release], list[str]]
ROUNDS = ("2025", "demo")


@pytest.fixture(scope="session")
def shipped(django_db_setup, django_db_blocker) -> Shipped:
    """Releases by round, and the names of the real municipalities."""
    with django_db_blocker.unblock(), transaction.atomic():
        load_places()
        load_rounds()
        names = [municipality.name for municipality in municipalities()]
        releases = {code: release_of(round_by_code(code)) for code in ROUNDS}
        transaction.set_rollback(True)
    return releases, names


@pytest.fixture(params=ROUNDS)
def release(request, shipped: Shipped) -> Release:
    """Each round in turn."""
    return shipped[0][str(request.param)]


@pytest.fixture
def released(shipped: Shipped) -> dict[str, Release]:
    return shipped[0]


@pytest.fixture
def real_names(shipped: Shipped) -> list[str]:
    return shipped[1]


@pytest.fixture
def files(release) -> dict[str, DataFile]:
    """The files of each round in turn, by name."""
    made = files_of(release, base_url="https://data.example/", contact_email="data@bredvid.example")
    return {file.name: file for file in made}


@pytest.fixture
def loaded(db) -> None:
    """The rounds in the database."""
    load_places()
    load_rounds()
