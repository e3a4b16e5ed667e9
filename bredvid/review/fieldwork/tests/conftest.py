"""The practice round, for tests that read a whole round."""

import pytest

from bredvid.places.actions import load as load_places
from bredvid.review.actions import load
from bredvid.review.fieldwork import rehearsal


@pytest.fixture
def loaded(db):
    """Places, questionnaires and rounds as they come with the house."""
    load_places()
    load()


@pytest.fixture
def practice(loaded):
    """The practice round over its invented municipalities."""
    return rehearsal.make()
