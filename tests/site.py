"""The site as a visitor meets it: prepared in a folder of its own, served by the real server, its pages listed."""

import contextlib
import fcntl
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

from bredvid.config.tests.server import running
from tests.gates import REPOSITORY

FOLDER = REPOSITORY / "build" / "site"
ENVIRONMENT = {"DJANGO_SETTINGS_MODULE": "bredvid.config.settings.development", "BREDVID_DATA": str(FOLDER)}
_LIST_PAGES = """
import json
from bredvid.config.installation import start_django
start_django()
from django.urls import resolve, reverse
from django.utils import translation
from bredvid.report.pages import all_pages
found = []
for language, prefix in (("sv", ""), ("en", "en-")):
    with translation.override(language):
        for name, path in [*all_pages(), ("catalogue", reverse("report:catalogue"))]:
            match = resolve(path)
            kind = (language, match.view_name, "demo" if match.kwargs.get("code") == "demo" else "")
            found.append((prefix + name, path, " ".join(kind)))
print(json.dumps(found))
"""


@dataclass(frozen=True)
class Page:
    """A page of the site: a name fit for a file, its address, and the kind of page it is one of many of."""

    name: str
    path: str
    kind: str = ""


def prepare() -> None:
    """Makes the site ready. Several processes may ask at once; the second finds nothing to do."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / ".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        _python("-m", "bredvid", "prepare", "--quiet")


def all_pages() -> list[Page]:
    """Every public page in both languages."""
    return [Page(*entry) for entry in json.loads(_python("-c", _LIST_PAGES))]


def sample(pages: list[Page], of_each: int = 3) -> list[Page]:
    """Some pages of each kind, the first and the last among them: 290 municipality pages are made by one template.

    English pages are made by the same templates, so one of each is enough.
    """
    kinds: dict[str, list[Page]] = {}
    for page in pages:
        kinds.setdefault(page.kind, []).append(page)
    return [page for kind, some in kinds.items() for page in _spread(some, 1 if kind.startswith("en ") else of_each)]


def _spread(pages: list[Page], number: int) -> list[Page]:
    if number == 1 or len(pages) <= number:
        return pages[:number]
    return [pages[place * (len(pages) - 1) // (number - 1)] for place in range(number)]


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
