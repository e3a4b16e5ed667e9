"""The gates can fail: each finds what was planted for it."""

from collections import Counter

import pytest

from tests import gates
from tests.outcomes import Outcome, closing


@pytest.fixture
def locks(tmp_path):
    """A folder with locks that name no host."""
    (tmp_path / "requirements").mkdir()
    (tmp_path / "requirements" / "run.lock").write_text("click==8.5.1 \\\n    --hash=sha256:00\n")
    (tmp_path / "package-lock.json").write_text('{"funding": {"url": "https://example.org"}}')
    return tmp_path


def test_locks_without_hosts_pass(locks):
    assert gates.locks_name_no_host(locks) == ""


def test_a_host_in_a_lock_is_found(locks):
    (locks / "requirements" / "run.lock").write_text("--index-url https://packages.example\n")
    assert gates.locks_name_no_host(locks) == "run.lock: names a host"


def test_a_resolved_address_in_the_package_lock_is_found(locks):
    (locks / "package-lock.json").write_text('{"resolved": "x"}')
    assert gates.locks_name_no_host(locks) == 'package-lock.json: has "resolved" lines'


@pytest.mark.parametrize("place", gates.PLACES)
def test_a_machines_place_in_a_file_is_found(tmp_path, place):
    page = tmp_path / "page.md"
    page.write_text(f"one\nsee {place}thing\n")
    assert gates.no_places([page]).startswith("page.md:2: ")


def test_the_repositorys_own_addresses_are_no_places(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("bredvid/report/network/ and docs/homework/\n")
    assert gates.no_places([page]) == ""


def test_a_command_that_fails_gives_its_words():
    assert gates.command("sh", "-c", "echo wrong; exit 3") == "wrong\n"


def test_a_skip_is_a_failure_where_nothing_may_be_skipped():
    # Given a run with one skip
    outcomes = [Outcome("tests", passed=3, skipped=1, reasons=Counter(["no Chromium"]))]
    # When it closes on somebody's own machine and in CI
    here, well_here = closing(outcomes, nothing_skipped=False)
    there, well_there = closing(outcomes, nothing_skipped=True)
    # Then the first is well and says what was skipped, the second has failed
    assert here == ["skipped, 1: no Chromium", "3 passed, 0 failed, 1 skipped"]
    assert (well_here, well_there) == (True, False)
    assert there[-1] == here[-1]
