"""Is there a control with which she leaves the page at once? By its class or id, or by a label nobody sees.

A control with words in sight is found by the words themselves, as any text.
"""

from bredvid.webaudit.reading.html.walking import Walk
from bredvid.webaudit.reading.signs import groups_in

GROUP = "quick_exit"


def leaves_quickly(walk: Walk) -> bool:
    """Says whether the page has such a control."""
    return walk.leaving or any(GROUP in groups_in(label) for label in walk.labels)
