"""`bredvid report …`: check what a report claims, and build it as a site, a PDF and open data."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
from rich.console import Console
from rich.progress import Progress, TaskID

from bredvid.report.building import FolderInUseError, Tell, build
from bredvid.report.claims.chapter import LANGUAGES
from bredvid.report.claims.compose import Made
from bredvid.report.claims.problems import Problem, ReportError
from bredvid.report.claims.report import compose_chapters
from bredvid.report.manuscript.reading import chapters_of, site_texts_of
from bredvid.report.pdf.build import PdfError
from bredvid.report.site.build import SiteError
from bredvid.report.site.fetch import FetchError
from bredvid.review.models import Round
from bredvid.review.reads import published_rounds, round_by_code

_STEPS = {"claims": "Trying the claims", "pdf": "Setting the PDF", "data": "Writing the data", "pages": "Writing pages"}


@click.group()
def commands() -> None:
    """The report: its claims, its chapters and its files."""


@commands.command()
@click.argument("round_code", metavar="ROUND")
@click.option("--json", "as_json", is_flag=True, help="Answer as JSON: every claim and every fault.")
def check(round_code: str, as_json: bool) -> None:
    """Try every claim in the chapters of ROUND; list each with its figures, or every fault with its place."""
    claims, problems = _checked(_round(round_code))
    if as_json:
        click.echo(json.dumps(_as_dict(round_code, claims, problems), ensure_ascii=False, indent=2))
    else:
        for problem in problems:
            click.echo(str(problem))
        for claim in claims if not problems else ():
            click.echo(_line(claim))
    if problems:
        raise click.ClickException(f"{len(problems)} to mend before the report of {round_code} can be built.")


@commands.command("build")
@click.argument("round_code", metavar="ROUND")
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The folder; a former build is replaced.")
def build_command(round_code: str, out: Path) -> None:
    """Write the report of ROUND as a site that works from a folder, a PDF and open data.

    The folder must be new, empty or a former build; it is replaced as a whole, or not at all.
    """
    round_ = _round(round_code)
    try:
        with _progress() as tell:
            build(round_, out, tell)
    except ReportError as error:
        raise click.ClickException(f"{error}\nMend these, then build again.") from error
    except (FolderInUseError, PdfError, FetchError, SiteError) as error:
        raise click.ClickException(str(error)) from error
    except OSError as error:
        where = error.filename or out
        raise click.ClickException(f"{where} cannot be written: {error.strerror}. Name another folder.") from error
    click.echo(f"Built: {out / 'index.html'}")


@contextmanager
def _progress() -> Iterator[Tell]:
    """Bars for what takes time, on a terminal; nothing elsewhere."""
    with Progress(console=Console(stderr=True), disable=not sys.stderr.isatty(), transient=True) as progress:
        tasks: dict[str, TaskID] = {}

        def tell(step: str, done: int, known: int) -> None:
            if step not in tasks:
                for task in tasks.values():
                    progress.update(task, completed=progress.tasks[task].total)
                tasks[step] = progress.add_task(_STEPS[step], total=known)
            progress.update(tasks[step], completed=done, total=known)

        yield tell


def _round(code: str) -> Round:
    try:
        return round_by_code(code)
    except Round.DoesNotExist as error:
        known = ", ".join(Round.objects.values_list("code", flat=True)) or "none; run: bredvid prepare"
        raise click.ClickException(f"There is no round {code}. Rounds: {known}.") from error


def _checked(round_: Round) -> tuple[list[Made], list[Problem]]:
    # The site's own texts speak of the newest published round and are tried on it.
    readers = [chapters_of, site_texts_of] if round_ == published_rounds().first() else [chapters_of]
    try:
        sources = [source for read in readers for language in LANGUAGES for source in read(round_.code, language)]
        composed = compose_chapters(round_, sources)
    except ReportError as error:
        return [], list(error.problems)
    claims = [claim for each in composed for claim in each.claims]
    return claims, [problem for each in composed for problem in each.problems]


def _as_dict(round_code: str, claims: list[Made], problems: list[Problem]) -> dict[str, Any]:
    return {
        "round": round_code,
        "claims": [asdict(claim) for claim in claims],
        "problems": [asdict(problem) for problem in problems],
    }


def _line(claim: Made) -> str:
    reason = f" [{claim.scope}: {claim.reason}]" if claim.scope else ""
    return f"{claim.chapter}:{claim.line}: {claim.text} ← {', '.join(claim.keys)}{reason}"
