"""One's own machine has a practice round, and a link into it for the asking; no other installation has."""

import re

import pytest
from click.testing import CliRunner
from django.test import Client

from bredvid.config import serve
from bredvid.config.steps import all_steps
from bredvid.review.answering.previous import previous_answers
from bredvid.review.commands import commands
from bredvid.review.fieldwork import rehearsal
from bredvid.review.fieldwork.links import find_link
from bredvid.review.models import Case, Entry, Fieldwork, Link

pytestmark = pytest.mark.django_db


def practise():
    return CliRunner().invoke(commands, ["practice"])


@pytest.fixture
def own_machine(settings, monkeypatch):
    settings.SHOW_DEMO_SIGN_INS = settings.SHOW_MAIL = True
    monkeypatch.delenv("BREDVID_BASE_URL", raising=False)


@pytest.mark.usefixtures("loaded", "own_machine")
def test_making_ready_makes_it_once():
    # Given a machine of one's own that has no practice round
    step = next(step for step in all_steps() if step.name == "practice-round")
    assert step.due()
    # When it is made ready
    step.run()
    before = (Fieldwork.objects.count(), Entry.objects.count())
    # Then it is there, nothing more is due, and again changes nothing
    assert not step.due()
    step.run()
    assert (Fieldwork.objects.count(), Entry.objects.count()) == before


def test_elsewhere_it_is_never_due():
    assert not rehearsal.is_due()


def test_without_its_data_it_says_what_is_lacking(own_machine):
    done = practise()
    assert done.exit_code == 1
    assert "bredvid review load" in done.output


@pytest.mark.usefixtures("practice", "own_machine")
def test_the_link_opens_the_form_of_a_municipality_that_has_not_begun():
    # When somebody asks to practise
    done = practise()
    # Then a link is printed, with where its code can be read, and it opens the form of an untouched municipality
    (token,) = re.findall(r"/svara/([\w-]+)/", done.output)
    link = find_link(token)
    assert link is not None
    case = link.case
    assert case.state == Case.State.UNTOUCHED
    assert case.municipality is None
    assert case.name in done.output
    assert "/personal/post/" in done.output
    assert Client().get(f"/svara/{token}/").status_code == 200


@pytest.mark.usefixtures("practice", "own_machine")
def test_who_practises_first_meets_what_was_answered_last_time():
    practise()
    link = Link.objects.get()
    assert previous_answers(link.case)
    (token,) = re.findall(r"/svara/([\w-]+)/", practise().output)
    assert Link.objects.latest("pk").case != link.case
    assert find_link(token) is not None


@pytest.mark.usefixtures("practice", "own_machine")
def test_asking_twice_gives_two_municipalities_and_both_links_hold():
    practise()
    practise()
    links = Link.objects.filter(withdrawn_at__isnull=True)
    assert len({link.case_id for link in links}) == 2


@pytest.mark.usefixtures("practice", "own_machine")
def test_when_everybody_has_begun_it_says_so():
    Case.objects.update(state=Case.State.BEGUN)
    done = practise()
    assert done.exit_code == 1
    assert "has begun" in done.output


@pytest.mark.usefixtures("practice")
def test_the_welcome_names_the_command(own_machine):
    from bredvid.accounts import demonstration

    demonstration.make()
    assert "bredvid review practice" in serve.welcome("http://127.0.0.1:8000")
