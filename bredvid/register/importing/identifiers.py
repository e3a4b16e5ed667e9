"""The numbers of contacts that come from a sheet: the same contact of the same sheet has the same number again.

So a sheet can be brought in twice, or grown and in another order, and only what is new is added. A number is made with
the installation's secret key: without it nobody can tell which row it came from, or whether there is such a row.
"""

from collections.abc import Iterator

from django.utils.crypto import salted_hmac

from bredvid.register.importing.rows import Coded
from bredvid.register.models import Unit

_LABEL = "bredvid.register.importing"
# As many bits as a number made by chance has (models/columns.py).
_BITS = 62


def numbers_of(unit: Unit, coded: Coded, count: int) -> Iterator[int]:
    """The numbers of so many contacts that are alike: one for the first of them, another for the second, …"""
    text = canonical(coded)
    for ordinal in range(count):
        digest = salted_hmac(_LABEL, f"{unit.pk}|{text}|{ordinal}", algorithm="sha256").digest()
        yield (int.from_bytes(digest[:8], "big") >> (64 - _BITS)) + 1


def canonical(coded: Coded) -> str:
    """A contact as one line that is the same whatever the sheet's columns are called and however they stand."""
    place = "" if coded.place is None else str(coded.place)
    return "|".join([str(coded.month), place, *(f"{column}={stored}" for column, stored in coded.values)])
