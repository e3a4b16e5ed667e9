"""All patterns of a lexicon in one automaton, and what each may mean."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from bredvid.webaudit.lexicon.shape import Term


@dataclass(slots=True, eq=False)
class Meaning:
    """What a pattern stands for where it is a whole word, its end, its beginning, or part of a form with a gap.

    `whole` says of each term whether the pattern only excepts from it.
    """

    whole: list[tuple[Term, bool]] = field(default_factory=list)
    heads: list[Term] = field(default_factory=list)
    stems: list[Term] = field(default_factory=list)
    parts: list[tuple[int, int]] = field(default_factory=list)  # which form with gaps, which part of it
    digits: bool = False  # begins or ends with a digit


@dataclass(frozen=True, slots=True)
class Gapped:
    """A form with gaps: how many parts it has, and whose form it is."""

    parts: int
    term: Term
    excepting: bool


class Patterns:
    """The automaton, and for each pattern its meaning by number."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.gapped: list[Gapped] = []
        meanings: defaultdict[str, Meaning] = defaultdict(Meaning)
        for term in terms:
            self._add(term, meanings)
        for pattern, meaning in meanings.items():
            meaning.digits = pattern[0].isdigit() or pattern[-1].isdigit()
        self.meanings = list(meanings.values())
        self.listed = frozenset(pattern for pattern, meaning in meanings.items() if meaning.whole)
        self.automaton = AhoCorasick(
            list(meanings), matchkind=MatchKind.Standard, store_patterns=False, implementation=Implementation.DFA
        )

    def _add(self, term: Term, meanings: defaultdict[str, Meaning]) -> None:
        for form in term.forms:
            meanings[form].whole.append((term, False))
        for form in term.excepting:
            meanings[form].whole.append((term, True))
        for head in term.heads:
            meanings[head].heads.append(term)
        if term.stem:
            meanings[term.stem].stems.append(term)
        for excepting, forms in ((False, term.gapped), (True, term.excepting_gapped)):
            for parts in forms:
                self._add_gapped(parts, Gapped(len(parts), term, excepting), meanings)

    def _add_gapped(
        self, parts: tuple[tuple[str, ...], ...], form: Gapped, meanings: defaultdict[str, Meaning]
    ) -> None:
        for at, choices in enumerate(parts):
            for choice in choices:
                meanings[choice].parts.append((len(self.gapped), at))
        self.gapped.append(form)
