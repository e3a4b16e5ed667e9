"""What is stored in the rows of a month or a year, and in how many rows: one question to the database for each table.

The rows are taken out once and then grouped, by several columns at a time where these have few values together: it is
the number of groupings that costs. What a number stands for is the business of rules.held and rules.sums.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from django.db import connection, models

from bredvid.register.codebook import current
from bredvid.register.models import Contact, CountedYear, FollowUpAnswer, Outreach, PeriodYear, SupportPeriod, Unit
from bredvid.register.rules import sums
from bredvid.register.rules.held import of_answers, of_columns, of_contacts, of_women
from bredvid.register.rules.sums import Stored

# So many single variables are grouped together.
SINGLES = 4


@dataclass(frozen=True)
class _Grouping:
    """Rows grouped by some columns of those taken out. `number` is how many rows, or another sum."""

    columns: tuple[str, ...]
    number: str = "COUNT(*)"

    def sql(self, at: int, width: int) -> str:
        """The question, with its number and as many columns as the widest grouping."""
        wanted = ", ".join((str(at), *self.columns, *["0"] * (width - len(self.columns)), self.number))
        by = f" GROUP BY {', '.join(self.columns)}" if self.columns else ""
        return f"SELECT {wanted} FROM taken{by}"  # noqa: S608 (names of columns)


def month(unit: Unit, key: int) -> Iterator[Stored]:
    """What the contacts, answers and outreach of a month (202611) hold."""
    for each in (_contacts, _answers, _outreach):
        yield from each(unit, key)


def year(unit: Unit, key: int) -> Iterator[Stored]:
    """What the women's and girls' rows of a year hold, of periods that live and of those that are gone."""
    columns = _columns("year")
    risk = current().by_column["situation"].by_code["RISK"].number
    groupings = [_Grouping(("forms", "again", "risk")), *_together(columns, leave=("forms",), beside="again")]
    again = "CASE WHEN first THEN 0 ELSE 1 END AS again"
    at_risk = f"CASE WHEN situation = {risk} THEN 1 ELSE 0 END AS risk"
    wanted = (*columns, again, at_risk)
    periods = f"period_id IN (SELECT id FROM {SupportPeriod._meta.db_table} WHERE unit_id = %s)"  # noqa: S608 (a table)
    both = f"{_source(CountedYear, 'year', wanted)} UNION ALL {_source(PeriodYear, 'year', wanted, whose=periods)}"
    for _at, held, rows in _ask(both, (unit.pk, key, unit.pk, key), groupings):
        yield from of_women(held, rows)


def _contacts(unit: Unit, key: int) -> Iterator[Stored]:
    columns = _columns("contact")
    own = current().by_column["who"].by_code["HON"].number
    groupings = [_Grouping(("who", "kind")), _Grouping(("forms", "alone")), *_together(columns, leave=("who", "forms"))]
    kind = "CASE WHEN in_period THEN 1 ELSE 0 END + CASE WHEN tallied THEN 2 ELSE 0 END AS kind"
    alone = f"CASE WHEN who = {own} AND NOT in_period THEN 1 ELSE 0 END AS alone"
    for _at, held, rows in _ask(_source(Contact, "month", (*columns, kind, alone)), (unit.pk, key), groupings):
        yield from of_contacts(held, rows)


def _answers(unit: Unit, key: int) -> Iterator[Stored]:
    columns = _columns("answer")
    groupings = [_Grouping(()), *_together(columns)]
    for _at, held, rows in _ask(_source(FollowUpAnswer, "month", columns), (unit.pk, key), groupings):
        yield from of_answers(held, rows)


def _outreach(unit: Unit, key: int) -> Iterator[Stored]:
    columns = _columns("outreach")
    totals = ("COUNT(*)", "SUM(reached)", "COUNT(reached)", "SUM(conversations)", "COUNT(conversations)")
    groupings = [*(_Grouping((), f"COALESCE({total}, 0)") for total in totals), *_together(columns)]
    source = _source(Outreach, "month", (*columns, "reached", "conversations"))
    for at, held, rows in _ask(source, (unit.pk, key), groupings):
        if at < len(totals):
            yield sums.OUTREACH, at, 0, rows
        else:
            yield from of_columns(held, rows)


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
    return f"SELECT {', '.join(columns)} FROM {model._meta.db_table} WHERE {whose} AND {span} = %s"  # noqa: S608 (names)


def _ask(
    source: str, parameters: tuple[int, ...], groupings: Sequence[_Grouping]
) -> Iterator[tuple[int, dict[str, int], int]]:
    """Which grouping, what is stored by column, and in how many rows."""
    width = max(len(grouping.columns) for grouping in groupings)
    grouped = " UNION ALL ".join(grouping.sql(at, width) for at, grouping in enumerate(groupings))
    with connection.cursor() as cursor:
        cursor.execute(f"WITH taken AS MATERIALIZED ({source}) {grouped}", parameters)
        for at, *stored, rows in cursor.fetchall():
            yield at, dict(zip(groupings[at].columns, stored, strict=False)), rows
