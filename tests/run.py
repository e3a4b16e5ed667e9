"""`make check` and `make test`: the gates, then every test this machine can run, then what was skipped and why."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

from tests import postgres
from tests.gates import REPOSITORY, run_gates
from tests.outcomes import Outcome, closing, read_junit, skipped

BUILD = REPOSITORY / "build" / "tests"
PROCESSES = str(min(os.cpu_count() or 1, 4))


def main(words: list[str]) -> int:
    """Runs gates (`--gates`: nothing else) and tests, and returns the exit code."""
    BUILD.mkdir(parents=True, exist_ok=True)
    began, outcomes = time.perf_counter(), []
    for outcome in run_gates():
        outcomes.append(_tell(outcome))
    if "--gates" not in words:
        outcomes.append(_tell(pytest("tests on SQLite", database=None)))
        outcomes.append(_tell(on_postgresql()))
        outcomes.append(_tell(in_the_browser()))
    lines, well = closing(outcomes, nothing_skipped=os.environ.get("CI") == "true")
    print(f"\n{time.perf_counter() - began:.0f} s in all", *lines, sep="\n")
    return 0 if well else 1


def pytest(name: str, *words: str, database: str | None, **environment: str) -> Outcome:
    """One run of pytest, in two processes, on SQLite or the database of an address."""
    report = BUILD / f"{name.replace(' ', '-')}.xml"
    report.unlink(missing_ok=True)
    scope = words or ("bredvid", "tests", "--ignore=tests/browser")
    command = [sys.executable, "-m", "pytest", *scope, "-n", PROCESSES, "--no-header", f"--junitxml={report}"]
    env = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | environment
    if database:
        env["DATABASE_URL"] = database
    began = time.perf_counter()
    done = subprocess.run(command, cwd=REPOSITORY, env=env, capture_output=True, text=True, check=False)
    return _outcome(name, report, done, time.perf_counter() - began)


def _outcome(name: str, report: Path, done: "subprocess.CompletedProcess[str]", seconds: float) -> Outcome:
    # No report: pytest itself fell. Then that is the failure, with its words.
    outcome = read_junit(report, name) if report.exists() else Outcome(name, failed=1)
    if done.returncode != 0:
        outcome.failed = max(outcome.failed, 1)
        outcome.words = done.stdout + done.stderr
    outcome.seconds = seconds
    return outcome


def on_postgresql() -> Outcome:
    """The same tests on PostgreSQL: the server of DATABASE_URL, or one started from a wheel."""
    name = "tests on PostgreSQL"
    if given := os.environ.get("DATABASE_URL", ""):
        return pytest(name, database=given)
    try:
        with postgres.running() as address:
            return pytest(name, database=address)
    except postgres.NoServerError as error:
        return skipped(name, f"PostgreSQL did not start ({error}); give a server by DATABASE_URL.")


def in_the_browser() -> Outcome:
    """The journeys and the pages in Chromium."""
    name = "tests in the browser"
    if not shutil.which("chromium"):
        return skipped(name, "Chromium is not there. On Debian: apt install chromium")
    return pytest(name, "tests/browser", database=None)


def _tell(outcome: Outcome) -> Outcome:
    print(outcome.line, flush=True)
    if outcome.failed and outcome.words:
        print("\n".join(f"    {line}" for line in outcome.words.splitlines()[-120:]), flush=True)
    return outcome


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
