"""What bindings may draw on: the figures of one round, its bases, sourced facts and what the report itself holds."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches

from bredvid.figures.figure import Base, Figure, VerbalFigure
from bredvid.report.claims.chapter import Language
from bredvid.report.claims.problems import BindingError
from bredvid.report.texts.entries import Fact


@dataclass(frozen=True, kw_only=True)
class Evidence:
    """The evidence of one round, in one language. Figures are found by `question.option`, without the round.

    `base` is the round's and `bases` those of its questions. `exclusive` are the questions whose answers exclude each
    other, so that their counts may be added. `labels` are the answers' own words. `missing` is how many gave no value
    and why, by `question.reason`. `words` are the round's own, by what they are of: `question q4`, `section a`.
    """

    round: str
    language: Language
    base: Base
    bases: Mapping[str, Base]
    figures: Mapping[str, Figure | VerbalFigure]
    exclusive: frozenset[str] = frozenset()
    labels: Mapping[str, str] = field(default_factory=dict)
    missing: Mapping[str, int] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    counts: Mapping[str, int] = field(default_factory=dict)

    def counted(self, name: str) -> Figure:
        """The count called `name`. Raises BindingError where there is none, or where the source gives only words."""
        figure = self._figure(name)
        if isinstance(figure, VerbalFigure):
            raise BindingError(
                f'{name} has no count, only the words "{figure.words}"; show them with [[verbal {name}]]'
            )
        return figure

    def verbal(self, name: str) -> VerbalFigure:
        """The words called `name`. Raises BindingError where there are none, or where there is a count."""
        figure = self._figure(name)
        if isinstance(figure, Figure):
            raise BindingError(f"{name} has a count, {figure.count}; bind it as [[{name}]]")
        return figure

    def siblings(self, figure: Figure) -> tuple[Figure, ...]:
        """The other counts of the same question: what was answered instead."""
        return tuple(
            other
            for other in self.figures.values()
            if isinstance(other, Figure)
            and (other.question, other.filters) == (figure.question, figure.filters)
            and other.key != figure.key
        )

    def question_base(self, question: str) -> Base:
        """The base of a question. Raises BindingError for one that has no figures."""
        if question not in self.bases:
            raise BindingError(f"the round {self.round} has no question {question}")
        return self.bases[question]

    def fact(self, key: str) -> Fact:
        """A sourced fact. Raises BindingError for an unknown one."""
        if key not in self.facts:
            raise BindingError(
                f"no fact is called {key}{_near(key, self.facts)}; write it into report/texts/facts.toml"
            )
        return self.facts[key]

    def label(self, name: str) -> str:
        """The words of an answer as the question gives them. Raises BindingError for an unknown one."""
        if name not in self.labels:
            raise BindingError(f"the round {self.round} has no answer {name}{_near(name, self.labels)}")
        return self.labels[name]

    def missing_of(self, name: str) -> int:
        """How many gave no value for a reason, as `q8.dont_know`. Raises BindingError for an unknown one."""
        if name not in self.missing:
            raise BindingError(f"the round {self.round} has no {name}{_near(name, self.missing)}")
        return self.missing[name]

    def words_of(self, name: str) -> str:
        """The round's own words, as `question q4`. Raises BindingError where there are none."""
        if not self.words.get(name):
            raise BindingError(f"the round {self.round} has no words for {name}{_near(name, self.words)}")
        return self.words[name]

    def number_of(self, name: str) -> int:
        """How many of something the report holds. Raises BindingError for an unknown thing."""
        if name not in self.counts:
            raise BindingError(f"the report does not count {name}; it counts {', '.join(sorted(self.counts))}")
        return self.counts[name]

    def _figure(self, name: str) -> Figure | VerbalFigure:
        key = name if name in self.figures else name.removeprefix(f"{self.round}.")
        if key not in self.figures:
            raise BindingError(f"the round {self.round} has no figure {key}{_near(key, self.figures)}")
        return self.figures[key]


def _near(name: str, names: Mapping[str, object]) -> str:
    close = get_close_matches(name, names, n=1)
    return f" (did you mean {close[0]}?)" if close else ""
