"""A bar of 100 as SVG: hidden from who listens, for the number stands beside it."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

from bredvid.register.pictures.language import length


@lru_cache(maxsize=2048)
def bar(count: int, base: int, tone: str) -> SafeString:
    """How long a share is, on a lane that is the whole."""
    return format_html(
        '<svg class="bar {}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="lane" width="100" height="10"/><rect class="fill" width="{}" height="10"/></svg>',
        tone,
        length(count, base),
    )
