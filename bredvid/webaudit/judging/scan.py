"""A page with what the lexicon finds in it, each hit where it stands. One pass over a page, then only where it hit."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from bredvid.webaudit.lexicon import Hit, Lexicon, Matcher, Term
from bredvid.webaudit.lexicon.group_sieve import GroupSieve
from bredvid.webaudit.lexicon.sieve import Sieve
from bredvid.webaudit.reading.language_words import language_words
from bredvid.webaudit.reading.sentences import sentences
from bredvid.webaudit.shapes import CONTENT_ZONES, Block, Page, Zone

TEXTS_KEPT, LONGEST_KEPT = 2_000, 500
"""Menus and footers come again on every page of a site; so many short texts are kept with what was found in them."""

Found = Mapping[str, list[Hit]]
"""What was found in a text, by group, in the text's order."""

OPENINGS = frozenset(
    {
        *("prostitution", "hiding", "purchase", "exploitation", "pornography"),
        *("form", "beside_images", "relation", "buyer_spoken_to"),
        *("anonymity", "anonymity_in_other_words", "asked_for_name", "shelter", "shelter_unnamed"),
        *("quick_exit", "history_advice"),
        "element_sexual",  # frames.py: what makes a page one on which its other elements are looked for
    }
)
"""The groups from which a rule begins. The others are common words that matter only beside one of these."""


def openings_of(lexicon: Lexicon) -> frozenset[str]:
    """OPENINGS, and what opens a frame that is looked for on any page."""
    return OPENINGS.union(*({frame.opens, *frame.on_page} for frame in lexicon.frames if frame.any_page))


def elements_of(lexicon: Lexicon) -> frozenset[str]:
    """What opens the other frames: common words, so they are looked for only where a page turns out to ask for them."""
    named = frozenset[str]().union(*({frame.opens, *frame.on_page} for frame in lexicon.frames))
    return named - openings_of(lexicon)


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
class Few:
    """A few groups of a lexicon: which of many texts may hold one of them, and what is found in a text."""

    groups: frozenset[str]
    sieve: Sieve
    found_in: Callable[[str], Found]


@dataclass(frozen=True, slots=True)
class Words:
    """How a lexicon's words are found: all in a text, those from which a rule begins, and what opens frames.

    `groups_in` is asked first: most rules ask for a group that the text does not hold.
    """

    every: Callable[[str], Found]
    groups_in: Callable[[str], frozenset[str]]  # of which a word may stand in a text
    openings: Few
    elements: Few


@cache
def words_of(every: Matcher) -> Words:
    """What finds the words of a lexicon, built once for each process."""
    openings, elements = openings_of(every.lexicon), elements_of(every.lexicon)
    groups = GroupSieve(every.lexicon.terms, _common())
    return Words(
        _by_group(every), groups.in_text, _few(every.lexicon, openings), _few(every.lexicon, elements)
    )  # fmt: skip


@cache
def _common() -> frozenset[str]:
    """Words that tell nothing where they stand."""
    return frozenset[str]().union(*language_words().common.values())


def _few(lexicon: Lexicon, groups: frozenset[str]) -> Few:
    sought = groups.union(*(lexicon.groups[name].yields_to for name in groups if name in lexicon.groups))
    matcher = Matcher(replace(lexicon, terms=tuple(one for one in lexicon.terms if one.group in sought)))
    return Few(groups, Sieve((one for one in lexicon.terms if one.group in groups), _common()), _by_group(matcher))


def _by_group(matcher: Matcher) -> Callable[[str], Found]:
    def found_in(text: str) -> Found:
        found: dict[str, list[Hit]] = {}
        for hit in matcher.find(text):
            found.setdefault(hit.term.group, []).append(hit)
        return found

    kept = lru_cache(TEXTS_KEPT)(found_in)
    return lambda text: kept(text) if len(text) <= LONGEST_KEPT else found_in(text)


class Scan:
    """What the lexicon finds in a page: OPENINGS everywhere at once, all else in a block where a rule asks for it."""

    def __init__(self, page: Page, words: Words) -> None:
        self.page = page
        self._words = words
        self._openings: dict[str, list[Mention]] = {}
        self._blocks: dict[int, Found] = {}
        self._sentences: dict[int, list[Sentence]] = {}
        self._look_for(words.openings)

    def _look_for(self, few: Few) -> None:
        blocks = self.page.blocks
        self._openings.update((group, []) for group in few.groups)
        for number in few.sieve.may_hold([block.text for block in blocks]):
            for group, hits in few.found_in(blocks[number].text).items():
                if group in few.groups:
                    self._openings[group] += _mentions(number, hits)

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
        """Every mention of one of OPENINGS or of an element of frames, in the order of the page."""
        if group not in self._openings:
            if group not in self._words.elements.groups:
                raise ValueError(f"{group} is looked for in a block, not everywhere")
            self._look_for(self._words.elements)
        return self._openings[group]

    def in_block(self, group: str, number: int) -> list[Mention]:
        """The mentions of any group in a block, in its order."""
        if number not in self._blocks:
            text = self.page.blocks[number].text
            if group not in self._words.groups_in(text):
                return []
            self._blocks[number] = self._words.every(text)
        return _mentions(number, self._blocks[number].get(group, ()))

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


def _mentions(number: int, hits: Iterable[Hit]) -> list[Mention]:
    return [Mention(hit.term, number, hit.start, hit.end) for hit in hits]
