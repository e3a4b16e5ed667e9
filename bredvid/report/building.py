"""Builds a round's report into a folder: site, PDF and open data, all of it or nothing.

The folder is made beside its place and moved there when it is whole, so that a reader never meets half a report and a
failed build leaves the former one standing.
"""

import glob
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bredvid.report.blocks.tree import Report
from bredvid.report.claims.chapter import LANGUAGES
from bredvid.report.claims.report import compose_report
from bredvid.report.data.files import write_all
from bredvid.report.pdf.build import render_pdf
from bredvid.report.site.build import write_site
from bredvid.review.models import Round

# Stands in every folder that was built, so that another folder is never taken for one and replaced.
MARK = ".bredvid-build"
PDF_NAMES = {"sv": "report.pdf", "en": "report-en.pdf"}

# Told what is being done, how much of it is done, and how much there is as far as is known.
Tell = Callable[[str, int, int], None]


class FolderInUseError(Exception):
    """The folder holds something that is not a former build, and is left alone."""


def build(round_: Round, out: Path, tell: Tell) -> None:
    """Writes the report of a round into `out`; equal rounds give equal files.

    Raises FolderInUseError, ReportError, PdfError, FetchError or SiteError; `out` is then as it was.
    """
    _refuse_foreign(out)
    reports = list(_composed(round_, tell))
    with _replacing(out) as folder:
        (folder / MARK).write_text(f"{round_.code}\n", encoding="utf-8")
        for at, report in enumerate(reports):
            tell("pdf", at, len(reports))
            (folder / PDF_NAMES[report.language]).write_bytes(render_pdf(report))
        tell("data", 0, 1)
        write_all(round_, folder / "data")
        write_site(round_, folder, lambda done, known: tell("pages", done, known))


def _composed(round_: Round, tell: Tell) -> Iterator[Report]:
    for at, language in enumerate(LANGUAGES):
        tell("claims", at, len(LANGUAGES))
        yield compose_report(round_, language)


def _refuse_foreign(out: Path) -> None:
    if out.exists() and not out.is_dir():
        raise FolderInUseError(f"{out} is a file; name a folder.")
    if out.is_dir() and any(out.iterdir()) and not (out / MARK).is_file():
        raise FolderInUseError(f"{out} holds something that is no built report; name an empty or a new folder.")


@contextmanager
def _replacing(out: Path) -> Iterator[Path]:
    """A new folder that takes the place of `out` when the block ends well, and is removed when it does not."""
    out = out.resolve()
    _remove_left_over(out)
    new = out.with_name(f".{out.name}.new-{os.getpid()}")
    old = out.with_name(f".{out.name}.old-{os.getpid()}")
    new.mkdir(parents=True)
    try:
        yield new
        if out.exists():
            out.rename(old)
        new.rename(out)
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _remove_left_over(out: Path) -> None:
    """Removes what a build that was killed left beside `out`; what a build that still runs is making stays."""
    for left in out.parent.glob(f".{glob.escape(out.name)}.new-*"):
        maker = left.name.rpartition("-")[2]
        if maker.isdigit() and not _runs(int(maker)):
            shutil.rmtree(left, ignore_errors=True)


def _runs(process: int) -> bool:
    if process == os.getpid():
        return False  # its number was used before
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True  # somebody else's
    return True
