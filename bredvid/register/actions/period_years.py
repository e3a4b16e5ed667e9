"""Keeps what is known of her in each year in step with her contacts. Called by actions that hold the unit."""

from collections.abc import Iterable, Mapping

from bredvid.register.codebook import NOT_FILLED_IN
from bredvid.register.models import Contact, CountedYear, PeriodYear, SupportPeriod
from bredvid.register.rules import merging, months

# What a year carries over when its period is gone.
CARRIED = ("year", "first", "place", "closure", "tally", *merging.SHARED)


def known(row: Contact | PeriodYear) -> dict[str, int]:
    """What a row says of her, by column."""
    return {column: getattr(row, column) for column in merging.SHARED}


def year_of(period: SupportPeriod, month: int, *, counts: bool = True) -> PeriodYear:
    """The period's row of a month's year, made where there is none.

    `counts`: whether she had to do with the unit then, and so is one of its women that year, unless she already is.
    """
    year = months.year_of(month)
    row, _made = PeriodYear.objects.get_or_create(
        period=period, year=year, defaults={"first": False, "first_month": month}
    )
    first = counts and year > period.last_year
    if (first and not row.first) or month < row.first_month:
        row.first, row.first_month = row.first or first, min(row.first_month, month)
        row.save(update_fields=("first", "first_month"))
    return row


def add(contact: Contact) -> None:
    """Adds what a contact says to its year; nothing where it belongs to no period."""
    if contact.period is None:
        return
    row = year_of(contact.period, contact.month)
    _write(row, merging.merged(known(row), known(contact)))
    if contact.place:
        row.place = contact.place
    row.save()


def take_out(contact: Contact) -> None:
    """Takes what a contact said out of its year. Call it while the contact still stands as it was.

    A year that only this contact spoke of is no year of hers any more, unless it was opened in it and more is known.
    """
    period = contact.period
    if period is None:
        return
    row = PeriodYear.objects.filter(period=period, year=months.year_of(contact.month)).first()
    if row is None:
        return
    span = (row.year * 100 + 1, row.year * 100 + 12)
    others = Contact.objects.filter(period=period, month__range=span).exclude(pk=contact.pk)
    rest = list(others.order_by("month", "id"))
    _write(row, merging.without(known(row), known(contact), [known(each) for each in rest]))
    if not rest and (not any(known(row).values()) or row.year != months.year_of(period.opened_month)):
        _write(row, dict.fromkeys(merging.SHARED, NOT_FILLED_IN))
        row.first = False
        if not (row.closure or row.tally):
            row.delete()
            return
    row.first_month = min((each.month for each in rest), default=row.first_month)
    row.save()


def counted_for_good(years: Iterable[tuple[int, PeriodYear]]) -> list[CountedYear]:
    """New rows, with random numbers, for years of periods (with their unit's key): what remains without the link."""
    return [
        CountedYear(
            unit_id=unit,
            quarter=months.quarter_of(row.first_month),
            **{column: getattr(row, column) for column in CARRIED},
        )
        for unit, row in years
    ]


def _write(row: PeriodYear, values: Mapping[str, int]) -> None:
    for column, stored in values.items():
        setattr(row, column, stored)
