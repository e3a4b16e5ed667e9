"""What the room's tests share."""

import pytest

from bredvid.places.actions import load as load_places


@pytest.fixture
def reference_data(db):
    """The 290 municipalities and the groups they are compared within."""
    load_places()
