"""The site as a visitor meets it: prepared in a folder of its own, served by the real server, its pages listed."""

import contextlib
import fcntl
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import Resolver404, resolve
from django.utils import translation

from bredvid.config.tests.server import running
from tests.gates import REPOSITORY

FOLDER = REPOSITORY / "build" / "site"
ENVIRONMENT = {"DJANGO_SETTINGS_MODULE": "bredvid.config.settings.development", "BREDVID_DATA": str(FOLDER)}
_LIST_PAGES = """
import json
from bredvid.config.installation import start_django
start_django()
from django.urls import reverse
from django.utils import translation
from bredvid.report.pages import all_pages
found = []
for language, prefix in (("sv", ""), ("en", "en-")):
    with translation.override(language):
        pages = [*all_pages(), ("catalogue", reverse("report:catalogue"))]
        found += [(prefix + name, path) for name, path in pages]
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Page:
    """A page of the site: a name fit for a file, and its address."""

    name: str
    path: str


def prepare() -> None:
    """Makes the site ready. Several processes may ask at once; the second finds nothing to do."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _python("-m", "bredvid", "prepare", "--quiet")


def all_pages() -> list[Page]:
    """Every public page in both languages."""
    return [Page(name, path) for name, path in json.loads(_python("-c", _LIST_PAGES))]


def sample(pages: list[Page], of_each: int = 2) -> list[Page]:
    """The first few pages of each view: 290 municipality pages are made by one template."""
    seen: Counter[str] = Counter()
    chosen = []
    for page in pages:
        seen[_view_of(page)] += 1
        if seen[_view_of(page)] <= of_each:
            chosen.append(page)
    return chosen


def _view_of(page: Page) -> str:
    english = page.path.startswith("/en/")
    with translation.override("en" if english else "sv"):
        try:
            match = resolve(page.path.partition("?")[0])
        except Resolver404:
            return page.path
    demonstration = "demo" if "demo" in map(str, match.kwargs.values()) else ""
    return f"{english} {match.view_name} {demonstration}"


@contextlib.contextmanager
def served() -> Iterator[str]:
    """Serves the prepared site and yields its address."""
    log = FOLDER / f"served-{os.getpid()}"
    log.mkdir(exist_ok=True)
    command = ["-m", "bredvid", "serve", "--no-prepare", "--port", "{port}", "--workers", "1"]
    with running(command, log, **ENVIRONMENT) as server:
        yield f"http://127.0.0.1:{server.port}"


def _python(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, *words],
        cwd=REPOSITORY,
        env=os.environ | ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"the site could not be made ready: {done.stdout}{done.stderr}")
    return done.stdout
