"""What a simulation tells: an organisation's history as stories of one woman or one contact. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

# Columns and what is stored in them.
Row = dict[str, int]


@dataclass(frozen=True, kw_only=True)
class Organisation:
    """An organisation that never was: its code and name, what it is (a code of V02), where, and how big."""

    code: str
    name: str
    provider: str
    place: int
    weight: float = 1.0


@dataclass(kw_only=True)
class LivingPeriod:
    """A support period that is still kept: open, resting or closed, with its years and the days it will be asked on."""

    number: int
    state: int
    opened_month: int
    last_year: int = 0
    rested_on: date | None = None
    closed_on: date | None = None
    years: list[Row] = field(default_factory=list)
    follow_ups: list[tuple[int, date]] = field(default_factory=list)


@dataclass(kw_only=True)
class Story:
    """Contacts, and what has become of the support period they belong to, where they belong to one.

    While it is open or closed, `period` has them; where it rests or is gone, `counted` is what remains of its years.
    """

    contacts: list[Row]
    period: LivingPeriod | None = None
    counted: list[Row] = field(default_factory=list)
    answers: list[Row] = field(default_factory=list)

    @property
    def keeps_contacts(self) -> bool:
        """Whether the contacts still lead to the period."""
        return self.period is not None and bool(self.period.years)


@dataclass(frozen=True, kw_only=True)
class History:
    """Everything of one organisation. `stories` is told once: it is made while it is read."""

    organisation: Organisation
    months: tuple[int, ...]
    periods: int
    stories: Iterator[Story]
    outreach: list[Row]
