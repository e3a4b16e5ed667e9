"""How far a crawl has come, as a bar on a terminal; elsewhere nothing."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bredvid.webaudit.crawling.shapes import Outcome
from bredvid.webaudit.crawling.visit import Told


@contextmanager
def following(sites: int) -> Iterator[Told]:
    """Gives what is to be told each outcome as it grows; shows sites done, pages, and addresses without a page."""
    console = Console(stderr=True)
    told: dict[str, Outcome] = {}
    columns = (
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("sites"),
        TextColumn("{task.fields[pages]} pages, {task.fields[failed]} without"), TimeElapsedColumn(),
    )  # fmt: skip
    with Progress(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("Reading", total=sites, pages=0, failed=0)

        def tell(outcome: Outcome) -> None:
            told[outcome.code] = outcome
            if console.is_terminal:
                bar.update(
                    task, completed=sum(bool(each.ended) for each in told.values()),
                    pages=sum(each.pages for each in told.values()), failed=sum(each.failed for each in told.values()),
                )  # fmt: skip

        yield tell
