"""What is known of a round, as plain values that rules can hold a claim against."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bredvid.figures.figure import Figure, VerbalFigure
from bredvid.review.rules.claims import Claim

AnyFigure = Figure | VerbalFigure


class UnknownPart(LookupError):  # noqa: N818 (says what happened)
    """A claim names a figure, question or claim that the round has not."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """A question as rules need it: whether its answers are known to exclude each other, its labels, what it counts."""

    exclusivity_declared: bool
    labels: tuple[tuple[str, str], ...]  # option code, Swedish label
    unit_sv: str = ""
    unit_en: str = ""


@dataclass(frozen=True, kw_only=True)
class Facts:
    """A round's figures by part ("q4.god", "b1.enhetschef@q4.lag"), its questions, its claims and its bases."""

    asked: int
    frame: int
    figures: Mapping[str, AnyFigure]
    questions: Mapping[str, Asked]
    claims: Mapping[str, Claim]
    labels: Mapping[str, tuple[str, str]]  # part -> Swedish and English label

    def figure(self, part: str) -> Figure:
        """The counted figure of a part. Raises UnknownPart where there is none, or words only."""
        figure = self.figures.get(part)
        if not isinstance(figure, Figure):
            raise UnknownPart(f"{part!r} has no count in this round")
        return figure

    def question(self, code: str) -> Asked:
        """The question of that code. Raises UnknownPart."""
        try:
            return self.questions[code]
        except KeyError:
            raise UnknownPart(f"there is no question {code!r} in this round") from None

    def total(self, part: str) -> Claim:
        """The claim a "#part" names, which must state a total. Raises UnknownPart."""
        claim = self.claims.get(part.removeprefix("#"))
        if claim is None or claim.kind != "total":
            raise UnknownPart(f"{part!r} names no claim that states a total")
        return claim

    def value(self, part: str) -> int:
        """The number a part stands for: those asked, a stated total, or a count."""
        if part == "asked":
            return self.asked
        return int(self.total(part).terms["stated"]) if part.startswith("#") else self.figure(part).count

    def leaves(self, parts: Sequence[str]) -> list[str]:
        """The parts with every total replaced by what it adds up."""
        return [
            leaf
            for part in parts
            for leaf in (self.leaves(self.total(part).terms["parts"]) if part.startswith("#") else [part])
        ]

    def siblings(self, part: str) -> list[AnyFigure]:
        """All figures of the same question, among the same respondents."""
        figure = self.figures[part]
        among = part.partition("@")[2]
        return [
            other
            for key, other in self.figures.items()
            if other.question == figure.question and key.partition("@")[2] == among
        ]
