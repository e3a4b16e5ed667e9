"""`bredvid audit evaluate`: how right the judge is on the labelled set."""

import json
from collections.abc import Sequence

import click

from bredvid.webaudit.shapes import PageVerdicts, Raw, State, Verdict
from bredvid.webaudit.truth.agreement import Agreement, agreements
from bredvid.webaudit.truth.evaluating import (
    evaluate as evaluated,
    held_out_labels,
    held_out_truth,
    kept_labels,
    kept_truth,
)
from bredvid.webaudit.truth.examples import HELD_OUT, BlocksError, Example, examples, part_of
from bredvid.webaudit.truth.false_hits import false_hits, hits
from bredvid.webaudit.truth.reading import LABELLED, LabelsError
from bredvid.webaudit.truth.telling import Report, as_lines, as_values, difference_line


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")
@click.option("--show", type=click.Choice(LABELLED), multiple=True, help="List where judge and labels differ.")
@click.option(
    "--part",
    type=click.Choice(["all", "open", "kept-back", "held-out"]),
    default="all",
    show_default=True,
    help="All blocks of the development set, its open half that words and rules may be bettered on, its half kept back "
    "from that, or instead the set held out: blocks that nobody who betters them has seen. Measure it last.",
)
def evaluate(as_json: bool, show: tuple[str, ...], part: str) -> None:
    """Precision and recall of the judge on the labelled blocks, with exact intervals, and its false hits."""
    try:
        report = _report(part)
    except (BlocksError, LabelsError) as error:
        raise click.ClickException(str(error)) from None
    if as_json:
        click.echo(json.dumps(as_values(report), ensure_ascii=False, indent=1, sort_keys=True))
        return
    click.echo("\n".join(as_lines(report)))
    for difference in report.evaluation.disagreements:
        if difference.indicator in show:
            click.echo(difference_line(difference))


def _report(part: str) -> Report:
    sentences = false_hits()
    if part == "held-out":
        blocks = _held_out()
        chosen, what_holds = blocks, held_out_truth(blocks)
        agreement = agreements(*held_out_labels({block.id for block in blocks}))
    else:
        blocks = examples()
        chosen, what_holds, agreement = part_of(blocks, part), kept_truth(blocks), _agreement(blocks)
    evaluation = evaluated(lambda block: _judge(block.raw()), chosen, what_holds)
    return Report(evaluation, agreement, len(sentences), hits(_judge, sentences))


def _held_out() -> tuple[Example, ...]:
    """The blocks held out. Raises BlocksError where none are kept at the moment."""
    if not any(HELD_OUT.glob("*.toml")):
        raise BlocksError("no held-out blocks: a new set has to be written and labelled first")
    return examples(HELD_OUT)


def _judge(raw: Raw) -> PageVerdicts:
    """What the audit says of a page alone; what cannot be read could not be checked."""
    # Only here: labels can be read and examined where there is no judge.
    from bredvid.webaudit.judging.pages import judge_page
    from bredvid.webaudit.reading.page import read
    from bredvid.webaudit.reading.problems import Unreadable

    try:
        return judge_page(read(raw))
    except Unreadable as error:
        unread = Verdict(State.NOT_CHECKED, str(error))
        return PageVerdicts(raw.url, "", "", "", "", {}, dict.fromkeys(LABELLED, unread), problem=str(error))


def _agreement(blocks: Sequence[Example]) -> dict[str, Agreement]:
    """Between the two labellings, over the blocks that both hold; empty where there are none."""
    first, second = kept_labels({block.id for block in blocks})
    return agreements(first, second) if second else {}
