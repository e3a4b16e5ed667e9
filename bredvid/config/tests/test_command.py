"""The `bredvid` command: every job is listed, errors are one line, figures start without Django."""

import os
import subprocess
import sys

import click
import pytest
from click.testing import CliRunner

from bredvid.config.command import House, root


def run(*words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bredvid", *words],
        capture_output=True,
        text=True,
        env=os.environ | environment,
        check=False,
    )


def test_help_lists_the_jobs_of_every_room_under_its_own_heading():
    # When help is asked for
    shown = CliRunner().invoke(root, ["--help"]).output
    # Then the house's jobs and each room's stand there with their words
    for job in ("serve", "prepare", "doctor", "figures interval", "review check"):
        assert f"\n  {job} " in shown
    assert "\nfigures:\n" in shown


def test_figures_compute_without_django():
    probe = (
        "import sys; from click.testing import CliRunner; from bredvid.config.command import root; "
        "CliRunner().invoke(root, ['figures', 'interval', '4', '73', '290']); print('django' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", probe], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@pytest.fixture
def house_that_breaks(monkeypatch):
    @click.command()
    def broken() -> None:
        raise RuntimeError("the\nreason")

    monkeypatch.setattr(House, "get_command", lambda self, ctx, name: broken)


def test_an_unforeseen_error_is_one_line_and_a_way_to_see_more(house_that_breaks, monkeypatch):
    monkeypatch.delenv("BREDVID_TRACEBACK", raising=False)
    done = CliRunner().invoke(root, ["anything"])
    assert done.exit_code == 1
    assert done.output == "Error: RuntimeError: the reason\n(BREDVID_TRACEBACK=1 shows where.)\n"


def test_the_whole_error_is_there_when_asked_for(house_that_breaks, monkeypatch):
    monkeypatch.setenv("BREDVID_TRACEBACK", "1")
    assert isinstance(CliRunner().invoke(root, ["anything"]).exception, RuntimeError)


def test_unknown_settings_are_named_with_the_known_ones():
    environment = {"BREDVID_SETTINGS": "staging", "DJANGO_SETTINGS_MODULE": ""}
    done = run("manage", "check", **environment)
    assert done.returncode == 1
    assert "BREDVID_SETTINGS is 'staging'; it should be development or production." in done.stderr


def test_production_without_a_secret_says_which_setting_to_set():
    environment = {"BREDVID_SETTINGS": "production", "DJANGO_SETTINGS_MODULE": "", "BREDVID_SECRET_KEY": ""}
    done = run("prepare", **environment)
    assert done.returncode == 1
    assert "Set BREDVID_SECRET_KEY in the environment" in done.stderr
    assert "Traceback" not in done.stderr
