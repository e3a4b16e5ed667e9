"""The first page of staff: what the signed-in person may do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from bredvid.accounts import navigation
from bredvid.accounts.access import staff_of
from bredvid.accounts.doors import Door, door
from bredvid.accounts.roles import ROLES


@door(Door.INSIDE)
def home(request: HttpRequest) -> HttpResponse:
    """Tiles, one for each page she may open."""
    mine = staff_of(request).roles
    roles = ", ".join(str(role.label).lower() for role in ROLES.values() if role.code in mine)
    return render(request, "accounts/home.html", {"ways": navigation.ways(request), "roles": roles})
