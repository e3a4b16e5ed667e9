"""A page with everything the lexicon finds in it, each hit where it stands. One pass of the matcher a page."""

from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from bredvid.webaudit.lexicon import Matcher, Term
from bredvid.webaudit.reading.sentences import sentences
from bredvid.webaudit.shapes import CONTENT_ZONES, Block, Page, Zone

# No phrase reaches over it, so none is found that begins in one block and ends in the next.
BETWEEN_BLOCKS = " \u241e "


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


class Scan:
    """What the lexicon finds in a page. Sentences are cut only where a rule asks for them."""

    def __init__(self, page: Page, matcher: Matcher) -> None:
        self.page = page
        self._groups: dict[str, list[Mention]] = {}
        self._sentences: dict[int, list[Sentence]] = {}
        self._find(matcher)

    def _find(self, matcher: Matcher) -> None:
        starts, at = [], 0
        for block in self.page.blocks:
            starts.append(at)
            at += len(block.text) + len(BETWEEN_BLOCKS)
        for hit in matcher.find(BETWEEN_BLOCKS.join(block.text for block in self.page.blocks)):
            number = bisect_right(starts, hit.start) - 1
            mention = Mention(hit.term, number, hit.start - starts[number], hit.end - starts[number])
            self._groups.setdefault(hit.term.group, []).append(mention)

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
        """Every mention of a group, in the order of the page."""
        return self._groups.get(group, [])

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
        for mention in self.everywhere(group):
            if mention.block == sentence.block and sentence.start <= mention.start < sentence.end:
                yield mention

    def around(self, sentence: Sentence) -> list[Sentence]:
        """A sentence with the one before and the one after it, as far as they stand in the same section and zone."""
        found = [sentence]
        for step in (-1, 1):
            beside = self._beside(sentence, step)
            if beside is not None:
                found.append(beside)
        return found

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
