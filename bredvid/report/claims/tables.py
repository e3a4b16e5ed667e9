"""Tables that a chapter of a round with rows may ask for: who answered by group, and how complete the answers are."""

from collections import Counter
from collections.abc import Iterator, Mapping

from django.utils.translation import gettext

from bredvid.figures.numbers import count
from bredvid.report.blocks.tree import Column, Spans, Table, Text
from bredvid.report.claims.chapter import Language
from bredvid.review.missing import missing_by_reason
from bredvid.review.models import Missing, Respondent, Round
from bredvid.review.reads import Result, respondents_of, results_of


def response_table(round_: Round, language: Language) -> Table:
    """For each group of municipalities how many there are and how many of them answered."""
    everybody = list(respondents_of(round_))
    groups = {each.group.code: each.group for each in everybody}
    frame = Counter(each.group.code for each in everybody)
    answered = Counter(each.group.code for each in everybody if each.state == Respondent.State.ANSWERED)
    columns = (
        Column(gettext("Group")),
        Column(gettext("Municipalities"), numeric=True),
        Column(gettext("Answered"), numeric=True),
    )
    rows = [
        _row(groups[code].localised_name, count(frame[code], language), count(answered[code], language))
        for code in sorted(groups)
    ]
    return Table(gettext("Who answered, by group"), columns, tuple(rows))


def unaccounted_table(round_: Round, language: Language) -> Table:
    """For each question how many were asked, how many gave an answer, and why the others gave none."""
    results = [result for result in results_of(round_) if result.options]
    missing = missing_by_reason(round_, results)
    columns = (
        Column(gettext("Question")),
        Column(gettext("Asked"), numeric=True),
        Column(gettext("Accounted for"), numeric=True),
        Column(gettext("Why there is no value")),
    )
    rows = [
        _row(
            result.question.label("short"),
            count(result.base.asked, language),
            count(result.base.valid, language),
            "; ".join(_reasons(result, missing[result.question.code], language)) or "–",
        )
        for result in results
    ]
    return Table(gettext("How complete the answers are"), columns, tuple(rows))


def _reasons(result: Result, missing: Mapping[str, int], language: Language) -> Iterator[str]:
    for reason in Missing:
        if missing.get(reason.value):
            yield f"{reason.label}: {count(missing[reason.value], language)}"


def _row(*cells: str) -> tuple[Spans, ...]:
    return tuple((Text(cell),) for cell in cells)
