"""The days a period has before it, drawn: when she is asked, when it closes, when it is destroyed."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _, ngettext

from bredvid.register import clock
from bredvid.register.reads.periods import Seen, State
from bredvid.register.rules import following, retention

# The drawing's width between its first and last day, in its own measure.
WIDTH = 300


@dataclass(frozen=True)
class Point:
    """A day, what happens then, and where on the line it stands."""

    day: date
    words: str
    kind: str
    at: int = 0


def promised(seen: Seen) -> list[Point]:
    """The days of a resting or closed period in order, from today; none of one that is open."""
    today = Point(clock.today(), _("Today"), "now")
    if seen.goes_on is not None:
        return _placed([today, Point(seen.goes_on, _("Destroyed here, with alias and number"), "gone")])
    if seen.state != State.RESTING or not seen.follow_ups:
        return []
    asked = [Point(each.due, _asked(each.months), "asked") for each in seen.follow_ups]
    last = following.last_day(seen.follow_ups[-1].due)
    closes = Point(last, _("Closed at the latest"), "closes")
    gone = Point(retention.goes_on(last), _("Destroyed at the latest, with alias and number"), "gone")
    return _placed(sorted([today, *asked, closes, gone], key=lambda point: point.day))


def _asked(months: int) -> str:
    return ngettext("She is asked, after %d month", "She is asked, after %d months", months) % months


def _placed(points: list[Point]) -> list[Point]:
    first, last = points[0].day, points[-1].day
    span = max((last - first).days, 1)
    return [Point(each.day, each.words, each.kind, (each.day - first).days * WIDTH // span) for each in points]
