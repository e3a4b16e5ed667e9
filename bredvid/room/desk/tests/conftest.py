"""Each test has a file of keys of its own."""

import pytest


@pytest.fixture(autouse=True)
def keys_of_its_own(settings, tmp_path):
    settings.BREDVID_ROOM_KEYS = tmp_path / "room-keys"
