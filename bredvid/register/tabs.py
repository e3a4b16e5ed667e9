"""The register's own ways: what stands in a row above each of its pages. A page that is not there is not shown."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from bredvid.register.access import Action, allows


@dataclass(frozen=True)
class Tab:
    """A page, what it is called, and the action it asks for."""

    url_name: str
    label: str | Promise
    action: Action


TABS = (
    Tab("register:card", _("Count contacts"), Action.CONTACT_REGISTER),
    Tab("register:tally", _("Tally"), Action.CONTACT_REGISTER),
    Tab("register:outreach", _("Outreach"), Action.CONTACT_REGISTER),
    Tab("register:contacts", _("The month"), Action.CONTACT_REGISTER),
    Tab("register:periods", _("Support periods"), Action.PERIOD_KEEP),
    Tab("register:figures", _("Figures"), Action.FIGURES_READ),
    Tab("register:yearly", _("The yearly question"), Action.FIGURES_READ),
    Tab("register:exports", _("Take out"), Action.FIGURES_EXPORT),
    Tab("register:import", _("Earlier years"), Action.SHEET_IMPORT),
    Tab("register:freeze", _("Close a year"), Action.YEAR_FREEZE),
    Tab("register:log", _("Access log"), Action.ACCESS_REVIEW),
)


def tabs_for(request: HttpRequest) -> list[dict[str, str]]:
    """The tabs that the signed-in person may open, the current one marked."""
    found = []
    for tab in TABS:
        if not allows(getattr(request, "user", None), tab.action):
            continue
        try:
            url = reverse(tab.url_name)
        except NoReverseMatch:
            continue
        found.append({"url": url, "label": str(tab.label), "current": _mark(request.path, url)})
    # Where one page's address begins another's, only the nearer one is where one is.
    nearest = max((len(each["url"]) for each in found if each["current"]), default=0)
    return [each if len(each["url"]) == nearest else {**each, "current": ""} for each in found]


def _mark(path: str, url: str) -> str:
    return "page" if path == url else "true" if path.startswith(url) else ""
