"""The demonstration is an audit of invented sites, made once, and only where demonstrations are shown."""

import pytest

from bredvid.webaudit.models import Audit, Finding, Site
from bredvid.webaudit.simulation import audits, demonstration
from bredvid.webaudit.simulation.audits import judgement_of

pytestmark = pytest.mark.django_db
WHEN = "2026-05-11T09:00:00Z"


@pytest.fixture
def few(monkeypatch):
    """A demonstration of few sites, so that a test need not read 290."""
    monkeypatch.setattr(
        demonstration, "judgement_of", lambda edition, *, fetched: judgement_of(edition, fetched=fetched, sites=3)
    )


def test_it_is_made_once_and_marked(reference_data, settings, few):
    settings.SHOW_DEMO_SIGN_INS = True
    assert demonstration.is_due()
    assert demonstration.make() == len(demonstration.AUDITS)
    assert not demonstration.is_due()
    assert demonstration.make() == 0
    assert Audit.objects.filter(demonstration=True).count() == len(demonstration.AUDITS)
    assert not Site.objects.exclude(municipality=None).exists()


def test_what_was_taken_away_is_made_again(reference_data, settings, few):
    settings.SHOW_DEMO_SIGN_INS = True
    demonstration.make()
    Audit.objects.get(pk="demo-2026-05").delete()
    assert demonstration.make() == 1


def test_a_real_installation_has_none(settings):
    settings.SHOW_DEMO_SIGN_INS = False
    assert not demonstration.is_due()
    with pytest.raises(ValueError, match="own machine"):
        demonstration.make()
    assert not Finding.objects.exists()


def test_the_same_sites_give_the_same_judgement_and_a_later_edition_another():
    first = judgement_of(1, fetched=WHEN, sites=12)
    assert first == judgement_of(1, fetched=WHEN, sites=12)
    assert first.sites != judgement_of(2, fetched=WHEN, sites=12).sites


def test_every_invented_municipality_has_a_group_to_be_compared_with():
    assert len(audits.groups()) == 290
    assert set(audits.groups().values()) == set(audits._GROUPS)
