"""What the frame of the register's pages shows: the tabs, and whose register this is."""

from typing import Any

from django import template
from django.http import HttpRequest

from bredvid.register import tabs
from bredvid.register.models import Unit

register = template.Library()


@register.simple_tag(takes_context=True)
def register_tabs(context: dict[str, Any]) -> list[dict[str, str]]:
    """The register's pages that the signed-in person may open."""
    return tabs.tabs_for(context["request"])


@register.simple_tag(takes_context=True)
def register_unit(context: dict[str, Any]) -> Unit | None:
    """The unit whose page this is; None on a page that belongs to none."""
    request: HttpRequest = context["request"]
    return getattr(request, "unit", None)
