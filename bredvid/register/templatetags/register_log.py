"""A quiet line in the frame for who looks through the access log: how many months are left."""

from typing import Any

from django import template

from bredvid.register.access import Action, allows
from bredvid.register.reads.log_reviews import months_left

register = template.Library()


@register.simple_tag(takes_context=True)
def log_months_left(context: dict[str, Any]) -> int:
    """How many months of the log the signed-in person's unit has not looked through; 0 for who does not do that."""
    request = context["request"]
    unit = getattr(request, "unit", None)
    if unit is None or not allows(getattr(request, "user", None), Action.ACCESS_REVIEW):
        return 0
    return len(months_left(unit))
