"""What every test of the house needs: Swedish as people read it, and property tests that no slow machine can fail."""

from collections.abc import Iterator

import pytest
from django.conf import settings as django_settings
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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out what only the other database can show: it is asked of that one, in the other run of the suite."""
    other = "sqlite" if django_settings.DATABASES["default"]["ENGINE"].endswith("postgresql") else "postgresql"
    left_out = [item for item in items if item.get_closest_marker(other)]
    if left_out:
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if not item.get_closest_marker(other)]


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
