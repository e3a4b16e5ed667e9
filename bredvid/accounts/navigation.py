"""Where staff can go. Rooms name their pages here by url name; what is not there or not allowed is not shown."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bredvid.accounts import access
from bredvid.accounts.roles import Action


@dataclass(frozen=True)
class Place:
    """Somewhere staff can go: a page, what it is called and is for, and the action it asks for (None: everybody)."""

    url_name: str
    label: str | Promise
    about: str | Promise
    action: Action | None = None


_PLACES: list[Place] = []
_OWN = [
    Place("accounts:staff", _("Staff"), _("Colleagues, their roles, and invitations."), Action.STAFF_READ),
    Place("accounts:log", _("Log"), _("What staff have done, in an unbroken chain."), Action.LOG_READ),
    Place("accounts:account", _("Your account"), _("Name, password, second factor and passkeys.")),
]


def add(place: Place) -> None:
    """Adds a room's page to the navigation and to the first page of staff. Call it in the room's urls.py."""
    if place not in _PLACES:
        _PLACES.append(place)


def places_for(request: HttpRequest) -> list[Place]:
    """The pages that the signed-in person may open, other rooms' first."""
    user = getattr(request, "user", None)
    if access.at_door(request, access.Door.INSIDE) is not None:
        return []
    return [place for place in (*_PLACES, *_OWN) if place.action is None or access.allows(user, place.action)]


def of(request: HttpRequest) -> list[dict[str, str]]:
    """The same as items of a list, with the current one marked."""
    items = []
    for place in places_for(request):
        try:
            url = reverse(place.url_name)
        except NoReverseMatch:
            continue
        here = request.path
        current = "page" if here == url else "true" if here.startswith(url) else ""
        items.append({"url": url, "label": str(place.label), "about": str(place.about), "current": current})
    # Where one page's address begins another's, only the nearer one is where one is.
    nearest = max((len(item["url"]) for item in items if item["current"]), default=0)
    return [item if len(item["url"]) == nearest else {**item, "current": ""} for item in items]


def ways(request: HttpRequest) -> list[dict[str, str]]:
    """The same as tiles."""
    return [{"url": item["url"], "title": item["label"], "text": item["about"]} for item in of(request)]
