"""A unit with something of everything in it, and every address of the register with what it needs."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.apps import apps
from django.core import serializers
from django.urls import URLPattern, get_resolver, reverse

from bredvid.register import clock
from bredvid.register.models import (
    AccessEntry,
    Contact,
    FollowUp,
    Outreach,
    PeriodYear,
    SheetImport,
    SupportPeriod,
    Unit,
)
from bredvid.register.rules.months import of_day, plus
from bredvid.register.tests import makers


@dataclass
class World:
    """What a unit holds, by what an address calls it."""

    unit: Unit
    contact: Contact
    outreach: Outreach
    batch: SheetImport
    open: SupportPeriod
    resting: SupportPeriod
    closed: SupportPeriod
    over: SupportPeriod
    log_month: int

    def number(self, name: str, state: str = "open") -> int:
        """What stands in the address of a page that is about one thing."""
        if name in ("contact", "contact-remove"):
            return self.contact.pk
        if name in ("one-outreach", "outreach-remove"):
            return self.outreach.pk
        return int(getattr(self, "resting" if name == "follow-up" and state == "open" else state).number)

    def arguments(self, name: str, state: str = "open") -> dict[str, Any]:
        """The keyword arguments of an address."""
        known: dict[str, Any] = {"code": self.unit.organisation_id, "month": self.log_month}
        known["pk"] = self.batch.pk if name.startswith("import") else 1
        known["number"] = self.number(name, state)
        return {key: known[key] for key in patterns()[name].pattern.converters}

    def address(self, name: str, state: str = "open") -> str:
        """The address of a page of this unit's."""
        return reverse(f"register:{name}", kwargs=self.arguments(name, state))


def patterns() -> dict[str, URLPattern]:
    """Every page of the namespace by its name: a page that is added is found here by itself."""
    found: dict[str, URLPattern] = {}

    def walk(urls: list[Any], namespace: str) -> None:
        for each in urls:
            if isinstance(each, URLPattern):
                if namespace == "register":
                    found[str(each.name)] = each
            else:
                walk(each.url_patterns, each.namespace or namespace)

    walk(get_resolver().url_patterns, "")
    return found


def world(unit: Unit | None = None, *, first_number: int = 1) -> World:
    """A unit with a contact, an evening out, an import, a year to close, and a period in each state."""
    unit = unit or makers.unit()
    today, month = clock.today(), of_day(clock.today())
    numbers = range(first_number, first_number + 4)
    unit.last_number = numbers[-1]
    unit.save()
    states = SupportPeriod.State
    ends: list[dict[str, Any]] = [
        {"state": states.OPEN},
        {"state": states.RESTING, "rested_on": today - timedelta(days=85), "last_year": today.year},
        {"state": states.CLOSED, "closed_on": today - timedelta(days=5)},
        {"state": states.CLOSED, "closed_on": today - timedelta(days=95)},
    ]
    opened, resting, closed, over = (
        SupportPeriod.objects.create(unit=unit, number=number, alias=100 + number, opened_month=month, **end)
        for number, end in zip(numbers, ends, strict=True)
    )
    FollowUp.objects.create(period=resting, months=3, due=today)
    for period in (opened, closed):
        makers.contact(unit, month, period=period)
        PeriodYear.objects.create(period=period, year=today.year, first_month=month, age=2, forms=1)
    last_month = plus(month, -1)
    day = date(last_month // 100, last_month % 100, 3)
    AccessEntry.objects.create(unit=unit, day=day, staff=None, deed=1)
    span = {"rows": 1, "added": 1, "first_month": last_month, "last_month": last_month}
    batch = SheetImport.objects.create(unit=unit, day=today, **span)
    makers.contact(unit, last_month)
    makers.contact(unit, today.year * 100 - 100 + 12)
    return World(
        unit=unit,
        contact=makers.contact(unit, month),
        outreach=Outreach.objects.create(unit=unit, month=month, place=unit.place, outreach_arena=1),
        batch=batch,
        open=opened,
        resting=resting,
        closed=closed,
        over=over,
        log_month=last_month,
    )


def everything(*labels: str) -> str:
    """Every row of some rooms as text; the register's alone unless others are named."""
    models = [model for label in labels or ("register",) for model in apps.get_app_config(label).get_models()]
    rows = [row for model in models for row in model._default_manager.order_by("pk")]
    return str(serializers.serialize("json", rows))
