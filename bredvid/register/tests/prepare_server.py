"""Makes a database ready for a real server, and looks into it afterwards. What it finds it tells as JSON.

Run as a program of its own, with the server's settings and database: a function and its arguments.
"""

import json
import sys
from collections.abc import Callable
from typing import Any


def empty() -> None:
    """The tables, and the municipalities."""
    from django.core.management import call_command

    from bredvid.places.actions import load

    call_command("migrate", verbosity=0)
    load()


def shelter(role: str = "worker") -> tuple[int, str]:
    """A made-up shelter, and the session of somebody who works there."""
    from uuid import uuid4

    from django.conf import settings

    from bredvid.accounts.tests.makers import signed_in_client, staff_with
    from bredvid.places.models import Organisation
    from bredvid.register.models import Unit

    code = f"jour-{uuid4().hex[:8]}"
    organisation = Organisation.objects.create(code=code, name="Exempeljouren vid sjön")
    unit = Unit.objects.create(organisation=organisation, provider=1, place=9007, demonstration=True)
    staff = staff_with(role, email=f"{code}@bredvid.example")
    staff.organisation = organisation
    staff.save()
    return unit.pk, signed_in_client(staff=staff).cookies[settings.SESSION_COOKIE_NAME].value


def contacts(unit: str) -> list[dict[str, Any]]:
    """Every contact of a unit."""
    from bredvid.register.models import Contact

    return [dict(row) for row in Contact.objects.filter(unit_id=unit).values()]


def colleague(unit: str, role: str) -> str:
    """The session of somebody more who works at a shelter."""
    from uuid import uuid4

    from django.conf import settings

    from bredvid.accounts.tests.makers import signed_in_client, staff_with
    from bredvid.register.models import Unit

    staff = staff_with(role, email=f"{uuid4().hex[:8]}@bredvid.example")
    staff.organisation = Unit.objects.get(pk=unit).organisation
    staff.save()
    return signed_in_client(staff=staff).cookies[settings.SESSION_COOKIE_NAME].value


def periods(unit: str) -> list[tuple[int, int]]:
    """Number and alias of every support period of a unit."""
    from bredvid.register.models import SupportPeriod

    return list(SupportPeriod.objects.filter(unit_id=unit).values_list("number", "alias"))


def closed(unit: str) -> tuple[int, int, int]:
    """The newest year that is closed, how many contacts its kept figures say, and how many rows it has."""
    from bredvid.register.models import Contact, FrozenYear
    from bredvid.register.rules import sums

    frozen = FrozenYear.objects.filter(unit_id=unit).latest("year")
    span = (frozen.year * 100 + 1, frozen.year * 100 + 12)
    said = sum(sums.count(month, sums.CONTACTS) for month in frozen.figures["months"].values())
    return frozen.year, said, Contact.objects.filter(unit_id=unit, month__range=span).count()


if __name__ == "__main__":
    from bredvid.config.installation import start_django

    start_django()
    told = (empty, shelter, contacts, colleague, periods, closed)
    ways: dict[str, Callable[..., Any]] = {way.__name__: way for way in told}
    made = ways[sys.argv[1]](*sys.argv[2:])
    sys.stdout.write(json.dumps(made))
