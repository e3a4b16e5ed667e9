"""Makes a database ready for a real server, and looks into it afterwards. What it finds it tells as JSON.

Run as a program of its own, with the server's settings and database: `empty`, `shelter [ROLE]` or `contacts UNIT`.
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


if __name__ == "__main__":
    from bredvid.config.installation import start_django

    start_django()
    ways: dict[str, Callable[..., Any]] = {"empty": empty, "shelter": shelter, "contacts": contacts}
    made = ways[sys.argv[1]](*sys.argv[2:])
    sys.stdout.write(json.dumps(made))
