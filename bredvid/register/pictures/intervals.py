"""Women and girls year by year: at least so many, at most so many; and the words for it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _, gettext_lazy

from bredvid.figures import numbers
from bredvid.register.pictures.language import length
from bredvid.register.reads.language import language
from bredvid.register.reads.lines_in_words import LINE_NAMES
from bredvid.register.rules import women
from bredvid.register.rules.women import Line, Quality, Supported


@dataclass(frozen=True)
class Interval:
    """A line of a year: its name, the count in figures, and where it is drawn, of 100."""

    name: str
    line: Line
    most: int

    @property
    def figures(self) -> str:
        """12 or 12–15."""
        return numbers.range_(self.line.low, self.line.high, language())

    @property
    def low(self) -> str:
        """How far at least."""
        return length(self.line.low, self.most)

    @property
    def between(self) -> str:
        """How much further at most."""
        return length(self.line.high - self.line.low, self.most)


@dataclass(frozen=True)
class YearRow:
    """A year: its lines, with any form as what is drawn. Where nothing was counted there is nothing to draw."""

    year: int
    supported: Supported
    lines: tuple[Interval, ...]
    so_far: bool

    @property
    def is_counted(self) -> bool:
        """Whether there is an answer at all."""
        return self.supported.quality is not Quality.NOTHING

    @property
    def drawn(self) -> Interval:
        """Any form."""
        return self.lines[-1]


def year_rows(several: Sequence[Supported], *, this_year: int) -> list[YearRow]:
    """A row for each year, in the order given, drawn to one scale."""
    most = max((answer.any_form.high for answer in several), default=0)
    return [
        YearRow(
            answer.year,
            answer,
            tuple(Interval(str(LINE_NAMES[code]), answer.lines[code], most) for code in women.LINES),
            answer.year >= this_year,
        )
        for answer in several
    ]


def in_words(line: Line) -> str:
    """The interval as it stands in a sentence: "none", "12", "between 12 and 15", "at most 3"."""
    low, high = (numbers.count(number, language()) for number in (line.low, line.high))
    if line.is_exact:
        return low if line.low else _("none")
    return (
        _("between %(low)s and %(high)s") % {"low": low, "high": high}
        if line.low
        else _("at most %(high)s") % {"high": high}
    )


BANDS: dict[str, str | Promise] = {
    "0-5": gettext_lazy("0–5"),
    "6-14": gettext_lazy("6–14"),
    "15-30": gettext_lazy("15–30"),
    "over-30": gettext_lazy("over 30"),
}


def bands_in_words(line: Line) -> list[str]:
    """The ranges of the review that the interval touches."""
    return [str(BANDS[code]) for code in line.bands]
