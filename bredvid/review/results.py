"""The result of one question: its figures in the order of the answers, on one base."""

from dataclasses import dataclass

from bredvid.figures.figure import Base, Figure, VerbalFigure
from bredvid.figures.quantiles import Summary
from bredvid.review.keys import Filters
from bredvid.review.models import Option, Question, Round


class NoRows(LookupError):  # noqa: N818 (says what happened)
    """The round was published as totals only, so it cannot be split."""


@dataclass(frozen=True)
class Result:
    """The result of one question in one round, perhaps of a part of it.

    `figures` holds what is known, in option order; an option without a figure is not reported (never nought).
    `base.valid` are the answers accounted for; a published "none" among the figures has a base of its own, for it
    speaks of all who were asked. `summary` are the numbers given in brief, for a question that takes a number that is
    none of persons.
    """

    question: Question
    round: Round
    figures: tuple[Figure | VerbalFigure, ...]
    base: Base
    options: tuple[Option, ...]
    filters: Filters = ()
    summary: Summary | None = None

    def option_of(self, figure: Figure | VerbalFigure) -> Option:
        """The answer a figure counts. Raises KeyError for a figure of another question."""
        return {option.code: option for option in self.options}[figure.option]

    def figure_of(self, option: str) -> Figure | VerbalFigure | None:
        """The figure of an answer by its code; None where it is not reported."""
        return next((figure for figure in self.figures if figure.option == option), None)

    @property
    def counted(self) -> tuple[Figure, ...]:
        """The figures that are counts."""
        return tuple(figure for figure in self.figures if isinstance(figure, Figure))

    @property
    def verbal(self) -> tuple[VerbalFigure, ...]:
        """The figures that are words without a count."""
        return tuple(figure for figure in self.figures if isinstance(figure, VerbalFigure))

    @property
    def not_reported(self) -> tuple[Option, ...]:
        """Answers about which the source says nothing."""
        return tuple(option for option in self.options if self.figure_of(option.code) is None)

    @property
    def unaccounted(self) -> int:
        """Answers the source does not account for: unknown, not "no"."""
        return self.base.unaccounted

    @property
    def silent(self) -> int:
        """Those of the frame who took no part."""
        return self.base.silent
