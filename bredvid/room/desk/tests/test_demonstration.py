"""The desk made up for one's own machine."""

import pytest

from bredvid.accounts import demonstration as people
from bredvid.accounts.models import Staff
from bredvid.places.models import Organisation
from bredvid.room.desk import demonstration, reads, seals
from bredvid.room.desk.tests.makers import handed_to
from bredvid.room.models import Desk, Holder, Lock

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_machine(settings):
    settings.SHOW_DEMO_SIGN_INS = True
    people.make()
    shelter = Organisation.objects.create(code="exempeljouren-1", name="Exempeljouren 1")
    Staff.objects.filter(memberships__role__in=("worker", "coordinator")).update(organisation=shelter)


def test_its_printed_phrase_opens_the_desk(own_machine):
    assert demonstration.is_due()
    demonstration.make()
    for lock in Lock.objects.select_related("holder"):
        wrap = seals.wrap_of_phrase(demonstration.phrase(), bytes(lock.salt))
        identity = seals.unlocked(bytes(lock.wrapped), wrap)
        keys = seals.organisation_from(handed_to(lock.holder.staff), identity)
        assert keys.author == bytes(Desk.objects.get().author)
    assert Holder.objects.count() == 2


def test_she_may_choose_it_at_once_and_making_it_again_makes_nothing(own_machine):
    demonstration.make()
    assert [each.desk.demonstration for each in reads.open_desks()] == [True]
    assert not demonstration.is_due()
    demonstration.make()
    assert (Desk.objects.count(), Holder.objects.count()) == (1, 2)


def test_on_a_public_site_it_is_never_offered_and_its_phrase_not_shown(own_machine, settings):
    demonstration.make()
    settings.SHOW_DEMO_SIGN_INS = False
    assert reads.open_desks() == []
    assert demonstration.phrase() == ""
    with pytest.raises(ValueError, match="own machine"):
        demonstration.make()
