"""The access log as it is read: who, which day, what, and the number of a period. By month and person, and no more."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language, gettext

from bredvid.accounts.models import Staff
from bredvid.register.codebook import current
from bredvid.register.models import AccessEntry, Unit
from bredvid.register.rules.months import of_day, plus

# Chosen as a person: somebody whose account is gone, or the command line.
NOBODY = 0


@dataclass(frozen=True)
class Row:
    """An entry in words. `number` is 0 where it was about no period; `purpose` is empty where none was given."""

    pk: int
    day: date
    who: str
    what: str
    purpose: str
    number: int


def entries_of(unit: Unit, month: int, person: int | None = None) -> "QuerySet[AccessEntry]":
    """A unit's entries of a month, newest first; of one person where one is chosen."""
    found = AccessEntry.objects.filter(unit=unit, **_within(month)).select_related("staff")
    if person is None:
        return found
    return found.filter(staff__isnull=True) if person == NOBODY else found.filter(staff_id=person)


def months_of(unit: Unit) -> list[int]:
    """The months that have entries, newest first."""
    days = AccessEntry.objects.filter(unit=unit).dates("day", "month", order="DESC")
    return [of_day(day) for day in days]


def people_of(unit: Unit) -> list[tuple[int, str]]:
    """Who stands in a unit's log: key and name, by name."""
    keys = set(AccessEntry.objects.filter(unit=unit).order_by().values_list("staff", flat=True).distinct())
    named = [(staff.pk, staff.name) for staff in Staff.objects.filter(pk__in=keys - {None})]
    return named + ([(NOBODY, nobody())] if None in keys else [])


def in_words(entries: Iterable[AccessEntry]) -> list[Row]:
    """Entries as rows of a table, in the reader's language."""
    return [_row(entry) for entry in entries]


def nobody() -> str:
    """What stands where nobody is named."""
    return gettext("An account that is gone, or the command line")


def _row(entry: AccessEntry) -> Row:
    who = entry.staff.name if entry.staff else nobody()
    return Row(entry.pk, entry.day, who, _label("S02", entry.deed), _label("S01", entry.purpose), entry.number)


def _label(variable: str, stored: int) -> str:
    language = get_language() or "sv"
    return ", ".join(code.label(language) for code in current().variable(variable).chosen(stored) if stored)


def _within(month: int) -> dict[str, Any]:
    after = plus(month, 1)
    return {"day__gte": date(month // 100, month % 100, 1), "day__lt": date(after // 100, after % 100, 1)}
