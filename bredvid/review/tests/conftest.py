"""The rounds as they ship, and small makers with words of the field."""

import pytest

from bredvid.places.actions import load as load_places
from bredvid.review import reads
from bredvid.review.actions import Loaded, load
from bredvid.review.models import Round


@pytest.fixture
def loaded(db) -> Loaded:
    load_places()
    return load()


@pytest.fixture
def round_2025(loaded) -> Round:
    return reads.round_by_code("2025")
