"""What is stored in the rows of months and years, and in how many rows: one question to the database for each table.

The rows are taken out once and then grouped by each column. What a number stands for is rules.sums' business.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db import connection

from bredvid.register.codebook import current
from bredvid.register.models import Contact, CountedYear, FollowUpAnswer, Outreach, PeriodYear, SupportPeriod, Unit
from bredvid.register.rules import sums
from bredvid.register.rules.sums import Stored

# A span (a month or a year), and what is stored in it.
InSpan = tuple[int, str, int, int, int]


@dataclass(frozen=True)
class _Grouping:
    """Rows grouped by one expression, or two, of the rows taken out; `where` takes some of them."""

    name: str
    first: str
    second: str = ""
    where: str = ""
    number: str = "COUNT(*)"

    @property
    def sql(self) -> str:
        by = f"span, {self.first}{', ' + self.second if self.second else ''}"
        chosen = f" WHERE {self.where}" if self.where else ""
        return f"SELECT span, '{self.name}', {self.first}, {self.second or 0}, {self.number} FROM taken{chosen} GROUP BY {by}"  # noqa: S608, E501 (names of the codebook's columns and our own)


def months(unit: Unit, keys: Sequence[int]) -> dict[int, list[Stored]]:
    """By month: what its contacts, answers and outreach hold."""
    return _by_span(keys, (*_contacts(unit, keys), *_answers(unit, keys), *_outreach(unit, keys)))


def years(unit: Unit, keys: Sequence[int]) -> dict[int, list[Stored]]:
    """By year: what its women's and girls' rows hold, of periods that live and of those that are gone."""
    return _by_span(keys, _women(unit, keys))


def _contacts(unit: Unit, keys: Sequence[int]) -> list[InSpan]:
    columns = _columns("contact")
    own = current().by_column["who"].by_code["HON"].number
    groupings = [
        _Grouping(sums.CONTACTS, "who", "kind"),
        _Grouping(sums.ALONE, "forms", where=f"who = {own} AND kind IN (0, 2)"),
        _Grouping(sums.CROSS, "unmet", "unmet_why", where="unmet <> 0"),
        *(_Grouping(column, column) for column in columns),
    ]
    kind = "CASE WHEN in_period THEN 1 ELSE 0 END + CASE WHEN tallied THEN 2 ELSE 0 END AS kind"
    return _ask(_source(Contact, "month", (*columns, kind)), (unit.pk, *keys), keys, groupings)


def _answers(unit: Unit, keys: Sequence[int]) -> list[InSpan]:
    columns = _columns("answer")
    groupings = [_Grouping(sums.FOLLOW_UPS, "one"), *(_Grouping(column, column) for column in columns)]
    return _ask(_source(FollowUpAnswer, "month", (*columns, "1 AS one")), (unit.pk, *keys), keys, groupings)


def _outreach(unit: Unit, keys: Sequence[int]) -> list[InSpan]:
    columns = _columns("outreach")
    totals = ("COUNT(*)", "SUM(reached)", "COUNT(reached)", "SUM(conversations)", "COUNT(conversations)")
    groupings = [
        *(_Grouping(sums.OUTREACH, f"k{at}", number=f"COALESCE({total}, 0)") for at, total in enumerate(totals)),
        *(_Grouping(column, column) for column in columns),
    ]
    numbered = (f"{at} AS k{at}" for at in range(len(totals)))
    source = _source(Outreach, "month", (*columns, "reached", "conversations", *numbered))
    return _ask(source, (unit.pk, *keys), keys, groupings)


def _women(unit: Unit, keys: Sequence[int]) -> list[InSpan]:
    columns = _columns("year")
    risk = current().by_column["situation"].by_code["RISK"].number
    groupings = [
        _Grouping(sums.WOMEN, "again"),
        _Grouping(sums.LINES, "forms", where="again = 0"),
        _Grouping(sums.LINES + sums.AGAIN, "forms", where="again = 1"),
        _Grouping(sums.LINES + sums.AT_RISK, "forms", where=f"again = 0 AND situation = {risk}"),
        *(_Grouping(column, column, where="again = 0") for column in columns),
        *(_Grouping(column + sums.AGAIN, column, where="again = 1") for column in columns),
    ]
    again = "CASE WHEN first THEN 0 ELSE 1 END AS again"
    gone = _source(CountedYear, "year", (*columns, again))
    periods = f"period_id IN (SELECT id FROM {SupportPeriod._meta.db_table} WHERE unit_id = %s)"  # noqa: S608
    living = _source(PeriodYear, "year", (*columns, again), whose=periods)
    both = f"{gone} UNION ALL {living}"
    return _ask(both, (unit.pk, *keys, unit.pk, *keys), keys, groupings)


def _columns(what: str) -> list[str]:
    return [variable.column for variable in current().on(what)]


def _source(model: type, span: str, columns: Iterable[str], *, whose: str = "unit_id = %s") -> str:
    table = model._meta.db_table  # type: ignore[attr-defined]
    return f"SELECT {span} AS span, {', '.join(columns)} FROM {table} WHERE {whose} AND {span} IN {{spans}}"  # noqa: S608


def _ask(source: str, parameters: tuple[int, ...], keys: Sequence[int], groupings: Sequence[_Grouping]) -> list[InSpan]:
    if not keys:
        return []
    taken = source.replace("{spans}", f"({', '.join(['%s'] * len(keys))})")
    grouped = " UNION ALL ".join(grouping.sql for grouping in groupings)
    with connection.cursor() as cursor:
        cursor.execute(f"WITH taken AS MATERIALIZED ({taken}) {grouped}", parameters)
        return list(cursor.fetchall())


def _by_span(keys: Sequence[int], found: Iterable[InSpan]) -> dict[int, list[Stored]]:
    spans: dict[int, list[Stored]] = {key: [] for key in keys}
    for span, *stored in found:
        spans[span].append(tuple(stored))  # type: ignore[arg-type]
    return spans
