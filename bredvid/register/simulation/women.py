"""One woman's contacts, from what she lives in: what stays the same, and what differs between them. Pure."""

from functools import cache

from bredvid.register.codebook import current
from bredvid.register.simulation.drawing import Draws, none_of, share
from bredvid.register.simulation.shapes import Organisation, Row

# What is asked under "more" about her, and about the contact.
_OF_HER = ("naming", "anonymity", "language", "material")
_OF_HER_MANY = ("exchange", "links", "control", "arena")
_OF_CONTACT = ("police", "duration")


class Woman:
    """Somebody who is not: what the organisation would know of her, and when it would get to know it."""

    def __init__(self, draws: Draws, organisation: Organisation, places: list[int], *, told_late: bool = False) -> None:
        self._draws = draws
        self._told_late = told_late
        elsewhere = draws.happens(share("elsewhere"))
        self.place = draws.random.choice(places) if elsewhere else organisation.place
        self._age = draws.one("age_of_girls" if organisation.provider == "TJ" else "age")
        self._situation = draws.one("situation")
        self._forms = draws.some("forms")
        self._more = {name: draws.one(name) for name in _OF_HER if draws.happens(share("more"))}
        self._more |= {name: draws.some(name) for name in _OF_HER_MANY if draws.happens(share("more"))}

    def contact(self, month: int, *, in_period: bool, known: bool = True, by_herself: bool = False) -> Row:
        """A contact in a month; `known` where she has told by then what it is."""
        draws = self._draws
        row = {
            "month": month,
            "place": self.place,
            "in_period": in_period,
            "tallied": False,
            "channel": draws.one("channel"),
            "who": _stored("who", "HON") if by_herself else draws.one("who"),
            "age": self._age,
            "situation": self._situation,
            "forms": self._forms if known else _stored("forms", "U1"),
            "support": draws.some("support"),
            **self._lacking(),
            **self._disclosed(known),
            **({} if not known else self._more),
        }
        row |= {name: draws.one(name) for name in _OF_CONTACT if draws.happens(share("more"))}
        return row | self._onwards() | self._minor()

    def _lacking(self) -> Row:
        if not self._draws.happens(share("unmet")):
            return {"unmet": none_of("unmet")}
        return {"unmet": self._draws.some("unmet"), "unmet_why": self._draws.some("unmet_why")}

    def _disclosed(self, known: bool) -> Row:
        if self._told_late:
            return {"disclosure": _stored("disclosure", "D2" if known else "D3")}
        return {"disclosure": _stored("disclosure", "D1")} if self._draws.happens(share("more")) else {}

    def _onwards(self) -> Row:
        draws = self._draws
        if not draws.happens(share("more") / 2):
            return {}
        row = {name: draws.one(name) for name in ("referred_outcome", "referred_by", "referred_route")}
        return row | {"referred": draws.some("referred")}

    def _minor(self) -> Row:
        if self._age != _stored("age", "U18") or not self._draws.happens(share("more")):
            return {}
        return {"minor": self._draws.one("minor"), "minor_known": self._draws.one("minor_known")}


@cache
def _stored(column: str, code: str) -> int:
    return current().by_column[column].stored([code])
