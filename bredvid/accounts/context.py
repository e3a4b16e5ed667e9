"""What the pages of staff know: the person who is signed in, and where she may go."""

from functools import cache
from typing import Any

from django.contrib.messages import get_messages
from django.http import HttpRequest

from bredvid.accounts.addresses import is_personal


def staff(request: HttpRequest) -> dict[str, Any]:
    """The navigation of staff, made only when a template asks. Nothing on pages of readers."""
    if not is_personal(request.path_info):
        return {}
    from bredvid.accounts import navigation

    return {
        "staff_navigation": cache(lambda: navigation.of(request)),
        "demo_sign_ins": cache(_demo_sign_ins),
        "messages": get_messages(request),
    }


def _demo_sign_ins() -> dict[str, Any] | None:
    from bredvid.accounts import demonstration

    people = demonstration.people()
    return {"password": demonstration.PASSWORD, "people": people} if people else None
