"""Which years are final."""

from bredvid.register.models import FrozenYear, Unit


def frozen_years(unit: Unit) -> frozenset[int]:
    """The years of a unit that never change again."""
    return frozenset(FrozenYear.objects.filter(unit=unit).values_list("year", flat=True))


def is_frozen(unit: Unit, year: int) -> bool:
    """Whether a year is final."""
    return FrozenYear.objects.filter(unit=unit, year=year).exists()
