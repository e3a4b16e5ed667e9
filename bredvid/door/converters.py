"""What may stand in an address of hers."""

from django.urls import register_converter


class Onward:
    """The letter of one of the three ways on."""

    regex = "[bcd]"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


class Place(Onward):
    """0 for anywhere, a county's two digits or a municipality's four."""

    regex = "0|[0-9]{2}|[0-9]{4}"


class Choice(Onward):
    """Two digits: her age (0 any, 1 under 18, 2 from 18) and the way (0 any, 1 phone, 2 chat, 3 visit)."""

    regex = "[0-2][0-3]"


def register() -> None:
    """Makes them known by name."""
    for name, converter in (("onward", Onward), ("place", Place), ("choice", Choice)):
        register_converter(converter, name)
