"""The server does the work of the day also where nobody opens a page."""

import logging
import threading
from datetime import timedelta

import pytest
from django.db import connections

from bredvid.config import daily, serve
from bredvid.register import clock
from bredvid.register.actions import periods, tidying
from bredvid.register.models import SupportPeriod
from bredvid.register.tests.makers import unit


@pytest.fixture
def looks(monkeypatch):
    """Counts the looks, and ends the keeping after three."""
    stop, seen = threading.Event(), []

    def look():
        seen.append(1)
        if len(seen) == 3:
            stop.set()

    monkeypatch.setattr(daily, "look", look)
    return stop, seen


@pytest.mark.django_db
def test_what_is_due_is_destroyed_without_a_page(settings, monkeypatch):
    # Given a period whose ninety days are over, on a server that nobody visits
    settings.REGISTER_TIDIES_ITSELF = True
    monkeypatch.setattr(tidying, "_tidied_on", None)
    monkeypatch.setattr(connections, "close_all", lambda: None)
    ours, today = unit(), clock.today()
    periods.close(unit=ours, staff=None, period=periods.open_period(unit=ours, staff=None))
    monkeypatch.setattr(clock, "today", lambda: today + timedelta(days=90))
    # When it looks
    daily.look()
    # Then the period is gone
    assert not SupportPeriod.objects.exists()


def test_it_looks_again_after_each_pause_until_it_is_stopped(looks):
    stop, seen = looks
    daily.keep(stop, every=0.001)
    assert len(seen) == 3


def test_a_look_that_fails_is_told_by_its_kind_and_does_not_end_the_keeping(monkeypatch, caplog):
    def broken():
        raise LookupError("secret words of a row")

    monkeypatch.setattr(tidying, "tidy_once_a_day", broken)
    with caplog.at_level(logging.ERROR):
        daily.look()
    assert "LookupError" in caplog.text
    assert "secret" not in caplog.text


def test_every_process_of_the_server_keeps_the_day():
    stop = serve.house_settings()["post_worker_init"](None)
    keepers = [thread for thread in threading.enumerate() if thread.name == "daily"]
    stop.set()
    assert keepers
    assert all(keeper.daemon for keeper in keepers), "Ctrl-C still ends the server"
