"""Each test has a file of keys of its own, and no load from before."""

import pytest

from bredvid.room.admission import shared
from bredvid.room.admission.load import Load
from bredvid.room.storing.tests.conftest import keys_of_its_own

__all__ = ["keys_of_its_own"]


@pytest.fixture(autouse=True)
def no_load_from_before(monkeypatch):
    load = Load()
    monkeypatch.setattr(shared, "_load", load)
    yield load
    load.close()
