"""Finds the lexicon's words in a text: one pass of one automaton, then only what it hit is looked at.

Listed forms first; after them compounds by their head and words by their lemma. The regulations: README.md.
"""

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from unicodedata import combining

from bredvid.webaudit.lexicon.choosing import Candidate, chosen
from bredvid.webaudit.lexicon.gaps import Found, join
from bredvid.webaudit.lexicon.lemmas import lemma
from bredvid.webaudit.lexicon.naming import name_after, name_before, words_after
from bredvid.webaudit.lexicon.normalising import Plain, plain
from bredvid.webaudit.lexicon.patterns import Meaning, Patterns
from bredvid.webaudit.lexicon.reading import current
from bredvid.webaudit.lexicon.shape import Hit, Lexicon, Term

_LAST_LETTER = "\u02ff"  # accents by themselves come after it

LEAST_BEFORE_HEAD = 2
"""A compound has at least so many letters before its head."""


@cache
def matcher() -> "Matcher":
    """The matcher of the current lexicon, built once for each process."""
    return Matcher(current())


class Matcher:
    """Finds the words of one lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._patterns = Patterns(lexicon.terms)
        self._find = self._patterns.automaton.find_matches_as_indexes
        self._yields = {name: group.yields_to for name, group in lexicon.groups.items() if group.yields_to}

    def find(self, text: str) -> list[Hit]:
        """Every hit, in the order of the text: whole words, within a group the longest first and none over another.

        Offsets are those of `text` as it came.
        """
        made = plain(text)
        found = list(self._found(made.text))
        return chosen(self._candidates(text, made, found), self._yields) if found else []

    def _found(self, text: str) -> Iterator[Found]:
        meanings, longest = self._patterns.meanings, len(text)
        parts: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for pattern, start, end in self._find(text, True):
            left = start == 0 or not text[start - 1].isalnum()
            right = end == longest or not _goes_on(text[end])
            if not (left or right):
                continue
            meaning = meanings[pattern]
            if left and right:
                if meaning.digits and _in_a_number(text, start, end):
                    continue
                for term, excepting in meaning.whole:
                    yield start, end, term, excepting
                for part in meaning.parts:
                    parts[part].append((start, end))
            if right and meaning.heads:
                yield from self._by_head(text, start, end, meaning)
            elif left and not right and meaning.stems:
                yield from self._by_lemma(text, start, end, meaning)
        if parts:
            yield from join(text, parts, self._patterns.chains)

    def _by_head(self, text: str, head: int, end: int, meaning: Meaning) -> Iterator[Found]:
        """A compound that ends in a head; a hyphen may stand inside it."""
        start = head
        while start and (
            text[start - 1].isalnum() or (text[start - 1] == "-" and text[start - 2 : start - 1].isalnum())
        ):
            start -= 1
        if head - start >= LEAST_BEFORE_HEAD:
            for term in meaning.heads:
                yield start, end, term, False

    def _by_lemma(self, text: str, start: int, end: int, meaning: Meaning) -> Iterator[Found]:
        """A word that begins with a stem, is not listed, and whose lemma is the term's."""
        while end < len(text) and text[end].isalnum():
            end += 1
        word = text[start:end]
        if word not in self._patterns.listed:
            for term in meaning.stems:
                if lemma(word, term.language) == term.lemma:
                    yield start, end, term, False

    def _candidates(self, text: str, made: Plain, found: list[Found]) -> Iterator[Candidate]:
        for plain_start, plain_end, term, excepting in found:
            start, end = made.span(plain_start, plain_end)
            length = plain_end - plain_start
            if excepting:
                yield Hit(start, end, term), True, length
            elif _as_written(text[start:end], term.capitals):
                hit = self._hit(text, start, end, term)
                if hit:
                    yield hit, False, length + (start - hit.start) + (hit.end - end)

    def _hit(self, text: str, start: int, end: int, term: Term) -> Hit | None:
        """The hit over the text as it came, with the name around it where the term wants one."""
        if not term.named:
            return Hit(start, end, term)
        not_names = self.lexicon.not_names
        if term.named == "unit":
            return Hit(start, words_after(text, end), term)
        after = name_after(text, end, not_names)
        if term.named == "before":
            before = name_before(text, start, not_names)
            return None if before is None else Hit(before, after, term)
        return None if term.named == "after" and after == end else Hit(start, after, term)


def _as_written(found: str, capitals: str) -> bool:
    """Whether the capitals are those that the term asks for: "all" as KAST, "first" as a name's."""
    return not capitals or (found.isupper() if capitals == "all" else found[:1].isupper())


def _goes_on(character: str) -> bool:
    """Whether a word goes on with a letter, or its last letter with an accent that is written by itself."""
    return character.isalnum() or (character > _LAST_LETTER and combining(character) > 0)


def _in_a_number(text: str, start: int, end: int) -> bool:
    """Whether a form that is a number is only a piece of a longer one, as 112 in 021-112 33 44."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return bool(before and before[0].isdigit()) or bool(len(after) == 2 and after[1].isdigit())
