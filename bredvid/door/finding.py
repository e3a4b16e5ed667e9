"""Find support: by county and municipality, age and way, all by links. Nothing is typed and nothing is sent."""

from dataclasses import dataclass
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_safe

from bredvid.door.answer import allows_forgetting, calm
from bredvid.door.contents import duties
from bredvid.door.offers import ADULT, Offer, fits, offer_of
from bredvid.door.views import missing
from bredvid.places.models import County, Municipality
from bredvid.places.openness import serves
from bredvid.places.reads import counties_and_municipalities, services_to_find

ANYWHERE = "0"
ANY = "00"


@dataclass(frozen=True)
class Link:
    """A choice: where it leads, what it says, and whether it is the one chosen."""

    url: str
    label: str
    current: bool = False


@require_safe
@allows_forgetting
def choose(request: HttpRequest) -> HttpResponse:
    """The 21 counties, and anywhere. A site that is a folder of files has the whole country's support at once."""
    if getattr(request, "static_build", False):
        return _page(request, ANYWHERE, ANY, heading=gettext("Support in all of Sweden"), choices=False)
    try:
        counties = [
            Link(reverse("door:support-place", args=[county.code]), county.localised_name)
            for county, _ in counties_and_municipalities()
        ]
    except DatabaseError:
        counties = []
    return calm(request, "door/choose.html", counties=counties, anywhere=reverse("door:support-place", args=["0"]))


@require_safe
@allows_forgetting
def support(request: HttpRequest, place: str, choice: str = ANY) -> HttpResponse:
    """What there is for a place, an age and a way; a code that is no place is met calmly, with numbers."""
    try:
        heading, municipalities = _place(place, choice)
    except (County.DoesNotExist, Municipality.DoesNotExist):
        return missing(request)
    except DatabaseError:
        # What serves the whole country stands in a file of ours; what is near her cannot be told now.
        place, heading, municipalities = ANYWHERE, gettext("Support in all of Sweden"), []
    return _page(request, place, choice, heading=heading, municipalities=municipalities)


def _place(code: str, choice: str) -> tuple[str, list[Link]]:
    """What a place is called, and the municipalities in it where it is a county. Raises DoesNotExist."""
    if code == ANYWHERE:
        return gettext("Support in all of Sweden"), []
    if len(code) == 4:
        return Municipality.objects.get(code=code).name, []
    county = County.objects.get(code=code)
    inside = [Link(_address(each.code, choice), each.name) for each in county.municipalities.all()]
    return county.localised_name, inside


def _page(
    request: HttpRequest,
    place: str,
    choice: str,
    *,
    heading: str,
    municipalities: list[Link] | None = None,
    choices: bool = True,
) -> HttpResponse:
    values: dict[str, Any] = {
        "heading": heading,
        "municipalities": municipalities,
        "ages": _ages(place, choice) if choices else [],
        "ways": _ways(place, choice) if choices else [],
        "offers": _offers(place, choice),
    }
    return calm(request, "door/support.html", **values)


def _offers(place: str, choice: str) -> list[Offer]:
    words, now = duties(get_language() or "sv"), localtime()
    return [
        offer_of(service, how, duty=words[service.duty], now=now)
        for service, how in services_to_find()
        if serves(service.area, "" if place == ANYWHERE else place) and fits(service, age=choice[0], way=choice[1])
    ]


def _ages(place: str, choice: str) -> list[Link]:
    grown = {"age": ADULT}
    younger, older = gettext("Under %(age)s") % grown, gettext("%(age)s or older") % grown
    labels = {"0": gettext("Any age"), "1": younger, "2": older}
    return [Link(_address(place, age + choice[1]), label, age == choice[0]) for age, label in labels.items()]


def _ways(place: str, choice: str) -> list[Link]:
    labels = {"0": gettext("Any way"), "1": gettext("Call"), "2": gettext("Chat"), "3": gettext("Meet")}
    return [Link(_address(place, choice[0] + way), label, way == choice[1]) for way, label in labels.items()]


def _address(place: str, choice: str) -> str:
    """Without a choice the address is the place's own: one page has one address."""
    if choice == ANY:
        return reverse("door:support-place", args=[place])
    return reverse("door:support-choice", args=[place, choice])
