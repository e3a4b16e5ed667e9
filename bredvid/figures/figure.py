"""A figure is never a bare number: it carries its base, its uncertainty, its unit and its source.

`Figure` is a count; `VerbalFigure` is what a source says without a count. Both are values: frozen,
comparable, and free of any framework, so that pages, the report, exports and tests read the same thing.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, ClassVar

from bredvid.figures.bounds import no_assumption_bounds
from bredvid.figures.interval import Interval, exact_interval


@dataclass(frozen=True, kw_only=True)
class Base:
    """The three bases of a figure, in units (municipalities).

    `asked` took part in the round and were asked the question; `valid` are those of them whose answer is
    accounted for; `frame` are all that the round is about, those who were silent included.

    `assumed`: the source does not say whether the answers exclude each other, so that `valid` is only the most that
    can be accounted for. Bounds may use it, for it makes them wider; nothing may be said to be a share of it.
    """

    asked: int
    valid: int
    frame: int
    assumed: bool = False

    def __post_init__(self) -> None:
        if not 0 <= self.valid <= self.asked <= self.frame:
            raise ValueError(f"bases must nest: 0 <= valid {self.valid} <= asked {self.asked} <= frame {self.frame}")

    @property
    def unaccounted(self) -> int:
        """Answers the source does not account for: unknown, not "no"."""
        return self.asked - self.valid

    @property
    def silent(self) -> int:
        """Units of the frame that took no part."""
        return self.frame - self.asked


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a figure comes from: a document and its lines (`"706-708"`), or our own computation (no lines)."""

    document: str
    lines: str = ""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """A count of units with its base. `key` is stable and public: ``round.question.option``, then any filters."""

    key: str
    count: int
    base: Base
    unit: str
    round: str
    question: str
    option: str
    source: Source
    filters: tuple[tuple[str, str], ...] = field(default=())
    is_verbal: ClassVar[bool] = False

    def __post_init__(self) -> None:
        if not 0 <= self.count <= self.base.valid:
            raise ValueError(f"{self.key}: the count {self.count} lies outside its valid base {self.base.valid}")

    @property
    def share(self) -> Fraction | None:
        """Count over those asked; None where nobody was."""
        return Fraction(self.count, self.base.asked) if self.base.asked else None

    @property
    def valid_share(self) -> Fraction | None:
        """Count over those whose answer is accounted for; None where that says nothing.

        It says nothing where none is accounted for, where that base is assumed, and where the count itself is all
        that is accounted for: then it is 100 % whatever the others answered.
        """
        base = self.base
        if not base.valid or base.assumed or self.count == base.valid < base.asked:
            return None
        return Fraction(self.count, base.valid)

    @property
    def infers(self) -> bool:
        """Whether the intervals say anything: they speak of the silent, and where nobody was silent of nobody."""
        return self.base.silent > 0

    @property
    def interval(self) -> Interval:
        """95 % interval for the count in the frame, if the silent are like those asked."""
        return exact_interval(self.count, self.base.asked, self.base.frame)

    @property
    def valid_interval(self) -> Interval:
        """The same on the valid base."""
        return exact_interval(self.count, self.base.valid, self.base.frame)

    @property
    def bounds(self) -> Interval:
        """What is certain without any assumption: unaccounted and silent units may be either."""
        return no_assumption_bounds(self.count, self.base.asked, self.base.frame, unknown=self.base.unaccounted)

    def as_dict(self) -> dict[str, Any]:
        """The figure as plain values, for exports and `--json`. Shares are rounded to six decimals.

        An interval of nobody, or on a base that is assumed, is None.
        """
        on_valid = self.infers and not self.base.assumed
        return {
            "key": self.key,
            "round": self.round,
            "question": self.question,
            "option": self.option,
            "filters": dict(self.filters),
            "unit": self.unit,
            "count": self.count,
            "asked": self.base.asked,
            "valid": self.base.valid,
            "frame": self.base.frame,
            "unaccounted": self.base.unaccounted,
            "share": _rounded(self.share),
            "valid_share": _rounded(self.valid_share),
            "interval": list(self.interval) if self.infers else None,
            "valid_interval": list(self.valid_interval) if on_valid else None,
            "bounds": list(self.bounds),
            "source": self.source.document,
            "lines": self.source.lines,
        }


@dataclass(frozen=True, kw_only=True)
class VerbalFigure:
    """What a source says in words without a count. It is never drawn as a bar and never becomes a number."""

    key: str
    words: str
    base: Base
    unit: str
    round: str
    question: str
    option: str
    source: Source
    is_verbal: ClassVar[bool] = True

    def as_dict(self) -> dict[str, Any]:
        """The same keys as a counted figure, with no count and the words."""
        return {
            "key": self.key,
            "round": self.round,
            "question": self.question,
            "option": self.option,
            "unit": self.unit,
            "count": None,
            "words": self.words,
            "asked": self.base.asked,
            "frame": self.base.frame,
            "source": self.source.document,
            "lines": self.source.lines,
        }


def _rounded(share: Fraction | None) -> float | None:
    return None if share is None else round(float(share), 6)
