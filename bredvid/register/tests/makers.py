"""Small makers of what the register holds, in words of the room."""

from itertools import count
from typing import Any

from bredvid.accounts.models import Staff
from bredvid.accounts.tests.makers import SignedIn, signed_in_client, staff_with
from bredvid.places.models import Organisation
from bredvid.register.codebook import current
from bredvid.register.models import Contact, SupportPeriod, Unit

_numbers = count(1)


def unit(name: str = "", *, provider: str = "KJ", place: int = 9001) -> Unit:
    """An organisation that counts."""
    number = next(_numbers)
    organisation = Organisation.objects.create(code=f"jour-{number}", name=name or f"Jouren {number}")
    return Unit.objects.create(
        organisation=organisation, provider=current().variable("V02").stored([provider]), place=place
    )


def staff_of(unit: Unit, *roles: str, **options: Any) -> Staff:
    """Somebody who works in a unit; a worker unless roles are named."""
    staff = staff_with(*(roles or ("worker",)), **options)
    staff.organisation = unit.organisation
    staff.save()
    return staff


def client_of(unit: Unit, *roles: str, **options: Any) -> SignedIn:
    """A browser in which somebody of a unit has signed in."""
    return signed_in_client(staff=staff_of(unit, *roles, **options))


def stored(**codes: "str | list[str]") -> dict[str, int]:
    """Columns with what is stored for codes: `stored(channel="TEL", forms=["P1", "M2"])`."""
    return {
        column: current().by_column[column].stored([value] if isinstance(value, str) else value)
        for column, value in codes.items()
    }


QUICK: dict[str, "str | list[str]"] = {
    "channel": "TEL",
    "who": "HON",
    "situation": "PÅG",
    "forms": ["P1"],
    "age": "18-24",
    "support": ["E1"],
    "unmet": ["INGET"],
}


def contact(unit: Unit, month: int = 202611, *, period: SupportPeriod | None = None, **codes: Any) -> Contact:
    """A contact as the quick card makes it, straight into the table."""
    values = stored(**{**QUICK, **codes})
    return Contact.objects.create(
        unit=unit, month=month, place=unit.place, period=period, in_period=period is not None, **values
    )
