"""What a web editor is told of a page: each verdict in words, and what to do where the good thing is not there yet."""

from collections.abc import Iterator
from dataclasses import dataclass

from bredvid.webaudit.advice.reading import Advice, advice
from bredvid.webaudit.judging.reasons import Reason, words
from bredvid.webaudit.shapes import PageVerdicts, State, Verdict

# What a page alone cannot show, or has nothing of to mend: no fault of the draft, so no advice.
_NO_FAULT = frozenset({Reason.START_UNKNOWN, Reason.NO_MARKUP, Reason.NOTHING_TO_JUDGE, Reason.TOO_LITTLE_TEXT})


@dataclass(frozen=True, slots=True)
class Line:
    """One indicator of a draft."""

    advice: Advice
    verdict: Verdict
    because: str

    @property
    def asks_for_work(self) -> bool:
        """Whether something can be done in the draft itself."""
        met = self.verdict.state in (State.FOUND, State.NOT_CHECKED)
        return not met and self.verdict.reason not in _NO_FAULT


def lines(page: PageVerdicts, language: str = "sv") -> Iterator[Line]:
    """Every indicator in the order of the rules, with its reason in words (sv or en)."""
    for indicator, said in advice(language).items():
        verdict = page.verdicts[indicator]
        yield Line(said, verdict, words(verdict.reason, language))


def met(page: PageVerdicts) -> int:
    """How many indicators the page meets."""
    return sum(verdict.state is State.FOUND for verdict in page.verdicts.values())
