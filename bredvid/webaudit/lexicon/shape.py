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
"""Stands in a form of the data for up to `MOST_BETWEEN` words that may come between."""

MOST_BETWEEN = 4


@dataclass(frozen=True, slots=True, eq=False)
class Term:
    """A word or phrase with all its listed forms, which are already folded and without slots.

    `gapped` are forms with gaps: for each its parts in order, for each part what may stand there. `excepting` are longer
    phrases in which it is something else. `heads` are ends of compounds; `stem` is a beginning of a word whose
    lemma is then asked for; `named` says how a name is built around it: "before", "after", "definite" or "" (naming.py).
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
    gapped: tuple[tuple[tuple[str, ...], ...], ...] = ()
    excepting: tuple[str, ...] = ()
    excepting_gapped: tuple[tuple[tuple[str, ...], ...], ...] = ()
    heads: tuple[str, ...] = ()
    stem: str = ""
    named: str = ""
    capitals: bool = False  # found in capital letters only, as KAST
    noun: bool = False
    where: str = ""  # the file it stands in, for the linter


@dataclass(frozen=True, slots=True)
class Group:
    """A set of terms that one rule asks for."""

    id: str
    about: str
    vocabularies: bool = False  # its terms must say whose word they are
    needs_form: bool = False  # its terms must name a form group of W3
    yields_to: tuple[str, ...] = ()  # a hit inside a hit of these groups is no hit
    false_hits: tuple[str, ...] = ()  # texts in which nothing of this group may be found


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
