"""`make audit`: what is slow to ask or depends on the machine: HTML validity, server time, weight, over every page."""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from rich.progress import track

from tests import site
from tests.gates import REPOSITORY

VALIDATOR = REPOSITORY / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
SLOWEST = 0.2  # seconds of server time
HEAVIEST = 100_000  # bytes of the page itself on the wire; the browser tests weigh what it asks for as well
TIMES = 3


def main() -> int:
    """Fetches every page, times and weighs it, lets the validator read it, and tells what is amiss."""
    site.prepare()
    pages = site.all_pages()
    with tempfile.TemporaryDirectory() as name, site.served() as address:
        folder = Path(name)
        measured = {
            page: _fetch(address, page, folder) for page in track(pages, "Reading", disable=not sys.stdout.isatty())
        }
        wrong = [line for page, values in measured.items() for line in _too_much(page, *values)]
        wrong += _invalid(folder)
    seconds = [values[0] for values in measured.values()]
    weights = [values[1] for values in measured.values()]
    print(f"{len(pages)} pages")
    print(f"server time: median {statistics.median(seconds) * 1000:.0f} ms, slowest {max(seconds) * 1000:.0f} ms")
    print(f"weight: median {statistics.median(weights) / 1000:.1f} kB, heaviest {max(weights) / 1000:.1f} kB")
    print(*wrong, f"{len(wrong)} to mend", sep="\n")
    print("Not asked here: Lighthouse and the HTTP Observatory; they need packages that install from elsewhere.")
    return 1 if wrong else 0


def _fetch(address: str, page: site.Page, folder: Path) -> tuple[float, int]:
    """Seconds (the best of three: the rest is the machine's) and bytes on the wire; keeps the page to be validated."""
    compressed = urllib.request.Request(address + page.path, headers={"Accept-Encoding": "gzip"})  # noqa: S310 — our own
    times, size = [], 0
    for _ in range(TIMES):
        began = time.perf_counter()
        with urllib.request.urlopen(compressed, timeout=30) as answer:  # noqa: S310
            size = len(answer.read())
        times.append(time.perf_counter() - began)
    with urllib.request.urlopen(address + page.path, timeout=30) as answer:  # noqa: S310
        (folder / f"{page.name}.html").write_bytes(answer.read())
    return min(times), size


def _too_much(page: site.Page, seconds: float, size: int) -> list[str]:
    wrong = []
    if seconds > SLOWEST:
        wrong.append(f"{page.path}: {seconds * 1000:.0f} ms")
    if size > HEAVIEST:
        wrong.append(f"{page.path}: {size / 1000:.0f} kB")
    return wrong


def _invalid(folder: Path) -> list[str]:
    if not shutil.which("java"):
        return ["the validator needs Java. On Debian: apt install default-jre-headless"]
    command = ["java", "-jar", str(VALIDATOR), "--format", "json", "--stdout", "--exit-zero-always", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    messages = json.loads(done.stdout)["messages"]
    return sorted({f"{Path(m['url']).stem}:{m.get('lastLine', 0)}: {m['message']}" for m in messages})


if __name__ == "__main__":
    sys.exit(main())
