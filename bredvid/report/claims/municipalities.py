"""The table of all municipalities in a round, whoever answered."""

from django.utils.translation import gettext

from bredvid.report.blocks.tree import Column, Spans, Table, Text
from bredvid.report.opening import opening_question
from bredvid.report.saying import Saying, answers_by_respondent, named_in_report, who_answered
from bredvid.review.models import Respondent, Round
from bredvid.review.reads import questions_of, respondents_of


def municipalities_table(round_: Round) -> Table:
    """Every municipality of the frame with its county, its group and what is known of it: a row for each."""
    sayings = _sayings(round_)
    columns = (
        Column(gettext("Municipality")),
        Column(gettext("County")),
        Column(gettext("Group")),
        Column(gettext("What we know")),
    )
    rows = tuple(
        _row(each.name, _county(each, round_), each.group.localised_name, sayings[each.pk].text)
        for each in respondents_of(round_)
    )
    return Table(gettext("The municipalities"), columns, rows)


def _sayings(round_: Round) -> dict[int, Saying]:
    if round_.aggregate_only:
        return named_in_report(round_)
    shown = questions_of(round_).filter(code=opening_question(round_)).first()
    return answers_by_respondent(round_, shown) if shown else who_answered(round_)


def _county(respondent: Respondent, round_: Round) -> str:
    """The county, shortly; in a demonstration in full, for "Stockholm" alone is a municipality's name too."""
    return respondent.county.localised_name if round_.demonstration else respondent.county.short_name


def _row(*cells: str) -> tuple[Spans, ...]:
    return tuple((Text(cell),) for cell in cells)
