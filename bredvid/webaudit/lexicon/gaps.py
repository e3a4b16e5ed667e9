"""Forms with gaps: "hota … sprida" is found where its parts follow each other in one sentence, few words apart."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import TypeAlias

from bredvid.webaudit.lexicon.patterns import Chain
from bredvid.webaudit.lexicon.shape import Term

Found: TypeAlias = tuple[int, int, Term, bool]
"""From where, to where, what, and whether it only excepts."""

Parts: TypeAlias = Mapping[int, Sequence[tuple[int, int]]]
"""For each set of parts where one of it was found, in the order of the text."""

MOST_CHARACTERS = 160
"""Few words are not long either; what lies further away is not looked at."""

# The control pictures stand between blocks where several are searched at once.
_ENDS_SENTENCE = re.compile(r"[.!?;:](?= |$)|[!?\u2400-\u243f]")


def join(text: str, parts: Parts, chains: Mapping[int, Sequence[Chain]]) -> Iterator[Found]:
    """Each place where the parts of a form come in order. A part may be followed by several: the nearest counts."""
    for first, places in parts.items():
        for chain in chains.get(first, ()):
            if chain.sets[1] in parts and all(each in parts for each in chain.sets[2:]):  # most lack the second
                for start, end in places:
                    last = _last(text, end, parts, chain, 1)
                    if last is not None:
                        yield start, last, chain.term, chain.excepting


def _last(text: str, end: int, parts: Parts, chain: Chain, at: int) -> int | None:
    """Where the form ends whose part before `at` ended at `end`; None where the next part is not near."""
    if at == len(chain.sets):
        return end
    places = parts[chain.sets[at]]
    for start, part_end in islice(places, bisect_right(places, (end, len(text))), None):
        if start > end + MOST_CHARACTERS:
            break
        if near(text[end:start], chain.gaps[at - 1]):
            last = _last(text, part_end, parts, chain, at + 1)
            if last is not None:
                return last
    return None


def near(between: str, most: int) -> bool:
    """Whether what stands between is a gap of at most so many words of one sentence."""
    return len(between.split()) <= most and not _ENDS_SENTENCE.search(between)
