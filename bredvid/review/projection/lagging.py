"""How far a draft lags behind the field: what building it anew would change. Nothing is written."""

from collections.abc import Iterable
from dataclasses import dataclass

from bredvid.review.models import Answer, Case, Fieldwork, Missing, Round
from bredvid.review.projection.building import answer_rows, standing_of
from bredvid.review.projection.rows import Row

_NO_ANSWER = frozenset({Missing.NOT_ASKED.value, Missing.BLANK.value})
_Rows = dict[tuple[int, int], set[Row]]


@dataclass(frozen=True)
class Lag:
    """`answers` of `municipalities` have come, changed or gone; of `others` only what came of asking them has.

    True where there is anything. An answer that has changed and changed back does not lag, nor one whose number of
    persons is another within its band: the draft says of it what it would say if it were built now.
    """

    answers: int
    municipalities: int
    others: int

    def __bool__(self) -> bool:
        return bool(self.municipalities or self.others)


def lag_of(fieldwork: Fieldwork, draft: Round) -> Lag:
    """Compares every answer of the draft with what stands in the field now. Raises NotProjectable."""
    cases = list(fieldwork.cases.all())
    stood = dict(draft.respondents.values_list("code", "pk"))
    # A municipality that is not in the draft at all has no id there; no id of the database is below zero.
    ids = {case.code: stood.get(case.code, -case.pk) for case in cases}
    before, now = _by_question(_stored(draft)), _by_question(answer_rows(fieldwork, cases, ids))
    differ = [key for key in before.keys() | now.keys() if before.get(key, set()) != now.get(key, set())]
    answers = [key for key in differ if _is_answer(before.get(key, ())) or _is_answer(now.get(key, ()))]
    with_answers = {respondent for respondent, _ in answers}
    others = {respondent for respondent, _ in differ} | _other_standing(fieldwork, cases, draft, ids)
    return Lag(len(answers), len(with_answers), len(others - with_answers))


def _stored(draft: Round) -> Iterable[Row]:
    fields = ("respondent_id", "question_id", "option_id", "number", "date", "missing")
    rows = Answer.objects.filter(respondent__round=draft).values_list(*fields)
    return (Row(*row) for row in rows.iterator(chunk_size=10_000))


def _by_question(rows: Iterable[Row]) -> _Rows:
    found: _Rows = {}
    for row in rows:
        found.setdefault((row.respondent, row.question), set()).add(row)
    return found


def _is_answer(rows: Iterable[Row]) -> bool:
    """Whether there is more to it than that the question was not put or was left blank."""
    return any(row.missing not in _NO_ANSWER for row in rows)


def _other_standing(fieldwork: Fieldwork, cases: Iterable[Case], draft: Round, ids: dict[str, int]) -> set[int]:
    """Municipalities that have come to the round or left it, or whose outcome is another than the draft says."""
    fields = ("state", "outcome", "wave")
    before = {pk: dict(zip(fields, row, strict=True)) for pk, *row in draft.respondents.values_list("pk", *fields)}
    now = {ids[case.code]: standing_of(fieldwork, case) for case in cases}
    return {pk for pk in before.keys() | now.keys() if before.get(pk) != now.get(pk)}
