"""`bredvid doctor`: what is wrong is named with its cure and turns the exit code."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from click.testing import CliRunner

from bredvid.config import doctor_checks
from bredvid.config.command import root
from bredvid.config.doctor_checks import State


def states(check) -> dict[str, State]:
    return {finding.subject: finding.state for finding in check()}


@pytest.mark.django_db
def test_an_empty_database_is_wrong_and_the_cure_is_named():
    # Given a database without reference data, when the doctor is asked
    done = CliRunner().invoke(root, ["doctor", "--json"])
    findings = {finding["subject"]: finding for finding in json.loads(done.output)}
    # Then that is wrong, with what to do, and the exit code says so
    assert findings["data of places"]["state"] == "wrong"
    assert findings["data of places"]["cure"] == "bredvid prepare"
    assert findings["database"]["state"] == "ok"
    assert done.exit_code == 1


@pytest.mark.django_db
def test_each_line_begins_with_a_sign_and_a_wrong_one_is_followed_by_what_to_do():
    lines = CliRunner().invoke(root, ["doctor"]).output.splitlines()
    wrong = next(number for number, line in enumerate(lines) if line.startswith("✗ data of places"))
    assert lines[wrong + 1] == "    → bredvid prepare"
    assert any(line.startswith("✓ Python") for line in lines)


def test_an_installation_that_can_send_no_mail_is_told_what_to_set(settings):
    settings.MAIL_CONFIGURED = False
    [finding] = doctor_checks.mail()
    assert finding.state is State.NOTE
    assert "BREDVID_SMTP_URL" in finding.cure
    settings.MAIL_CONFIGURED = True
    assert states(doctor_checks.mail) == {"mail": State.OK}


def test_a_clock_before_the_latest_change_is_wrong(monkeypatch):
    monkeypatch.setattr(doctor_checks, "_newest_change", lambda: datetime.now(UTC) + timedelta(days=400))
    assert states(doctor_checks.clock)["clock"] is State.WRONG


def test_the_clock_of_this_machine_is_after_the_latest_change():
    assert states(doctor_checks.clock) == {"clock": State.OK, "time zone": State.OK}


@pytest.mark.parametrize(("free", "state"), [(5e9, State.OK), (5e8, State.NOTE), (5e7, State.WRONG)])
def test_little_space_is_of_note_and_hardly_any_is_wrong(monkeypatch, free, state):
    monkeypatch.setattr("shutil.disk_usage", lambda _: type("Usage", (), {"free": free}))
    assert states(doctor_checks.disk) == {"disk": state}


def test_a_machine_without_chromium_is_told_that_only_the_browser_tests_need_it(monkeypatch):
    monkeypatch.setattr("shutil.which", lambda _: None)
    assert states(doctor_checks.for_the_tests)["Chromium"] is State.NOTE
