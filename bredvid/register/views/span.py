"""Which months a page of figures shows: the last twelve, a year, or those chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.http import QueryDict
from django.utils.translation import gettext as _

from bredvid.register.reads.months_in_words import month_in_words
from bredvid.register.rules.months import is_month, of_day, plus, through

LAST_TWELVE = "12"


@dataclass(frozen=True)
class Span:
    """Months in order, how they are called, and the choice that is marked: "12", a year, or "" for one's own."""

    months: Sequence[int]
    label: str
    choice: str


def span_from(query: QueryDict, *, years: Sequence[int], today: date) -> Span:
    """The span asked for; the last twelve months where nothing, or nothing that is there, is asked for."""
    now = of_day(today)
    year = next((each for each in years if str(each) == query.get("ar")), None)
    if year:
        return Span(through(year * 100 + 1, min(year * 100 + 12, now)), str(year), str(year))
    first, last = _month(query.get("fran")), _month(query.get("till"))
    if first and last:
        months = through(max(min(first, last), min(years) * 100 + 1), min(max(first, last), now))
        if months:
            return Span(months, _between(months), "")
    months = through(plus(now, -11), now)
    return Span(months, _between(months), LAST_TWELVE)


def _month(text: str | None) -> int | None:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) == 6 and is_month(int(text)) else None


def _between(months: Sequence[int]) -> str:
    if len(months) == 1:
        return month_in_words(months[0])
    return _("%(first)s to %(last)s") % {"first": month_in_words(months[0]), "last": month_in_words(months[-1])}
