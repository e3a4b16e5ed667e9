"""What the lexicon is made of: plain values. What each field means to a reader: README.md."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

VOCABULARIES = ("roks", "authority", "hers", "hiding", "")
"""Whose word it is. `hiding` are words that hide the violence; the empty one is for words that are nobody's own."""

LANGUAGES = ("sv", "en")

FORMS = ("sugar", "images", "escort", "extortion", "relation", "exchange")
"""The form groups of W3."""

GAP = "…"
"""Stands in the data for words that may come between: up to `MOST_BETWEEN`, or as many as a digit after it says."""

MOST_BETWEEN = 6


class Gapped(NamedTuple):
    """A form with gaps: what may stand at each of its parts, and how many words may come between each and the next."""

    parts: tuple[tuple[str, ...], ...]
    gaps: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A word or phrase with all its listed forms, which are already folded and without slots.

    `gapped` are its forms with gaps; `excepting` are longer phrases in which it is something else. `heads` are ends of
    compounds; `stem` is a beginning of a word whose lemma is then asked for; `named` says how a name is built around
    it: "before", "after", "definite", "unit" or "" (naming.py).
    """

    id: str
    group: str
    vocabulary: str
    form: str
    language: str
    lemma: str
    forms: tuple[str, ...]
    source: str
    date: str
    gapped: tuple[Gapped, ...] = ()
    excepting: tuple[str, ...] = ()
    excepting_gapped: tuple[Gapped, ...] = ()
    heads: tuple[str, ...] = ()
    stem: str = ""
    named: str = ""
    capitals: str = ""  # found only in capitals: "all" as KAST, "first" as a name
    noun: bool = False
    quoted: bool = False  # its words stand in quoted fields only
    where: str = ""  # the file it stands in, for the linter

    @property
    def is_frame(self) -> bool:
        """Whether it is no word but what a frame counts as."""
        return not (self.forms or self.gapped or self.heads or self.stem)


@dataclass(frozen=True, slots=True)
class Group:
    """A set of terms that one rule asks for."""

    id: str
    about: str
    vocabularies: bool = False  # its terms must say whose word they are
    needs_form: bool = False  # its terms must name a form group of W3
    yields_to: tuple[str, ...] = ()  # a hit inside a hit of these groups is no hit
    shares_with: tuple[str, ...] = ()  # a form may stand in both
    false_hits: tuple[str, ...] = ()  # texts in which nothing of this group may be found
    element: bool = False  # says nothing by itself: frames put it together, and it may share its words with any group


@dataclass(frozen=True, slots=True)
class Frame:
    """A situation that is told in many words: what must be said of it, each by a group, in any order.

    It begins where a term of `opens` stands. `together` must stand in the same sentence, `beside` there or in the next
    on either side, `never` not in the same; of `on_page`, one in a content zone. `term` is what it counts as.
    """

    term: Term
    opens: str
    together: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    on_page: tuple[str, ...] = ()
    any_page: bool = False  # else only where a page speaks of sex, prostitution or pornography at all


@dataclass(frozen=True)
class Lexicon:
    """All terms of one version."""

    version: str
    date: str
    terms: tuple[Term, ...]
    groups: Mapping[str, Group]
    sources: Mapping[str, str]
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    not_names: frozenset[str] = frozenset()
    frames: tuple[Frame, ...] = ()

    @cached_property
    def by_group(self) -> Mapping[str, tuple[Term, ...]]:
        """The terms of each group, in the order of the data."""
        return {group: tuple(term for term in self.terms if term.group == group) for group in self.groups}


class Hit(NamedTuple):
    """A term found from `start` to `end` of the text that was searched, as it came."""

    start: int
    end: int
    term: Term

    @property
    def group(self) -> str:
        """The term's group."""
        return self.term.group
