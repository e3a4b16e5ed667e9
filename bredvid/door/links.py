"""Where the rest of the site leads her: to the door's own host name, where it has one."""

from django.conf import settings
from django.urls import reverse


def door_address() -> str:
    """The address of her first page; begins with `//` where the door has a host name of its own."""
    address = reverse("door:help")
    return f"//{settings.DOOR_HOST}{address}" if settings.DOOR_HOST else address
