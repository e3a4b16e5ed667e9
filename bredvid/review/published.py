"""Results of an aggregate-only round, from the figures its source printed."""

from collections import defaultdict
from collections.abc import Iterable

from bredvid.figures.figure import Base, Figure, Source, VerbalFigure
from bredvid.review.bases import base_of_count, base_of_follow_up, base_of_question
from bredvid.review.keys import Filters, make_key
from bredvid.review.models import Option, PublishedFigure, Question, Round
from bredvid.review.results import Result


def results(round_: Round, questions: Iterable[Question], *, among: Option | None = None) -> list[Result]:
    """One result per question, from what was printed of it, or of it among those who gave one answer."""
    printed = _printed(round_)
    return [_result(round_, question, printed, among) for question in questions]


def subgroups(round_: Round, question: Question) -> set[int]:
    """The options (ids) among whose givers the source prints figures of this question."""
    rows = PublishedFigure.objects.filter(round=round_, question=question, among__isnull=False)
    return set(rows.values_list("among_id", flat=True))


class _Printed:
    """A round's printed figures by option, whole and among those who gave one answer."""

    def __init__(self, rows: Iterable[PublishedFigure]) -> None:
        self._rows: dict[int | None, dict[int, PublishedFigure]] = defaultdict(dict)
        for row in rows:
            self._rows[row.among_id][row.option_id] = row

    def count_of(self, option: int) -> int:
        """The printed count of an answer. Raises ValueError where there is none: a base cannot be guessed."""
        row = self._rows[None].get(option)
        if row is None or row.count is None:
            raise ValueError(f"answer {option} has no printed count, so nothing can be said of those who gave it")
        return row.count

    def of(self, options: Iterable[Option], among: Option | None) -> list[tuple[Option, PublishedFigure]]:
        """Each option that something is printed of, with it."""
        rows = self._rows[among.pk if among else None]
        return [(option, rows[option.pk]) for option in options if option.pk in rows]


def _printed(round_: Round) -> _Printed:
    return _Printed(PublishedFigure.objects.filter(round=round_))


def _result(round_: Round, question: Question, printed: _Printed, among: Option | None) -> Result:
    options = tuple(question.options.all())
    rows = printed.of(options, among)
    whole = _base_of_asked(round_, question, printed, among)
    base = base_of_question(
        asked=whole.asked,
        frame=whole.frame,
        counts=[row.count for _, row in rows if row.count is not None],
        exclusive=question.exclusivity != Question.Exclusivity.MULTIPLE,
        declared=question.exclusivity != Question.Exclusivity.UNDECLARED,
    )
    filters: Filters = ((among.question.code, among.code),) if among else ()
    figures = tuple(_figure(round_, question, option, row, base, filters) for option, row in rows)
    return Result(question, round_, figures, base, options, filters)


def _base_of_asked(round_: Round, question: Question, printed: _Printed, among: Option | None) -> Base:
    if among is not None:
        return base_of_follow_up(printed.count_of(among.pk))
    if question.depends_on_id is not None:
        return base_of_follow_up(printed.count_of(question.depends_on_id))
    return Base(asked=round_.answered, valid=round_.answered, frame=round_.frame_size)


def _figure(
    round_: Round, question: Question, option: Option, row: PublishedFigure, base: Base, filters: Filters
) -> Figure | VerbalFigure:
    names = {"round": round_.code, "question": question.code, "option": option.code}
    key = make_key(round_.code, question.code, option.code, filters)
    source = Source(document=round_.label("source"), lines=row.lines)
    if row.count is None:
        return VerbalFigure(key=key, words=row.label("words"), base=base, unit=row.unit, source=source, **names)
    base = base_of_count(base, row.count)
    return Figure(key=key, count=row.count, base=base, unit=row.unit, source=source, filters=filters, **names)
