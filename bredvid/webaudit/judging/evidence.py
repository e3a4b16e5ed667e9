"""The passage that shows a verdict: at most 300 characters around the hits, cut at words."""

from collections.abc import Sequence

from bredvid.webaudit.judging.scan import Mention, Scan
from bredvid.webaudit.judging.thresholds import QUOTE_LENGTH
from bredvid.webaudit.shapes import State, Verdict, Zone

LEFT_OUT = "…"
_LABELS = frozenset({Zone.TITLE, Zone.HEADINGS})
Value = tuple[str, ...] | tuple[float, ...] | float | int | None


def quotation(text: str, start: int, end: int, limit: int = QUOTE_LENGTH) -> str:
    """The text around a span, at most `limit` characters with the marks for what was left out."""
    if len(text) <= limit:
        return text
    room = limit - 2 * len(LEFT_OUT)
    end = min(end, start + room)
    first = max(0, min(start - (room - (end - start)) // 2, len(text) - room))
    first, last = _at_words(text, first, first + room, start, end)
    return f"{LEFT_OUT if first else ''}{text[first:last].strip()}{LEFT_OUT if last < len(text) else ''}"


def _at_words(text: str, first: int, last: int, start: int, end: int) -> tuple[int, int]:
    """Moves the cuts inwards to the nearest space, never into the span."""
    if first:
        space = text.find(" ", first - 1, start)
        first = first if space < 0 else space + 1
    if last < len(text):
        space = text.rfind(" ", end, last + 1)
        last = last if space < 0 else space
    return first, last


def shown(
    scan: Scan, state: State, reason: str, mentions: Sequence[Mention] = (), value: Value = None
) -> Verdict:  # fmt: skip
    """A verdict with the passage around the first of its mentions, stretched over those that stand near it.

    A sentence shows more than a heading, so a mention in a heading or the title is shown where there is no other.
    """
    if not mentions:
        return Verdict(state, reason, value)
    first = next((one for one in mentions if scan.zone(one) not in _LABELS), mentions[0])
    near = [one.end for one in mentions if one.block == first.block and one.end - first.start <= QUOTE_LENGTH // 2]
    text = scan.block(first).text
    return Verdict(state, reason, value, scan.zone(first), quotation(text, first.start, max(near, default=first.end)))
