"""One's own machine has shelters that were made up, with their counts, and its staff work at one; no other has."""

import pytest
from click.testing import CliRunner

from bredvid.accounts import demonstration as people
from bredvid.accounts.models import ActivityEntry, Staff
from bredvid.config import serve
from bredvid.config.steps import all_steps
from bredvid.places.actions import load as load_places
from bredvid.places.models import Organisation, Service
from bredvid.register.commands import commands
from bredvid.register.models import AccessEntry, Contact, FrozenYear, Outreach, PeriodYear, SupportPeriod, Unit
from bredvid.register.simulation import demonstration

pytestmark = pytest.mark.django_db


@pytest.fixture
def own_machine(settings, monkeypatch):
    settings.SHOW_DEMO_SIGN_INS = settings.SHOW_MAIL = True
    monkeypatch.setattr(demonstration, "CONTACTS", 2000)
    people.make()


def test_making_ready_makes_it_once(own_machine):
    # Given a machine of one's own
    step = next(step for step in all_steps() if step.name == "demonstration-register")
    assert step.due()
    # When it is made ready
    step.run()
    # Then 170 organisations count, each marked as made up, and nothing more is due
    assert Unit.objects.filter(demonstration=True).count() == Unit.objects.count() == 170
    assert not step.due()
    before = (Contact.objects.count(), SupportPeriod.objects.count(), PeriodYear.objects.count())
    step.run()
    assert (Contact.objects.count(), SupportPeriod.objects.count(), PeriodYear.objects.count()) == before
    assert 1900 < before[0] < 2100
    assert Outreach.objects.exists()


def test_the_oldest_year_is_closed_and_no_other(own_machine):
    demonstration.make()
    years = set(FrozenYear.objects.values_list("year", flat=True))
    assert years == {min(Contact.objects.values_list("month", flat=True)) // 100}
    assert FrozenYear.objects.count() == 170
    assert not ActivityEntry.objects.exists()


def test_those_who_count_work_at_the_first_and_have_left_a_log(own_machine):
    demonstration.make()
    first = Unit.objects.get(organisation__name="Exempeljouren 1")
    theirs = Staff.objects.filter(organisation=first.organisation)
    assert set(theirs.values_list("email", flat=True)) == {people.email_of("worker"), people.email_of("coordinator")}
    assert set(AccessEntry.objects.values_list("unit_id", flat=True)) == {first.pk}


def test_whatever_counts_lies_where_nobody_lives(own_machine):
    demonstration.make()
    for model in (Contact, Outreach, Unit):
        places = set(model.objects.values_list("place", flat=True))
        assert places <= set(range(9001, 9041))


def test_loading_the_real_places_again_leaves_them_and_shows_none_of_them(own_machine):
    demonstration.make()
    load_places()
    assert Unit.objects.count() == 170
    assert Organisation.objects.filter(code__startswith="exempel").count() == 170
    assert not Service.objects.filter(organisation__unit__isnull=False).exists()


def test_elsewhere_it_is_never_due_and_refused():
    assert not demonstration.is_due()
    done = CliRunner().invoke(commands, ["load-demo"])
    assert done.exit_code == 1
    assert "SHOW_DEMO_SIGN_INS" in done.output
    assert not Unit.objects.exists()


def test_the_command_makes_it_and_lists_it(own_machine):
    assert "170 invented organisations" in CliRunner().invoke(commands, ["load-demo"]).output
    assert "there already" in CliRunner().invoke(commands, ["load-demo"]).output
    lines = CliRunner().invoke(commands, ["units"]).output.splitlines()
    assert len(lines) == 170
    assert "Exempeljouren 1  (demonstration)" in lines[0]


def test_the_start_of_the_server_says_where(own_machine):
    assert any("/personal/register/" in line for line in serve.demo_sign_ins("http://x"))
