"""The jobs of this room: `bredvid figures …`. They need no settings and no database."""

import json
from fractions import Fraction
from typing import Any

import click

from bredvid.figures.answers import CoverageAnswer, DetectableAnswer, IntervalAnswer
from bredvid.figures.parameters import NEGATIVE_ALLOWED, SHARE, WHOLE, in_one_line
from bredvid.figures.response.answers import ResponseAnswer, TippingAnswer
from bredvid.figures.response.outcomes import Outcomes
from bredvid.figures.response.tipping import tipping_point


@click.group()
def commands() -> None:
    """Compute figures: intervals, bounds, and what so few can tell."""


@commands.command(context_settings=NEGATIVE_ALLOWED)
@click.argument("x", type=WHOLE)
@click.argument("n_answered", type=WHOLE)
@click.argument("n_frame", type=WHOLE)
@click.option("--unknown", type=WHOLE, default=0, help="Answers that are not accounted for: neither yes nor no.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@in_one_line
def interval(x: int, n_answered: int, n_frame: int, unknown: int, as_json: bool) -> None:
    """Interval and bounds for X of N_ANSWERED among N_FRAME."""
    answer = IntervalAnswer(x=x, n=n_answered, N=n_frame, unknown=unknown)
    _print(answer.as_dict(), answer.as_rows(), answer.sentence(), as_json)


@commands.command(context_settings=NEGATIVE_ALLOWED)
@click.argument("n_answered", type=WHOLE)
@click.argument("n_frame", type=WHOLE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON array.")
@in_one_line
def table(n_answered: int, n_frame: int, as_json: bool) -> None:
    """Interval and bounds for every count from 0 to N_ANSWERED."""
    answers = [IntervalAnswer(x=x, n=n_answered, N=n_frame) for x in range(max(n_answered, 0) + 1)]
    rows = [("count", "95 % interval", "bounds"), *(answer.as_row() for answer in answers)]
    _print([answer.as_dict() for answer in answers], rows, f"{n_answered} of {n_frame} answered.", as_json)


@commands.command(context_settings=NEGATIVE_ALLOWED)
@click.argument("positives", type=WHOLE)
@click.argument("group_sizes", type=WHOLE, nargs=-1, required=True, metavar="GROUPSIZE…")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@in_one_line
def detectable(positives: int, group_sizes: tuple[int, ...], as_json: bool) -> None:
    """What POSITIVES units can tell about groups of these sizes."""
    answer = DetectableAnswer(positives, group_sizes)
    _print(answer.as_dict(), answer.as_rows(), answer.sentence(), as_json)


@commands.command(context_settings=NEGATIVE_ALLOWED)
@click.argument("n_answered", type=WHOLE)
@click.argument("n_frame", type=WHOLE)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with every true count.")
@in_one_line
def coverage(n_answered: int, n_frame: int, as_json: bool) -> None:
    """How often the interval is right, for every true count from 0 to N_FRAME."""
    answer = CoverageAnswer(n_answered, n_frame)
    _print(answer.as_dict(), answer.as_rows(), answer.sentence(), as_json)


@commands.command(context_settings=NEGATIVE_ALLOWED)
@click.argument("x", type=WHOLE)
@click.argument("n_answered", type=WHOLE)
@click.argument("n_frame", type=WHOLE)
@click.option("--share", type=SHARE, required=True, help="The share of the whole frame to reach, as 0.8 or 4/5.")
@click.option("--unknown", type=WHOLE, default=0, help="Answers that are not accounted for: neither yes nor no.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@in_one_line
def tipping(x: int, n_answered: int, n_frame: int, share: Fraction, unknown: int, as_json: bool) -> None:
    """How many of the silent must have it too, if X of N_ANSWERED do, for a share of N_FRAME to have it."""
    answer = TippingAnswer(tipping_point(x, n_answered, n_frame, share, unknown=unknown))
    _print(answer.as_dict(), answer.as_rows(), answer.sentence(), as_json)


@commands.command()
@click.option("--complete", type=WHOLE, default=0, help="Units that answered everything that was asked.")
@click.option("--partial", type=WHOLE, default=0, help="Units that answered in part.")
@click.option("--refusal", type=WHOLE, default=0, help="Units that said that they would not answer.")
@click.option("--non-contact", type=WHOLE, default=0, help="Units that were never reached, as when mail came back.")
@click.option("--unknown", type=WHOLE, default=0, help="Units of which nothing was heard.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@in_one_line
def response(as_json: bool, **outcomes: int) -> None:
    """Response, cooperation, refusal and contact rates."""
    answer = ResponseAnswer(Outcomes(**outcomes))
    _print(answer.as_dict(), answer.as_rows(), answer.sentence(), as_json)


def _print(data: Any, rows: list[tuple[str, ...]], sentence: str, as_json: bool) -> None:
    if as_json:
        click.echo(json.dumps(data, separators=(",", ":")))
        return
    from rich.console import Console  # only here: a program that reads JSON need not wait for it
    from rich.table import Table

    head, *body = rows
    grid = Table(*head)
    for row in body:
        grid.add_row(*row)
    console = Console()
    console.print(grid)
    console.print(sentence, highlight=False, markup=False)
