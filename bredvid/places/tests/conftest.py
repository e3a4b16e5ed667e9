"""The reference data as it ships, loaded or as texts to spoil."""

import pytest

from bredvid.places.actions import Loaded, load
from bredvid.places.tables import shipped_texts


@pytest.fixture
def loaded(db) -> Loaded:
    return load()


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    return shipped_texts()
