"""What is known of her in a year: everything that her contacts of that year say. Pure.

The same as rules.merging puts together one contact after another, in one go: a test holds the two together.
"""

from collections.abc import Sequence
from functools import reduce
from operator import or_

from bredvid.register.codebook import NONE, current
from bredvid.register.rules import merging
from bredvid.register.simulation.shapes import Row


def years_of(contacts: Sequence[Row]) -> list[Row]:
    """A row for each year with a contact, from contacts in the order of their months."""
    by_year: dict[int, list[Row]] = {}
    for contact in contacts:
        by_year.setdefault(contact["month"] // 100, []).append(contact)
    return [
        {
            "year": year,
            "first": True,
            "first_month": those[0]["month"],
            "place": those[-1]["place"],
            **{each: _together(each, those) for each in merging.SHARED},
        }
        for year, those in by_year.items()
    ]


# The bits of codes that say something; above them none, do not know and will not say.
_NONE = 1 << (NONE - 1)
_TELLING = _NONE - 1
_UNCLEAR = current().by_column["forms"].stored([merging.UNCLEAR])
_MASKS = frozenset(each.column for each in current().on("year") if each.is_multiple)


def _together(column: str, contacts: Sequence[Row]) -> int:
    stored = [value for contact in contacts if (value := contact.get(column, 0))]
    if not stored:
        return 0
    return _masks(column, stored) if column in _MASKS else _singles(column, stored)


def _singles(column: str, stored: list[int]) -> int:
    telling = [value for value in stored if value < NONE]
    if column in merging.GRAVEST_HOLDS and telling:
        return max(telling)
    return (telling or stored)[-1]


def _masks(column: str, stored: list[int]) -> int:
    everything = reduce(or_, stored)
    telling = everything & _TELLING
    if column == "forms" and telling != _UNCLEAR:
        telling &= ~_UNCLEAR
    return telling or (everything & _NONE) or stored[-1]
