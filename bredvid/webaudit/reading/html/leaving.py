"""Is there a control with which she leaves the page at once? By its class or id, or by a label nobody sees.

A control with words in sight is found by the words themselves, as any text.
"""

from functools import lru_cache

from bredvid.webaudit.reading.html.walking import Walk
from bredvid.webaudit.reading.signs import groups_in

GROUP = "quick_exit"


def leaves_quickly(walk: Walk) -> bool:
    """Says whether the page has such a control."""
    return walk.leaving or any(map(_says_leave, set(walk.labels)))


@lru_cache(maxsize=5_000)
def _says_leave(label: str) -> bool:
    """A site's menus have the same labels on every page."""
    return GROUP in groups_in(label)
