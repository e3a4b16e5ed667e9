"""Finding a municipality by typing its name."""

from typing import Any

from django.urls import reverse

from bredvid.review.models import Round
from bredvid.review.reads import respondents_of


def search_context(round_: Round) -> dict[str, Any]:
    """What the search form needs: where it leads, and the names the browser suggests."""
    return {
        "search_url": reverse("report:municipalities", args=[round_.code]),
        "search_names": list(respondents_of(round_).values_list("name", flat=True)),
    }
