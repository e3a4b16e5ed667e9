"""A service as she meets it: what she should know before she chooses, each in a few plain words."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext

from bredvid.places.models import Service
from bredvid.places.openness import ALWAYS, Period, Standing, is_open, next_opening

WAY_OF = {"1": "phone", "2": "chat", "3": "visit"}
ADULT = 18


@dataclass(frozen=True)
class Offer:
    """One service: itself, what is known of it, what must be passed on, and whether its check still holds."""

    service: Service
    facts: tuple[str, ...]
    duty: str
    open_now: str
    unchecked: bool


def fits(service: Service, *, age: str, way: str) -> bool:
    """Whether it is for an age (0 any, 1 under 18, 2 from 18) and a way (0 any, 1 phone, 2 chat, 3 visit)."""
    if age == "1" and service.youngest is not None and service.youngest >= ADULT:
        return False
    if age == "2" and service.oldest is not None and service.oldest < ADULT:
        return False
    return way == "0" or WAY_OF[way] in service.ways.split()


def offer_of(service: Service, how: Standing, *, duty: str, now: datetime) -> Offer:
    """The service with everything she should know of it. What no public page says is not said here either."""
    return Offer(
        service=service,
        facts=tuple(fact for fact in _facts(service) if fact),
        duty=duty,
        open_now=_open_now(service, now),
        unchecked=how == Standing.UNCHECKED,
    )


def _facts(service: Service) -> list[str]:
    return [
        _ages(service),
        gettext("You can be anonymous") if service.anonymous else "",
        gettext("Women only") if service.women_only else "",
        _ways(service),
        gettext("You can have an interpreter") if service.interpreter else "",
        _languages(service),
    ]


def _ages(service: Service) -> str:
    if service.youngest is not None and service.oldest is not None:
        return gettext("From %(youngest)s to %(oldest)s years") % vars(service)
    if service.youngest is not None:
        return gettext("From %(youngest)s years") % vars(service)
    return gettext("Up to %(oldest)s years") % vars(service) if service.oldest is not None else ""


def _ways(service: Service) -> str:
    words = {
        "phone": gettext("phone"),
        "chat": gettext("chat"),
        "email": gettext("e-mail"),
        "visit": gettext("meeting"),
    }
    ways = service.ways.split()
    # A single number says by itself that it is to be called.
    return ", ".join(words[way] for way in ways).capitalize() if len(ways) > 1 else ""


def _languages(service: Service) -> str:
    words = {"sv": gettext("in Swedish"), "en": gettext("in English")}
    return ", ".join(words.get(code, code) for code in service.languages.split()).capitalize()


def _open_now(service: Service, now: datetime) -> str:
    opened = is_open(service.hours, now)
    if opened is None:
        return ""
    if service.hours == ALWAYS:
        return gettext("Open now, day and night")
    if opened:
        return gettext("Open now")
    coming = next_opening(service.hours, now)
    return gettext("Closed now. Opens %(when)s") % {"when": _when(coming)} if coming else gettext("Closed now")


def _when(period: Period) -> str:
    return f"{WEEKDAYS[period.weekday - 1]} {period.begins // 60:02}.{period.begins % 60:02}"
