"""Which round a reader means when none is named."""

from django.http import Http404

from bredvid.review.models import Round
from bredvid.review.reads import published_rounds, round_by_code

DEMONSTRATION = "demo"


def current_round() -> Round:
    """The newest published round. Raises Http404 when none is loaded."""
    newest = published_rounds().first()
    if newest is None:
        raise Http404("no round is loaded; run: bredvid prepare")
    return newest


def current_code() -> str:
    """The code of the newest published round; "2025" while none is loaded, so that addresses can be made."""
    newest = published_rounds().first()
    return newest.code if newest else "2025"


def round_or_404(code: str) -> Round:
    """The round of an address. Raises Http404 for a code that is none."""
    try:
        return round_by_code(code)
    except Round.DoesNotExist as missing:
        raise Http404(f"no round {code}") from missing
