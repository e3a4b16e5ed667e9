"""The organisations of the demonstration: 130 shelters and the receptions of 40 municipalities, all invented. Pure."""

from random import Random

from bredvid.register.rules.demo_places import DEMO_PLACES
from bredvid.register.simulation.shapes import Organisation

SHELTERS = 130
_PROVIDERS = ("KJ", "KJ", "KT", "KJ", "TJ")
# The first is the one the made-up staff work in: big enough that everything can be seen there.
_WEIGHT_OF_FIRST = 4.0


def demo_organisations(seed: int = 1) -> list[Organisation]:
    """All of them, the shelters first; their sizes differ as such sizes do."""
    random = Random(seed)  # noqa: S311 (invented on purpose, and the same every time)
    places = list(DEMO_PLACES)
    shelters = [
        Organisation(
            code=f"exempeljour-{number}",
            name=f"Exempeljouren {number}",
            provider=_PROVIDERS[(number - 1) % len(_PROVIDERS)],
            place=places[(number - 1) % len(places)],
            weight=_WEIGHT_OF_FIRST if number == 1 else random.lognormvariate(0, 0.8),
        )
        for number in range(1, SHELTERS + 1)
    ]
    receptions = [
        Organisation(
            code=f"exempelmottagning-{number}",
            name=f"Mottagningen i {name}",
            provider="KM",
            place=place,
            weight=random.lognormvariate(-0.5, 0.7),
        )
        for number, (place, name) in enumerate(DEMO_PLACES.items(), start=1)
    ]
    return [*shelters, *receptions]
