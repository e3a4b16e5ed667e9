"""Server time and weight of every public page. Budget: at most 200 ms and 100 kB a page."""

import gzip
import os
import statistics
import tempfile
import time
from typing import Any

from rich.console import Console


def run() -> dict[str, Any]:
    """Renders each page of both languages three times in this process; milliseconds (median of the three) and bytes."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BREDVID_DATA"] = folder
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bredvid.config.settings.development")
        started = time.perf_counter()
        _prepare()
        prepared = time.perf_counter() - started
        return {"seconds from an empty folder to a filled database": round(prepared, 2), **_measured()}


def _prepare() -> None:
    from bredvid.config.installation import start_django
    from bredvid.config.prepare import prepare_installation

    start_django()
    prepare_installation(Console(quiet=True))


def _measured() -> dict[str, Any]:
    from django.test import Client

    client = Client(HTTP_HOST="localhost")
    times, raw, packed = {}, {}, {}
    for path in _paths():
        times[path] = statistics.median(_milliseconds(client, path) for _ in range(3))
        content = client.get(path).content
        raw[path], packed[path] = len(content), len(gzip.compress(content, 6))
    slowest, heaviest = max(times, key=times.__getitem__), max(raw, key=raw.__getitem__)
    return {
        "pages": len(times),
        "median ms": round(statistics.median(times.values()), 1),
        "slowest ms": f"{times[slowest]:.1f} ({slowest})",
        "heaviest page, bytes": f"{raw[heaviest]} ({heaviest})",
        "heaviest page packed, bytes": max(packed.values()),
        "styles, script and mark packed, bytes": _assets(),
    }


def _paths() -> list[str]:
    from django.utils import translation

    from bredvid.report.pages import all_pages

    found = []
    for language in ("sv", "en"):
        with translation.override(language):
            everything = all_pages()
        municipalities = [path for name, path in everything if "-municipality-" in name]
        # One template makes 290 pages: every 29th is asked, the others cost the same.
        found += [path for name, path in everything if "-municipality-" not in name] + municipalities[::29]
    return found


def _milliseconds(client: Any, path: str) -> float:
    started = time.perf_counter()
    client.get(path)
    return (time.perf_counter() - started) * 1000


def _assets() -> int:
    from django.conf import settings

    static = settings.PACKAGE / "config/static/bredvid"
    files = [*static.glob("css/*.css"), *static.glob("js/*.js"), static / "mark.svg"]
    return sum(len(gzip.compress(path.read_bytes(), 6)) for path in files)
