"""Municipalities as the register stores them: whole numbers, 180 for 0180. Made-up ones begin at 9001; 0: not known."""

from collections.abc import Iterable

from django.utils.translation import gettext, override

from bredvid.places.models import Municipality
from bredvid.register.models import Unit
from bredvid.register.rules.demo_places import DEMO_PLACES

NOT_KNOWN = 0


def place_names(codes: Iterable[int], language: str) -> dict[int, str]:
    """The names of places, "sv" or "en", by their codes, asked for at once; codes that are no place are left out."""
    wanted = set(codes)
    found = {code: name for code, name in DEMO_PLACES.items() if code in wanted}
    if NOT_KNOWN in wanted:
        with override(language):
            found[NOT_KNOWN] = gettext("Place not known")
    real = {f"{code:04d}" for code in wanted - set(found)}
    if real:
        found |= _named(Municipality.objects.filter(code__in=real).values_list("code", "name"))
    return found


def places_for(unit: Unit) -> list[tuple[int, str]]:
    """The places a unit may choose among, code and name, in the order of an index.

    One that is made up sees only those made up, and a real one only the 290 real.
    """
    if unit.demonstration:
        return list(DEMO_PLACES.items())
    return list(_named(Municipality.objects.values_list("code", "name")).items())


def _named(rows: Iterable[tuple[str, str]]) -> dict[int, str]:
    return {int(code): name for code, name in rows}
