"""What every test of the house needs: Swedish as people read it, and property tests that no slow machine can fail."""

import pytest
from django.utils.translation.reloader import translation_file_changed
from hypothesis import settings

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
