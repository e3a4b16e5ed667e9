"""The `bredvid` command: every job of the house behind one name, grouped by room.

A room brings its jobs as a click group called `commands` in `bredvid/<room>/commands.py`. It is imported when it is
asked for, after Django is up, so that a job of one room does not pay for the others.
"""

import importlib
import importlib.util
import os

import click

from bredvid import __version__
from bredvid.config.installation import start_django

# What one types → the room whose jobs they are.
ROOMS = {
    **{room: room for room in ("places", "accounts", "review", "register", "figures", "room", "door")},
    "audit": "webaudit",
    "report": "report",
}
# Rooms that compute without Django, and start without it; a job of theirs that keeps something starts it itself.
PURE_ROOMS = frozenset({"figures", "webaudit"})
# The house's own jobs: name → where the click command stands.
HOUSE = {
    "serve": "bredvid.config.serve:serve",
    "prepare": "bredvid.config.prepare:prepare",
    "doctor": "bredvid.config.doctor:doctor",
    "translate": "bredvid.config.translate:translate",
    "docs": "bredvid.config.docs:docs",
    "manage": "bredvid.config.manage:manage",
}


class Unexpected(click.ClickException):
    """An error nobody foresaw, in one line with the way to see all of it."""

    def __init__(self, error: Exception) -> None:
        text = " ".join(str(error).split()) or "no further words"
        super().__init__(f"{type(error).__name__}: {text}\n(BREDVID_TRACEBACK=1 shows where.)")


class House(click.Group):
    """The root: knows the rooms by name and fetches each when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The house's own jobs first, then the rooms that have any."""
        return [*HOUSE, *(room for room in ROOMS if _has_commands(room))]

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The job or room of that name; None where there is none."""
        if name in HOUSE:
            return _fetch(HOUSE[name])
        if name in ROOMS and _has_commands(name):
            if ROOMS[name] not in PURE_ROOMS:
                start_django()
            return _fetch(f"bredvid.{ROOMS[name]}.commands:commands")
        return None

    def invoke(self, ctx: click.Context) -> object:
        """Runs the job; an error nobody foresaw ends in one line instead of a page of frames."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.Abort, click.exceptions.Exit, BrokenPipeError):
            raise
        except Exception as error:
            if os.environ.get("BREDVID_TRACEBACK"):
                raise
            raise Unexpected(error) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Lists every job, each room under its own heading."""
        _write_section(formatter, "The house", [(name, self.get_command(ctx, name)) for name in HOUSE])
        for room in (name for name in ROOMS if _has_commands(name)):
            group = self.get_command(ctx, room)
            if isinstance(group, click.Group):
                jobs = [(f"{room} {job}", group.get_command(ctx, job)) for job in group.list_commands(ctx)]
                _write_section(formatter, room, jobs)


def _write_section(formatter: click.HelpFormatter, title: str, jobs: list[tuple[str, click.Command | None]]) -> None:
    rows = [(name, job.get_short_help_str(90)) for name, job in jobs if job is not None and not job.hidden]
    if rows:
        with formatter.section(title):
            # The same column in every section, so that the page reads as one table.
            formatter.write_dl([(name.ljust(22), text) for name, text in rows], col_max=40)


def _has_commands(name: str) -> bool:
    return importlib.util.find_spec(f"bredvid.{ROOMS[name]}.commands") is not None


def _fetch(place: str) -> click.Command:
    module, _, name = place.partition(":")
    command = getattr(importlib.import_module(module), name)
    if not isinstance(command, click.Command):
        raise TypeError(f"{place} is no command")
    return command


@click.group(
    cls=House,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120},
    epilog="More of each: bredvid JOB --help. Settings are read from the environment: docs/reference/settings.md.",
)
@click.version_option(version=__version__, prog_name="bredvid")
def root() -> None:
    """Bredvid: beside women and girls exploited in prostitution and pornography, and what is done for them, counted."""


def main() -> None:
    """Runs the `bredvid` command."""
    root(prog_name="bredvid")
