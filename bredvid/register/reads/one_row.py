"""What one row holds, and in which sums: the same as reads.stored asks the database for, of all rows of a span."""

from collections.abc import Iterator

from bredvid.register.codebook import current
from bredvid.register.models import Contact, CountedYear, FollowUpAnswer, Outreach, PeriodYear, Summary
from bredvid.register.rules import held, sums
from bredvid.register.rules.sums import Stored

Row = Contact | FollowUpAnswer | Outreach | PeriodYear | CountedYear
Span = Summary.Span


def span_of(row: Row) -> tuple[Span, int]:
    """The month or the year whose sums a row is in."""
    if isinstance(row, PeriodYear | CountedYear):
        return Span.YEAR, row.year
    return Span.MONTH, row.month


def stored_in(row: Row, times: int = 1) -> Iterator[Stored]:
    """What a row holds, so many times: 1 puts it into sums, -1 takes it out."""
    if isinstance(row, Contact):
        yield from held.of_contacts(_columns(row, "contact") | _beside_contact(row), times)
    elif isinstance(row, FollowUpAnswer):
        yield from held.of_answers({}, times)
        yield from held.of_answers(_columns(row, "answer"), times)
    elif isinstance(row, Outreach):
        yield from _totals(row, times)
        yield from held.of_columns(_columns(row, "outreach"), times)
    else:
        yield from held.of_women(_columns(row, "year") | _beside_year(row), times)


def _columns(row: Row, what: str) -> dict[str, int]:
    return {variable.column: getattr(row, variable.column) for variable in current().on(what)}


def _beside_contact(row: Contact) -> dict[str, int]:
    own = row.who == current().by_column["who"].by_code["HON"].number
    return {"kind": row.in_period + 2 * row.tallied, "alone": own and not row.in_period}


def _beside_year(row: PeriodYear | CountedYear) -> dict[str, int]:
    at_risk = row.situation == current().by_column["situation"].by_code["RISK"].number
    return {"again": not row.first, "risk": at_risk}


def _totals(row: Outreach, times: int) -> Iterator[Stored]:
    """How many there are, and of two numbers their sum and where anybody counted, in the order of sums.OUTREACH."""
    counted = [(number or 0, number is not None) for number in (row.reached, row.conversations)]
    for which, number in enumerate((1, *counted[0], *counted[1])):
        yield sums.OUTREACH, which, 0, number * times
