"""Mails leave when their transaction ends; in a test that is rolled back it never does, so they leave at once."""

from datetime import date

import pytest
from django.db import transaction

from bredvid.review.fieldwork.tests.makers import questionnaire
from bredvid.review.models import Round


@pytest.fixture
def mail_at_once(monkeypatch):
    """Sends each mail as soon as it is written."""
    monkeypatch.setattr(transaction, "on_commit", lambda send: send())


@pytest.fixture
def a_published_round(db):
    """What the house's page for an address that never was leads to."""
    form = questionnaire(code="utgiven")
    return Round.objects.create(
        code="2030", questionnaire=form, title_sv="Utgiven", title_en="Published", year=2030, frame_size=1, answered=0,
        published_on=date(2030, 1, 1),
    )  # fmt: skip
