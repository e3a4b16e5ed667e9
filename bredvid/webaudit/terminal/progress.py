"""A bar on standard error while an archive is judged; nothing where nobody watches."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from bredvid.webaudit.scale.engines import Progress as Told


@contextmanager
def progress_of(title: str) -> Iterator[Told | None]:
    """Gives what `judge_path` tells its progress to; None where standard error is no terminal."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield None
        return
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[pages]} pages"),
    )
    with Progress(*columns, TimeElapsedColumn(), console=console, transient=True) as bar:
        task = bar.add_task(title, total=None, pages=0)

        def tell(done: int, every: int, pages: int) -> None:
            bar.update(task, completed=done, total=every, pages=pages)

        yield tell
