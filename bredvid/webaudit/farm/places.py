"""The invented municipalities: nobody's names, nobody's codes, nobody's hosts."""

from dataclasses import dataclass

MANY = 290
FIRST_CODE = 9001  # Statistics Sweden gives no municipality a code above 2599
SUFFIX = ".test"  # reserved for tests (RFC 2606): leads nowhere on any network


@dataclass(frozen=True, slots=True)
class Place:
    """An invented municipality by its number from 1."""

    number: int

    @property
    def code(self) -> str:
        """Four digits that no municipality has."""
        return str(FIRST_CODE + self.number - 1)

    @property
    def name(self) -> str:
        """As the house calls invented municipalities everywhere."""
        return f"Exempelkommun {self.number}"

    @property
    def host(self) -> str:
        """Without `www.`."""
        return f"exempelkommun-{self.number:03d}{SUFFIX}"

    @property
    def start(self) -> str:
        """Its start page."""
        return f"http://www.{self.host}/"

    @property
    def phone(self) -> str:
        """A number out of the series that the regulator keeps free for fiction."""
        return f"08-465 004 {self.number % 100:02d}"


PLACES = tuple(Place(number) for number in range(1, MANY + 1))


def place_at(host: str) -> Place | None:
    """Whose host it is, with or without `www.` and port; None where it is nobody's."""
    name = host.partition(":")[0].lower().removeprefix("www.")
    number = name.removeprefix("exempelkommun-").removesuffix(SUFFIX)
    if not (number.isdecimal() and 1 <= int(number) <= MANY):
        return None
    place = Place(int(number))
    return place if place.host == name else None
