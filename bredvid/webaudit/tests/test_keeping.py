"""An audit is kept once and whole, and no invented finding stands beside a real name."""

from datetime import date

import pytest

from bredvid.accounts.models import ActivityEntry
from bredvid.webaudit.actions.keeping import KeepingError, digest_of, keep
from bredvid.webaudit.models import Audit, Finding, Passage, Site
from bredvid.webaudit.shapes import INDICATORS, State
from bredvid.webaudit.tests.judgements import judgement, page, site

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


def kept(*sites, pages=(), code="2026-11", **more):
    return keep(judgement=judgement(*sites, pages=tuple(pages)), code=code, today=TODAY, **more)


def test_every_indicator_of_every_site_is_kept_with_its_passage():
    audit = kept(site(), site("9002", "Exempelkommun 2", W1=State.NOT_CHECKED), pages=[page(W1=State.FOUND)])
    assert Finding.objects.filter(site__audit=audit).count() == 2 * len(INDICATORS)
    assert Passage.objects.get(site__key="9001").quote == "Du kan få stöd."
    unread = Finding.objects.get(site__key="9002", indicator="W1")
    assert (unread.state, unread.quote) == ("could not be checked", "")


def test_the_days_a_page_gives_stand_beside_its_passage_and_the_verdict_it_carries():
    old = page(W1=State.FOUND, published="2019-01-31", changed="2024-03-02")
    kept(site(), site("9002", "Exempelkommun 2"), pages=[old])
    for model in (Finding, Passage):
        row = model.objects.get(site__key="9001", indicator="W1")
        assert (row.page_published, row.page_changed) == (date(2019, 1, 31), date(2024, 3, 2))
    other = Finding.objects.get(site__key="9002", indicator="W1")
    assert (other.page_published, other.page_changed) == (None, None)


def test_a_code_is_kept_once_and_what_was_kept_stays():
    kept(site())
    with pytest.raises(KeepingError, match="kept once"):
        kept(site("9002"))
    assert [each.key for each in Site.objects.all()] == ["9001"]


def test_invented_and_real_sites_do_not_meet_in_one_audit():
    with pytest.raises(KeepingError, match="judge them apart"):
        kept(site(), site("0180", "Stockholm"))
    assert not Audit.objects.exists()


def test_an_invented_audit_has_no_municipality(reference_data):
    audit = kept(site(), groups={"9001": "A2"})
    assert audit.demonstration
    assert (audit.sites.get().municipality, audit.sites.get().group.code) == (None, "A2")


def test_a_real_site_stands_beside_its_municipality_and_group(reference_data):
    audit = kept(site("0114", "upplandsvasby.se"))
    found = audit.sites.get()
    assert (found.municipality.name, found.name, found.group.code) == ("Upplands Väsby", "Upplands Väsby", "A2")
    assert not audit.demonstration


def test_an_empty_judgement_is_not_kept():
    with pytest.raises(KeepingError, match="nothing to keep"):
        kept()


def test_what_is_kept_can_be_held_against_the_file_it_came_from():
    audit = kept(site())
    assert audit.digest == digest_of(judgement(site()))
    assert audit.digest != digest_of(judgement(site(W1=State.UNCLEAR)))


def test_the_log_tells_that_it_was_kept():
    kept(site())
    entry = ActivityEntry.objects.get(action="web.keep")
    assert (entry.subject, entry.staff) == ("2026-11", None)
