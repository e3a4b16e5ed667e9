"""Who answered a question and who passed it by: item non-response. Source: docs/explanation/response.md."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bredvid.figures.rate import Rate


class State(StrEnum):
    """What a unit has at a question: a value, or why there is none. The same words everywhere in the house."""

    VALUE = "value"
    NOT_ASKED = "not_asked"
    DONT_KNOW = "dont_know"
    NO_STATISTICS = "no_statistics"
    REFUSED = "refused"
    BLANK = "blank"
    UNCODABLE = "uncodable"
    SILENT = "silent"
    NOT_REPORTED = "not_reported"


NOT_PUT = (State.NOT_ASKED, State.SILENT)
CANNOT_SAY = (State.DONT_KNOW, State.NO_STATISTICS)  # answers of substance: that nobody counts is a finding
PASSED_BY = (State.REFUSED, State.BLANK, State.UNCODABLE)


@dataclass(frozen=True, kw_only=True)
class ItemResponse:
    """One question over the whole frame: how many units are in each state."""

    question: str
    states: Mapping[State, int]

    @property
    def frame(self) -> int:
        """All units."""
        return sum(self.states.values())

    @property
    def asked(self) -> int:
        """Those who took part and were asked the question."""
        return self.frame - self._count(*NOT_PUT)

    @property
    def values(self) -> Rate:
        """Answers with a value, over those asked."""
        return self._rate("value", State.VALUE)

    @property
    def cannot_say(self) -> Rate:
        """Those who answered that they do not know or keep no statistics, over those asked."""
        return self._rate("cannot_say", *CANNOT_SAY)

    @property
    def non_response(self) -> Rate:
        """Item non-response: those known to have passed the question by, over those asked."""
        return self._rate("item_non_response", *PASSED_BY)

    @property
    def non_response_at_most(self) -> Rate:
        """The same, if all whose answer the source does not report passed it by too."""
        return self._rate("item_non_response_at_most", *PASSED_BY, State.NOT_REPORTED)

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Every rate once."""
        return (self.values, self.cannot_say, self.non_response, self.non_response_at_most)

    def _count(self, *states: State) -> int:
        return sum(self.states.get(state, 0) for state in states)

    def _rate(self, name: str, *states: State) -> Rate:
        return Rate(name=name, numerator=self._count(*states), denominator=self.asked)


def item_response(question: str, states: Mapping[str, int] | Iterable[str]) -> ItemResponse:
    """The state of every unit of the frame at one question, as counts by state or as one state for each unit.

    Raises ValueError for a word that is no state and for a negative count.
    """
    counts = dict(states) if isinstance(states, Mapping) else dict(Counter(states))
    if min(counts.values(), default=0) < 0:
        raise ValueError(f"{question}: a count cannot be negative, got {counts}")
    given = {State(state): count for state, count in counts.items()}
    return ItemResponse(question=question, states={state: given.get(state, 0) for state in State})
