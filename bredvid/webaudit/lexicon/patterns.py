"""All patterns of a lexicon in one automaton, and what each may mean."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from bredvid.webaudit.lexicon.shape import Gapped, Term


@dataclass(slots=True, eq=False)
class Meaning:
    """What a pattern stands for where it is a whole word, its end, its beginning, or part of a form with a gap.

    `whole` says of each term whether the pattern only excepts from it; `parts` are numbers of sets of parts.
    """

    whole: list[tuple[Term, bool]] = field(default_factory=list)
    heads: list[Term] = field(default_factory=list)
    stems: list[Term] = field(default_factory=list)
    parts: list[int] = field(default_factory=list)
    digits: bool = False  # begins or ends with a digit


@dataclass(frozen=True, slots=True)
class Chain:
    """A form with gaps, its parts by the numbers of their sets, and whose form it is."""

    sets: tuple[int, ...]
    gaps: tuple[int, ...]
    term: Term
    excepting: bool


class Patterns:
    """The automaton, and for each pattern its meaning by number. What forms with gaps share as a part is one set."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._meanings: defaultdict[str, Meaning] = defaultdict(Meaning)
        self._sets: dict[tuple[str, ...], int] = {}
        self.chains: defaultdict[int, list[Chain]] = defaultdict(list)
        for term in terms:
            self._add(term)
        for pattern, meaning in self._meanings.items():
            meaning.digits = pattern[0].isdigit() or pattern[-1].isdigit()
        self.meanings = list(self._meanings.values())
        self.listed = frozenset(pattern for pattern, meaning in self._meanings.items() if meaning.whole)
        # As a DFA it takes 110 MB in place of ten, and is not twice as fast; the sieve leaves it few texts.
        self.automaton = AhoCorasick(
            list(self._meanings),
            matchkind=MatchKind.Standard,
            store_patterns=False,
            implementation=Implementation.ContiguousNFA,
        )

    def _add(self, term: Term) -> None:
        for form in term.forms:
            self._meanings[form].whole.append((term, False))
        for form in term.excepting:
            self._meanings[form].whole.append((term, True))
        for head in term.heads:
            self._meanings[head].heads.append(term)
        if term.stem:
            self._meanings[term.stem].stems.append(term)
        for excepting, forms in ((False, term.gapped), (True, term.excepting_gapped)):
            for gapped in forms:
                self._add_chain(gapped, term, excepting)

    def _add_chain(self, gapped: Gapped, term: Term, excepting: bool) -> None:
        sets = tuple(self._set(part) for part in gapped.parts)
        self.chains[sets[0]].append(Chain(sets, gapped.gaps, term, excepting))

    def _set(self, part: tuple[str, ...]) -> int:
        if part not in self._sets:
            self._sets[part] = len(self._sets)
            for choice in part:
                self._meanings[choice].parts.append(self._sets[part])
        return self._sets[part]
