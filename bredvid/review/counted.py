"""Results of a round that has rows, counted from the answers."""

from collections.abc import Sequence

from bredvid.figures.figure import Base, Figure, Source
from bredvid.figures.quantiles import summarise
from bredvid.review.counting import WHOLE, By, Cell, cells, part_of
from bredvid.review.keys import Filters, make_key
from bredvid.review.models import Option, PublishedFigure, Question, Round
from bredvid.review.results import Result


def results(
    round_: Round, questions: Sequence[Question], *, group: str = "", county: str = "", among: Option | None = None
) -> list[Result]:
    """One result per question, among the respondents the filters let through."""
    part = part_of(round_, group=group, county=county, among=among)
    cell = cells(part, questions)[WHOLE]
    chosen = [("group", group), ("county", county), (among.question.code, among.code) if among else ("", "")]
    filters = tuple((name, value) for name, value in chosen if value)
    return [_result(round_, question, cell, filters, within=among is not None) for question in questions]


def breakdown(round_: Round, question: Question, by: By) -> list[tuple[str, Result]]:
    """The result in each group or county of the frame, with its name, in the order of their codes."""
    found = cells(part_of(round_), [question], by=by)
    part = part_of(round_).select_related(by).order_by(f"{by}__code")
    units = {getattr(respondent, by).pk: getattr(respondent, by) for respondent in part}
    return [
        (unit.localised_name, _result(round_, question, found[pk], ((by, unit.code),))) for pk, unit in units.items()
    ]


def _result(round_: Round, question: Question, cell: Cell, filters: Filters, *, within: bool = False) -> Result:
    options = tuple(question.options.all())
    base = _base(question, cell, within=within)
    figures = tuple(
        Figure(
            key=make_key(round_.code, question.code, option.code, filters),
            count=cell.counts[option.pk],
            base=base,
            unit=PublishedFigure.Unit.MUNICIPALITIES.value,
            round=round_.code,
            question=question.code,
            option=option.code,
            source=Source(document=round_.label("source") or round_.label("title")),
            filters=filters,
        )
        for option in options
    )
    summary = summarise(cell.numbers.get(question.pk, ()))
    return Result(question, round_, figures, base, options, filters, summary)


def _base(question: Question, cell: Cell, *, within: bool) -> Base:
    """Follow-ups, and figures among those who gave one answer, speak of those asked only, not of the silent."""
    asked = cell.asked(question)
    closed = within or question.is_follow_up
    return Base(asked=asked, valid=cell.valid[question.pk], frame=asked if closed else cell.frame)
