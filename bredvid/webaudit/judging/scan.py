"""A page with what the lexicon finds in it, each hit where it stands. One pass over a page, then only where it hit."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import NamedTuple

from bredvid.webaudit.lexicon import Matcher, Term
from bredvid.webaudit.reading.sentences import sentences
from bredvid.webaudit.shapes import CONTENT_ZONES, Block, Page, Zone

# No phrase reaches over it, so none is found that begins in one block and ends in the next.
BETWEEN_BLOCKS = " \u241e "


OPENINGS = frozenset(
    {
        *("prostitution", "hiding", "purchase", "exploitation", "pornography"),
        *("form", "beside_images", "relation", "buyer_spoken_to"),
        *("anonymity", "anonymity_in_other_words", "asked_for_name", "shelter", "shelter_unnamed"),
        *("quick_exit", "history_advice"),
        *("element_sexual", "element_image", "element_partner", "element_thing", "element_spread"),
        *("element_demand", "element_identity", "element_rich", "element_escorting", "element_audience"),
    }
)
"""The groups from which a rule begins. The others are common words that matter only beside one of these."""


class Sentence(NamedTuple):
    """A sentence: the block's position, the sentence's number in it, and where it begins and ends."""

    block: int
    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A term where it stands: in which block, from where to where in its text."""

    term: Term
    block: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Words:
    """A lexicon's matcher, and one of the few groups that are looked for all over a page."""

    every: Matcher
    openings: Matcher


@cache
def words_of(every: Matcher) -> Words:
    """The two matchers of a lexicon, built once for each process."""
    lexicon = every.lexicon
    groups = OPENINGS | {over for name in OPENINGS if name in lexicon.groups for over in lexicon.groups[name].yields_to}
    return Words(every, Matcher(replace(lexicon, terms=tuple(one for one in lexicon.terms if one.group in groups))))


class Scan:
    """What the lexicon finds in a page: OPENINGS everywhere at once, all else in a block where a rule asks for it."""

    def __init__(self, page: Page, words: Words) -> None:
        self.page = page
        self._words = words
        self._openings: dict[str, list[Mention]] = {}
        self._blocks: dict[int, dict[str, list[Mention]]] = {}
        self._sentences: dict[int, list[Sentence]] = {}
        self._find()

    def _find(self) -> None:
        starts, at = [], 0
        for block in self.page.blocks:
            starts.append(at)
            at += len(block.text) + len(BETWEEN_BLOCKS)
        for hit in self._words.openings.find(BETWEEN_BLOCKS.join([block.text for block in self.page.blocks])):
            number = bisect_right(starts, hit.start) - 1
            mention = Mention(hit.term, number, hit.start - starts[number], hit.end - starts[number])
            self._openings.setdefault(hit.term.group, []).append(mention)

    def add(self, mentions: Iterable[Mention]) -> None:
        """Adds mentions that were found in another way than word by word, as if the matcher had found them."""
        for mention in mentions:
            of_group = self._openings.setdefault(mention.term.group, [])
            of_group.append(mention)
            of_group.sort(key=lambda one: (one.block, one.start))

    def block(self, mention: Mention) -> Block:
        """The block in which a term stands."""
        return self.page.blocks[mention.block]

    def zone(self, mention: Mention) -> Zone:
        """The zone in which a term stands."""
        return self.page.blocks[mention.block].zone

    def text(self, mention: Mention) -> str:
        """The words that were hit, as the page writes them."""
        return self.block(mention).text[mention.start : mention.end]

    def everywhere(self, group: str) -> list[Mention]:
        """Every mention of one of OPENINGS, in the order of the page."""
        if group not in OPENINGS:
            raise ValueError(f"{group} is looked for in a block, not everywhere")
        return self._openings.get(group, [])

    def in_block(self, group: str, number: int) -> list[Mention]:
        """The mentions of any group in a block, in its order."""
        if number not in self._blocks:
            found: dict[str, list[Mention]] = {}
            for hit in self._words.every.find(self.page.blocks[number].text):
                found.setdefault(hit.term.group, []).append(Mention(hit.term, number, hit.start, hit.end))
            self._blocks[number] = found
        return self._blocks[number].get(group, [])

    def among(self, group: str, blocks: Iterable[int]) -> list[Mention]:
        """The mentions of any group in some blocks, in the order of the page."""
        return [mention for number in sorted(blocks) for mention in self.in_block(group, number)]

    def of(self, group: str, zones: Collection[Zone] = CONTENT_ZONES) -> list[Mention]:
        """The mentions of a group in some zones (the content zones unless told), in the order of the page."""
        return [mention for mention in self.everywhere(group) if self.zone(mention) in zones]

    def sentences(self, block: int) -> list[Sentence]:
        """The sentences of a block."""
        if block not in self._sentences:
            spans = sentences(self.page.blocks[block].text)
            self._sentences[block] = [Sentence(block, number, *span) for number, span in enumerate(spans)]
        return self._sentences[block]

    def sentence(self, mention: Mention) -> Sentence:
        """The sentence in which a term begins."""
        for sentence in self.sentences(mention.block):
            if mention.start < sentence.end:
                return sentence
        return Sentence(mention.block, -1, 0, len(self.block(mention).text))

    def has(self, group: str, sentence: Sentence) -> bool:
        """Says whether a sentence has a term of a group."""
        return any(True for _ in self.within(group, sentence))

    def within(self, group: str, sentence: Sentence) -> Iterator[Mention]:
        """The terms of a group that begin in a sentence."""
        for mention in self.in_block(group, sentence.block):
            if sentence.start <= mention.start < sentence.end:
                yield mention

    def around(self, sentence: Sentence) -> list[Sentence]:
        """A sentence with the one before and the one after it, as far as they stand in the same section and zone."""
        found = [sentence]
        for step in (-1, 1):
            beside = self._beside(sentence, step)
            if beside is not None:
                found.append(beside)
        return found

    def after(self, sentence: Sentence) -> Sentence | None:
        """The sentence after one, in the same section and zone; None where there is none."""
        return self._beside(sentence, 1)

    def _beside(self, sentence: Sentence, step: int) -> Sentence | None:
        in_block = self.sentences(sentence.block)
        if 0 <= sentence.number + step < len(in_block):
            return in_block[sentence.number + step]
        here = self.page.blocks[sentence.block]
        number = sentence.block + step
        if not 0 <= number < len(self.page.blocks):
            return None
        other = self.page.blocks[number]
        if other.section != here.section or (other.zone in CONTENT_ZONES) != (here.zone in CONTENT_ZONES):
            return None
        beyond = self.sentences(number)
        return beyond[0 if step > 0 else -1] if beyond else None
