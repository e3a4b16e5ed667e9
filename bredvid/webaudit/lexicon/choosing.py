"""Which hits that lie over each other count: the longest of a group, and none inside a group that it yields to."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from bredvid.webaudit.lexicon.shape import Hit

Candidate: TypeAlias = tuple[Hit, bool, int]
"""A hit, whether it is only a phrase in which its term is something else, and its length in the plain text.

Where the text came with soft hyphens or doubled spaces its own length says nothing of the words.
"""


class Places:
    """Pieces of a text, none over another, that can be asked what lies at a place."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def take(self, start: int, end: int) -> bool:
        """Takes a piece where it lies over none that was taken before; says whether it did."""
        at = bisect_right(self._starts, start)
        if (at and self._ends[at - 1] > start) or (at < len(self._starts) and self._starts[at] < end):
            return False
        self._starts.insert(at, start)
        self._ends.insert(at, end)
        return True

    def cover(self, start: int, end: int) -> bool:
        """Says whether a piece that was taken holds all of this one."""
        at = bisect_right(self._starts, start)
        return at > 0 and self._ends[at - 1] >= end


def chosen(candidates: Iterable[Candidate], yields: Mapping[str, tuple[str, ...]]) -> list[Hit]:
    """The hits that count, in the order of the text. What excepts takes its place like any other, then is left out."""
    by_group: defaultdict[tuple[str, str], list[Candidate]] = defaultdict(list)
    for candidate in candidates:
        by_group[candidate[0].term.group, candidate[0].term.form].append(candidate)
    places: defaultdict[str, Places] = defaultdict(Places)
    hits: list[Hit] = []
    for (group, form), of_group in by_group.items():
        # Each form group of W3 counts for itself: a threat over her images hides no sale of them.
        hits += _free(of_group, Places() if form else places[group])
    return sorted(_unyielding(hits, places, yields), key=_in_order)


def _free(candidates: list[Candidate], places: Places) -> Iterator[Hit]:
    for hit, excepting, _length in sorted(candidates, key=_longest_first):
        if places.take(hit.start, hit.end) and not excepting:
            yield hit


def _unyielding(
    hits: Iterable[Hit], places: Mapping[str, Places], yields: Mapping[str, tuple[str, ...]]
) -> Iterator[Hit]:
    for hit in hits:
        over = yields.get(hit.term.group, ())
        if not any(group in places and places[group].cover(hit.start, hit.end) for group in over):
            yield hit


def _longest_first(candidate: Candidate) -> tuple[int, bool, int, str]:
    """Of two as long what excepts, then what comes first, then by the term's name."""
    hit, excepting, length = candidate
    return -length, not excepting, hit.start, hit.term.id


def _in_order(hit: Hit) -> tuple[int, int, str, str]:
    return hit.start, hit.end, hit.term.group, hit.term.id
