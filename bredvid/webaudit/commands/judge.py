"""`bredvid audit judge`: verdicts on an archive, a folder or a file, as JSON or for a person to read."""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TextIO

import click

from bredvid.webaudit.judging.result import written
from bredvid.webaudit.scale.engines import ENGINES, EngineError, judge_path
from bredvid.webaudit.shapes import Judgement
from bredvid.webaudit.terminal.progress import progress_of


class NoSuchPath(click.ClickException):
    """A path that does not exist: one line, exit code 2."""

    exit_code = 2


class Interrupted(click.ClickException):
    """Somebody pressed Ctrl-C: one line, exit code 130, as shells expect."""

    exit_code = 130

    def __init__(self) -> None:
        super().__init__(
            "interrupted. Nothing was written; what was crawled, and an earlier result, are as they were. "
            "The same command begins again."
        )


@click.command()
@click.argument("paths", metavar="PATH…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for a program to read.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the JSON to a file.")
@click.option("--engine", type=click.Choice(sorted(ENGINES)), default="processes", show_default=True)
@click.option("--processes", type=click.IntRange(min=1), help="How many; unless told as many as there are processors.")
@click.option("--dask", default="", metavar="ADDRESS", help="Where the cluster is, for the engine dask.")
@click.option("--language", type=click.Choice(["sv", "en"]), default="sv", show_default=True)
@click.option("--pages", is_flag=True, help="Show also each page that has a passage.")
def judge(
    paths: tuple[Path, ...], as_json: bool, out: Path | None, engine: str, processes: int | None, dask: str,
    language: str, pages: bool,
) -> None:  # fmt: skip
    """Judge web pages by the indicators W1–W12, with the passage behind each verdict.

    PATH is an archive (WARC), a folder of HTML or text files, or one file: .html, .txt, .json, .pdf. What could not be
    read is named under problems and is never *not found*; the exit code is 0 all the same.
    """
    judgement = judged(paths, engine=engine, processes=processes, dask=dask)
    if out:
        _write_whole(written(judgement), out)
        click.echo(f"Written: {out} ({len(judgement.pages)} pages, {len(judgement.sites)} sites)", err=True)
    elif as_json:
        _write(written(judgement), sys.stdout)
    else:
        _show(judgement, language, pages)


def judged(paths: Iterable[Path], *, engine: str, processes: int | None, dask: str = "") -> Judgement:
    """The judgement of some paths together.

    Ends in one line: with exit code 2 where a path does not exist, with 130 where somebody interrupts it. A judgement
    of half an archive would say *not found* of what was not looked at, so nothing of it is written.
    """
    with progress_of("Judging") as progress:
        try:
            return judge_path(*paths, engine=engine, processes=processes, dask=dask, progress=progress)
        except FileNotFoundError as error:
            raise NoSuchPath(str(error)) from None
        except EngineError as error:
            raise click.ClickException(str(error)) from None
        except KeyboardInterrupt:
            raise Interrupted from None


def _write_whole(texts: Iterable[str], out: Path) -> None:
    """Puts the new file in the old one's place when it is whole."""
    begun = out.with_name(f"{out.name}.part")
    try:
        with begun.open("w", encoding="utf-8") as file:
            _write(texts, file)
    except KeyboardInterrupt:
        begun.unlink(missing_ok=True)
        raise Interrupted from None
    begun.replace(out)


def _write(texts: Iterable[str], file: TextIO) -> None:
    for text in texts:
        file.write(text)


def _show(judgement: Judgement, language: str, pages: bool) -> None:
    from bredvid.webaudit.terminal.verdicts import show  # only here: a program need not wait for it

    show(judgement, language, pages=pages)
