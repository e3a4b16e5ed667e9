"""Line references into a source: "130" or "144-145, 388-394"."""

import re

LAST_LINE = 1019
"""Lines of the report of 2025 as it was read; a reference beyond it points at nothing."""

_RANGE = re.compile(r"([1-9][0-9]*)(?:-([1-9][0-9]*))?")


def parse_lines(text: str, last: int = LAST_LINE) -> tuple[tuple[int, int], ...]:
    """The ranges of a reference, first and last line both included.

    Raises ValueError unless the ranges are written as above, lie in 1..last, rise and do not overlap.
    """
    ranges: list[tuple[int, int]] = []
    for part in text.split(", "):
        found = _RANGE.fullmatch(part)
        if not found:
            raise ValueError(f'lines "{text}": write "130" or "144-145, 388-394"')
        first = int(found[1])
        ranges.append((first, int(found[2] or first)))
    _check(ranges, text, last)
    return tuple(ranges)


def _check(ranges: list[tuple[int, int]], text: str, last: int) -> None:
    previous = 0
    for first, final in ranges:
        if first > final or final > last:
            raise ValueError(f'lines "{text}": {first}-{final} is not within 1-{last}')
        if first <= previous:
            raise ValueError(f'lines "{text}": {first} does not come after {previous}; sort them')
        previous = final
