"""Makes a shelter with figures and a month of the access log, and the session of its coordinator, as JSON."""

import json
import sys
from datetime import date, timedelta
from typing import Any

from django.conf import settings


def coordinator() -> str:
    """The session of somebody who answers for the figures of a made-up shelter."""
    from bredvid.accounts.tests.makers import signed_in_client, staff_with
    from bredvid.places.models import Organisation
    from bredvid.register.models import AccessEntry, Unit

    organisation = Organisation.objects.create(code="exempeljouren", name="Exempeljouren vid sjön")
    unit = Unit.objects.create(organisation=organisation, provider=4, place=9007, demonstration=True)
    worker, staff = (staff_with(role, name=name) for role, name in (("worker", "Maj Ek"), ("coordinator", "Siv Alm")))
    for each in (worker, staff):
        each.organisation = organisation
        each.save()
    _count(unit)
    last_month = date.today().replace(day=1) - timedelta(days=10)
    for number in range(1, 31):
        AccessEntry.objects.create(unit=unit, day=last_month, staff=worker, deed=5, number=number)
    return signed_in_client(staff=staff).cookies[settings.SESSION_COOKIE_NAME].value


def _count(unit: Any) -> None:
    from bredvid.register.models import PeriodYear, SupportPeriod
    from bredvid.register.tests.makers import contact, stored

    for number in range(1, 9):
        period = SupportPeriod.objects.create(unit=unit, number=number, alias=number, opened_month=202503)
        codes = stored(age="25-39", situation="PÅG", forms=["P1", "M2"] if number < 4 else ["P3"], support=["E1"])
        PeriodYear.objects.create(period=period, year=2025, first_month=202503, **codes)
        contact(unit, 202503 + number, period=period)
        contact(unit, 202512, who="YRK")


if __name__ == "__main__":
    from django.core.management import call_command

    from bredvid.config.installation import start_django

    start_django()
    call_command("migrate", verbosity=0)
    sys.stdout.write(json.dumps(coordinator()))
