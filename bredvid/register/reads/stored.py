"""What is stored in the rows of months and years, and in how many rows: one question to the database for each table.

The rows are taken out once and then grouped, by several columns at a time where these have few values together: it is
the number of groupings that costs. What a number stands for is the business of rules.held and rules.sums.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

from bredvid.register.codebook import current
from bredvid.register.models import Contact, CountedYear, FollowUpAnswer, Outreach, PeriodYear, SupportPeriod, Unit
from bredvid.register.rules import sums
from bredvid.register.rules.held import of_answers, of_columns, of_contacts, of_women
from bredvid.register.rules.sums import Stored

# A span (a month or a year), and what is stored in it.
InSpan = tuple[int, Stored]
# A database sorts a year's rows faster than several years' at once.
AT_ONCE = 12
# So many single variables are grouped together.
SINGLES = 4


@dataclass(frozen=True)
class _Grouping:
    """Rows grouped by some columns of those taken out. `number` is how many rows, or another sum."""

    columns: tuple[str, ...]
    number: str = "COUNT(*)"

    def sql(self, at: int, width: int) -> str:
        """The question, with its number and as many columns as the widest grouping."""
        by = ", ".join(("span", *self.columns))
        empty = ", 0" * (width - len(self.columns))
        return f"SELECT {at}, {by}{empty}, {self.number} FROM taken GROUP BY {by}"  # noqa: S608 (names of columns)


def months(unit: Unit, keys: Sequence[int]) -> dict[int, list[Stored]]:
    """By month: what its contacts, answers and outreach hold."""
    return _by_span(keys, (_contacts, _answers, _outreach), unit)


def years(unit: Unit, keys: Sequence[int]) -> dict[int, list[Stored]]:
    """By year: what its women's and girls' rows hold, of periods that live and of those that are gone."""
    return _by_span(keys, (_women,), unit)


def _contacts(unit: Unit, keys: Sequence[int]) -> Iterator[InSpan]:
    columns = _columns("contact")
    own = current().by_column["who"].by_code["HON"].number
    groupings = [_Grouping(("who", "kind")), _Grouping(("forms", "alone")), *_together(columns, leave=("who", "forms"))]
    kind = "CASE WHEN in_period THEN 1 ELSE 0 END + CASE WHEN tallied THEN 2 ELSE 0 END AS kind"
    alone = f"CASE WHEN who = {own} AND NOT in_period THEN 1 ELSE 0 END AS alone"
    for span, held, rows in _ask(_source(Contact, "month", (*columns, kind, alone)), (unit.pk, *keys), keys, groupings):
        yield from _in(span, of_contacts(held, rows))


def _answers(unit: Unit, keys: Sequence[int]) -> Iterator[InSpan]:
    columns = _columns("answer")
    for span, held, rows in _ask(
        _source(FollowUpAnswer, "month", columns), (unit.pk, *keys), keys, [_Grouping(()), *_together(columns)]
    ):
        yield from _in(span, of_answers(held, rows))


def _outreach(unit: Unit, keys: Sequence[int]) -> Iterator[InSpan]:
    columns = _columns("outreach")
    totals = ("COUNT(*)", "SUM(reached)", "COUNT(reached)", "SUM(conversations)", "COUNT(conversations)")
    groupings = [*(_Grouping((), f"COALESCE({total}, 0)") for total in totals), *_together(columns)]
    source = _source(Outreach, "month", (*columns, "reached", "conversations"))
    for at, (span, held, rows) in _numbered(source, (unit.pk, *keys), keys, groupings):
        if at < len(totals):
            yield span, (sums.OUTREACH, at, 0, rows)
        else:
            yield from _in(span, of_columns(held, rows))


def _women(unit: Unit, keys: Sequence[int]) -> Iterator[InSpan]:
    columns = _columns("year")
    risk = current().by_column["situation"].by_code["RISK"].number
    groupings = [_Grouping(("forms", "again", "risk")), *_together(columns, leave=("forms",), beside="again")]
    again = "CASE WHEN first THEN 0 ELSE 1 END AS again"
    at_risk = f"CASE WHEN situation = {risk} THEN 1 ELSE 0 END AS risk"
    wanted = (*columns, again, at_risk)
    periods = f"period_id IN (SELECT id FROM {SupportPeriod._meta.db_table} WHERE unit_id = %s)"  # noqa: S608
    both = f"{_source(CountedYear, 'year', wanted)} UNION ALL {_source(PeriodYear, 'year', wanted, whose=periods)}"
    for span, held, rows in _ask(both, (unit.pk, *keys, unit.pk, *keys), keys, groupings):
        yield from _in(span, of_women(held, rows))


def _in(span: int, several: Iterable[Stored]) -> Iterator[InSpan]:
    return ((span, stored) for stored in several)


def _columns(what: str) -> tuple[str, ...]:
    return tuple(variable.column for variable in current().on(what))


def _together(columns: Sequence[str], *, leave: Sequence[str] = (), beside: str = "") -> list[_Grouping]:
    """Groupings of these columns: masks alone (a need with its reasons), single variables a few at a time."""
    aside = (beside,) if beside else ()
    rest = [column for column in columns if column not in leave]
    masks = [column for column in rest if current().by_column[column].is_multiple and column != "unmet_why"]
    single = [column for column in rest if not current().by_column[column].is_multiple]
    return [
        *(_Grouping((*((mask, "unmet_why") if mask == "unmet" else (mask,)), *aside)) for mask in masks),
        *(_Grouping((*single[at : at + SINGLES], *aside)) for at in range(0, len(single), SINGLES)),
    ]


def _source(model: type[models.Model], span: str, columns: Iterable[str], *, whose: str = "unit_id = %s") -> str:
    table, wanted = model._meta.db_table, ", ".join((f"{span} AS span", *columns))
    return f"SELECT {wanted} FROM {table} WHERE {whose} AND {span} IN {{spans}}"  # noqa: S608 (names of ours)


def _ask(source: str, parameters: tuple[int, ...], keys: Sequence[int], groupings: Sequence[_Grouping]) -> Any:
    for _at, found in _numbered(source, parameters, keys, groupings):
        yield found


def _numbered(
    source: str, parameters: tuple[int, ...], keys: Sequence[int], groupings: Sequence[_Grouping]
) -> Iterator[tuple[int, tuple[int, dict[str, int], int]]]:
    """Which grouping, the span, what is stored by column, and in how many rows."""
    width = max(len(grouping.columns) for grouping in groupings)
    taken = source.replace("{spans}", f"({', '.join(['%s'] * len(keys))})")
    grouped = " UNION ALL ".join(grouping.sql(at, width) for at, grouping in enumerate(groupings))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH taken AS MATERIALIZED ({taken}) {grouped}", parameters)
        for at, span, *stored, rows in cursor.fetchall():
            yield at, (span, dict(zip(groupings[at].columns, stored, strict=False)), rows)


def _by_span(keys: Sequence[int], askings: Sequence[Any], unit: Unit) -> dict[int, list[Stored]]:
    spans: dict[int, list[Stored]] = {key: [] for key in keys}
    for start in range(0, len(keys), AT_ONCE):
        for asking in askings:
            for span, stored in asking(unit, keys[start : start + AT_ONCE]):
                spans[span].append(stored)
    return spans
