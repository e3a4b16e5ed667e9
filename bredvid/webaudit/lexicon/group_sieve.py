"""Which groups a text may hold a word of: one look at it, before the matcher is asked where they stand.

It leaves out no group of which the matcher would find a word, and may name one of which it finds none.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from functools import lru_cache
from typing import Final

from ahocorasick_rs import BytesAhoCorasick, Implementation

from bredvid.webaudit.lexicon.shape import Term
from bredvid.webaudit.lexicon.sieve import is_odd, patterns_of, searched_text

TEXTS_KEPT: Final = 2_000
"""Titles and headings come again."""


class GroupSieve:
    """Asked of the few texts in which a rule begins: most rules then ask for a group that is not there."""

    def __init__(self, terms: Iterable[Term], common: Collection[str]) -> None:
        groups: defaultdict[bytes, set[str]] = defaultdict(set)
        for term in terms:
            for pattern in patterns_of(term, common):
                groups[pattern].add(term.group)
        self._every = frozenset[str]().union(*groups.values())
        self._groups = list(groups.values())
        # The texts are few: a DFA's memory would gain nothing.
        self._find = BytesAhoCorasick(list(groups), implementation=Implementation.ContiguousNFA).find_matches_as_indexes
        self.in_text = lru_cache(TEXTS_KEPT)(self._in_text)

    def _in_text(self, text: str) -> frozenset[str]:
        """The groups of which a word may stand in a text; all of them where it is written in an odd way."""
        data = searched_text(text)
        if is_odd(data):
            return self._every
        numbers = {number for number, _, _ in self._find(data, True)}
        return frozenset[str]().union(*[self._groups[number] for number in numbers])
