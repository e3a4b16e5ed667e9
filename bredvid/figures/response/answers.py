"""What the commands on response answer, for programs (plain values) and for people (rows and a sentence)."""

from fractions import Fraction
from typing import Any

from bredvid.figures.answers import LANG
from bredvid.figures.numbers import count, out_of, percent
from bredvid.figures.rate import Rate
from bredvid.figures.response.outcomes import Outcome, Outcomes
from bredvid.figures.response.tipping import TippingPoint, Verdict

WHAT = {
    "rr1": "response rate, complete answers (RR1 = RR5)",
    "rr2": "response rate, partial ones too (RR2 = RR6)",
    "coop3": "cooperation, complete answers (COOP3)",
    "coop4": "cooperation, partial ones too (COOP4)",
    "ref1": "known refusals (REF1)",
    "con1": "known to have been reached (CON1)",
}


class TippingAnswer:
    """How different the silent must be."""

    def __init__(self, point: TippingPoint) -> None:
        self.point = point

    def as_dict(self) -> dict[str, Any]:
        """The numbers; the share is also given as a fraction, and is null where nobody is unknown."""
        point = self.point
        return {
            "count": point.count,
            "asked": point.asked,
            "frame": point.frame,
            "unknown": point.unknown,
            "threshold": str(point.threshold),
            "not_known": point.not_known,
            "needed": point.needed,
            "share": None if point.share is None else round(float(point.share), 6),
            "share_exact": None if point.share is None else str(point.share),
            "answered_share": None if point.answered_share is None else round(float(point.answered_share), 6),
            "verdict": point.verdict.value,
        }

    def as_rows(self) -> list[tuple[str, ...]]:
        """Head and rows of a table."""
        point = self.point
        valid = point.asked - point.unknown
        answered = "no base" if point.answered_share is None else percent(point.answered_share, LANG, 1)
        rows: list[tuple[str, ...]] = [("", "count", "share")]
        rows.append(("have it, of those known", out_of(point.count, valid, LANG), answered))
        if point.verdict is Verdict.DEPENDS:
            share = percent(Fraction(point.needed, point.not_known), LANG, 1)
            rows.append(("must have it, of those not known", out_of(point.needed, point.not_known, LANG), share))
        return rows

    def sentence(self) -> str:
        """What the numbers say, in plain words."""
        point = self.point
        level = f"{percent(point.threshold, LANG, 1)} of {count(point.frame, LANG)}"
        if point.verdict is Verdict.CERTAIN:
            return f"At least {level} have it, whatever the others would have said."
        if point.verdict is Verdict.IMPOSSIBLE:
            return f"Not so many as {level} can have it, whatever the others would have said."
        return f"At least {level} have it if {out_of(point.needed, point.not_known, LANG)} of those not known do."


class ResponseAnswer:
    """The rates of a response."""

    def __init__(self, outcomes: Outcomes) -> None:
        self.outcomes = outcomes

    def as_dict(self) -> dict[str, Any]:
        """How many had each outcome, and each rate with what it is a part of."""
        return {
            "frame": self.outcomes.frame,
            "outcomes": {outcome.value: getattr(self.outcomes, outcome) for outcome in Outcome},
            "rates": {rate.name: _plain(rate) for rate in self.outcomes.rates},
        }

    def as_rows(self) -> list[tuple[str, ...]]:
        """Head and rows of a table."""
        return [("rate", "count", "share"), *(self._row(rate) for rate in self.outcomes.rates)]

    def sentence(self) -> str:
        """What is presumed."""
        return "All units are eligible; of the unknown, nobody can say whether they were reached."

    def _row(self, rate: Rate) -> tuple[str, ...]:
        share = "no base" if rate.share is None else percent(rate.share, LANG, 1)
        return (WHAT[rate.name], out_of(rate.numerator, rate.denominator, LANG), share)


def _plain(rate: Rate) -> dict[str, Any]:
    share = None if rate.share is None else round(float(rate.share), 6)
    return {"numerator": rate.numerator, "denominator": rate.denominator, "share": share}
