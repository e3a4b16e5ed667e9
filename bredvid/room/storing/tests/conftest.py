"""Each test has a file of keys and no desks of its own."""

import pytest

from bredvid.room.storing import desks


@pytest.fixture(autouse=True)
def keys_of_its_own(settings, tmp_path):
    settings.BREDVID_ROOM_KEYS = tmp_path / "room-keys"
    before = list(desks._sources)
    yield
    desks._sources[:] = before
