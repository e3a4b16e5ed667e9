"""The organisations that count, as an administrator sees them: which they are, and how many work in each."""

from dataclasses import dataclass

from django.db.models import Count

from bredvid.places.names import folded, natural_key
from bredvid.register.models import Unit


@dataclass(frozen=True)
class Listed:
    """An organisation that counts, and how many of the staff work in it."""

    unit: Unit
    people: int


def units_by_name(text: str = "") -> list[Listed]:
    """Those whose name holds a text, in the order of an index, numbers by their value; those made up stand last.

    Case and diacritics do not matter. The order is made here: databases do not agree about it.
    """
    needle = folded(text)
    staff = dict(Unit.objects.annotate(people=Count("organisation__staff")).values_list("pk", "people"))
    found = [unit for unit in Unit.objects.select_related("organisation") if needle in folded(unit.organisation.name)]
    found.sort(key=lambda unit: (unit.demonstration, natural_key(unit.organisation.name), unit.pk))
    return [Listed(unit, staff.get(unit.pk, 0)) for unit in found]
