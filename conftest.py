"""What every test of the house needs: Swedish as people read it, and property tests that no slow machine can fail."""

from collections.abc import Iterator

import pytest
from django.test.utils import setup_databases, teardown_databases
from django.utils.translation.reloader import translation_file_changed
from hypothesis import settings
from pytest_django import DjangoDbBlocker

from bredvid.config import catalogues

# How long something takes is a benchmark's business; a test that measures time fails on a busy machine.
settings.register_profile("house", deadline=None)
settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Builds the catalogues that are due, once, before any worker starts: the .mo files are not in the repository."""
    if not hasattr(config, "workerinput"):
        for po in catalogues.stale():
            # Django may have read its catalogues already, while it set up the models; it has to forget them.
            translation_file_changed(None, catalogues.build(po))


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_blocker: DjangoDbBlocker, django_db_modify_db_settings: None
) -> Iterator[None]:
    """The test database, for every test that needs one.

    pytest-django makes it only when a collected test is marked or asks for `db`. A fixture of a whole module can do
    neither: where only such tests ran, it would fill the database of this installation instead.
    """
    with django_db_blocker.unblock():
        made = setup_databases(verbosity=0, interactive=False)
    yield
    with django_db_blocker.unblock():
        teardown_databases(made, verbosity=0)
