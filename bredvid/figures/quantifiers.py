"""Does a word of quantity hold of a figure? "Majoriteten", "ett fåtal", "mer än nio av tio", "sexton".

The thresholds stand in `thresholds`, the amounts and their tolerances in `amounts`; docs/explanation/uncertainty.md
shows both as tables. A claim is true only if it is true of everything that the figure can be in its scope.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from bredvid.figures.figure import Figure, VerbalFigure
from bredvid.figures.numbers import percent, percent_range, range_
from bredvid.figures.phrases import UnknownPhrase, known_phrases, threshold_of
from bredvid.figures.scope import Reach, Scope, bases, reach
from bredvid.figures.spans import Span, find_quantifiers
from bredvid.figures.thresholds import Threshold

__all__ = [
    "Scope",
    "Span",
    "Threshold",
    "UnknownPhrase",
    "Verdict",
    "find_quantifiers",
    "holds",
    "known_phrases",
    "threshold_of",
]

AnyFigure = Figure | VerbalFigure


@dataclass(frozen=True)
class Verdict:
    """Whether a phrase holds of a figure, why (one sentence, in English), and the threshold it was held against."""

    ok: bool
    reason: str
    threshold: Threshold

    def __bool__(self) -> bool:
        return self.ok


def holds(phrase: str, figure: AnyFigure, siblings: Sequence[AnyFigure], scope: Scope, lang: str) -> Verdict:
    """Says whether the phrase is true of the figure in the scope.

    `siblings` are the figures of the same question; the figure itself may be among them. A verbal figure has no
    count, so nothing of this kind can be said of it. Raises UnknownPhrase for a phrase without a threshold.
    """
    threshold = threshold_of(phrase, lang)
    if isinstance(figure, VerbalFigure):
        return Verdict(False, f"“{phrase}” cannot be checked: the source gives words and no count", threshold)
    doubt = next(_doubts(threshold, figure, siblings, scope), "")
    means = f"“{phrase}” means {threshold}; {_evidence(figure, scope, threshold)}"
    return Verdict(not doubt, f"{means}; {doubt or 'it holds'}{_caution(doubt, threshold, figure, scope)}", threshold)


def _doubts(threshold: Threshold, figure: Figure, siblings: Sequence[AnyFigure], scope: Scope) -> Iterator[str]:
    """The reasons, one by one, why the phrase does not hold."""
    values = reach(figure, scope, stated=threshold.stated)
    if values.base == 0:
        yield "the base is empty, so nothing can be said"
        return
    if threshold.base is not None and threshold.base not in bases(figure, scope):
        yield f"{threshold.base} is not the base of this figure"
    if not _admitted(threshold, values):
        yield "it does not hold"
    if values.counts.low < threshold.fewest:
        yield f"it is said of at least {threshold.fewest}"
    if threshold.largest:
        yield from _larger_siblings(figure, siblings, scope)


def _admitted(threshold: Threshold, values: Reach) -> bool:
    if threshold.of == "share":
        return threshold.admits(*values.shares)
    return threshold.admits(*map(Fraction, values.counts))


def _larger_siblings(figure: Figure, siblings: Sequence[AnyFigure], scope: Scope) -> Iterator[str]:
    own = reach(figure, scope, stated=False).counts
    for sibling in siblings:
        if sibling.key == figure.key:
            continue
        if isinstance(sibling, VerbalFigure):
            # Its count is unknown, but what is not accounted for is all there is for it.
            if not 0 < figure.base.unaccounted <= figure.count:
                yield f"{sibling.key} has no count and may be larger"
        elif _most(sibling, scope) > (own.low if scope is Scope.FRAME else figure.count):
            yield f"{sibling.key} is larger ({sibling.count}) or may be"


def _most(sibling: Figure, scope: Scope) -> int:
    return reach(sibling, scope, stated=True).counts.high


def _evidence(figure: Figure, scope: Scope, threshold: Threshold) -> str:
    values = reach(figure, scope, stated=threshold.stated)
    if values.base == 0:
        return "nobody's answer is accounted for"
    counts, shares = range_(*values.counts, "en"), percent_range(*values.shares, "en", decimals=1)
    return f"the figure is {counts} of {values.base} ({shares})"


def _caution(doubt: str, threshold: Threshold, figure: Figure, scope: Scope) -> str:
    """A note where the phrase holds on the valid base alone, and would not of all who took part."""
    if doubt or scope is not Scope.RESPONDENTS or threshold.of == "count" or not figure.base.unaccounted:
        return ""
    of_all = reach(figure, Scope.ASKED, stated=True)
    if _admitted(threshold, of_all):
        return ""
    return f", but not of all {of_all.base} who took part ({percent(of_all.shares[0], 'en', 1)})"
