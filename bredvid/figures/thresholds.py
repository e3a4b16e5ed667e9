"""What a word of quantity claims, as a number that can be checked. Source: docs/explanation/uncertainty.md."""

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from bredvid.figures.language import Lang
from bredvid.figures.numbers import count, percent


@dataclass(frozen=True, kw_only=True)
class Threshold:
    """The shares (0 to 1) or counts (units) of which a phrase is true.

    `low` and `high` are its ends, None where it has none; an open end is not itself included. `fewest` units at least
    must have the property, whatever their share. `largest`: no other option of the question may be larger. `stated`:
    the phrase repeats an amount ("16", "90 procent"), it does not compare with one. `base`: the base it names.
    """

    of: Literal["share", "count"]
    low: Fraction | None = None
    high: Fraction | None = None
    low_open: bool = False
    high_open: bool = False
    fewest: int = 0
    largest: bool = False
    stated: bool = False
    base: int | None = None

    def admits(self, lowest: Fraction, highest: Fraction) -> bool:
        """Says whether the phrase is true of every value from `lowest` to `highest`."""
        above = self.low is None or (lowest > self.low if self.low_open else lowest >= self.low)
        below = self.high is None or (highest < self.high if self.high_open else highest <= self.high)
        return above and below

    def __str__(self) -> str:
        conditions = [self._ends()]
        if self.fewest:
            conditions.append(f"at least {self.fewest}")
        if self.largest:
            conditions.append("no sibling larger")
        return ", ".join(filter(None, conditions)) + (f" of {self.base}" if self.base is not None else "")

    def _ends(self) -> str:
        if self.low is not None and self.low == self.high:
            return f"= {self._written(self.low)}"
        low = "" if self.low is None else f"{'>' if self.low_open else '≥'} {self._written(self.low)}"
        high = "" if self.high is None else f"{'<' if self.high_open else '≤'} {self._written(self.high)}"
        return " and ".join(filter(None, (low, high)))

    def _written(self, value: Fraction) -> str:
        if self.of == "share":
            return percent(value, "en", _decimals(value * 100)) if value <= 1 else f"{float(value * 100):g}%"
        return count(int(value), "en") if value.denominator == 1 else f"{float(value):g}"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A row of the vocabulary: phrases that claim the same, in both languages."""

    threshold: Threshold
    sv: tuple[str, ...]
    en: tuple[str, ...]

    def phrases(self, lang: Lang) -> tuple[str, ...]:
        """The phrases of one language."""
        return self.sv if lang == "sv" else self.en


def _share(
    *,
    low: int | None = None,
    high: int | None = None,
    low_open: bool = False,
    high_open: bool = False,
    fewest: int = 0,
    largest: bool = False,
) -> Threshold:
    """A threshold on the share, its ends given in per cent."""
    return Threshold(
        of="share",
        low=None if low is None else Fraction(low, 100),
        high=None if high is None else Fraction(high, 100),
        low_open=low_open,
        high_open=high_open,
        fewest=fewest,
        largest=largest,
    )


def _decimals(value: Fraction) -> int:
    return next((places for places in range(4) if (value * 10**places).denominator == 1), 4)


VOCABULARY: tuple[Entry, ...] = (
    Entry(
        threshold=Threshold(of="count", low=Fraction(0), high=Fraction(0)),
        sv=("ingen", "inga", "inget", "ingen enda", "inte en", "inte en enda"),
        en=("none", "no", "nobody", "no one", "not one", "not a single"),
    ),
    Entry(
        threshold=_share(high=5),
        sv=(
            *("nästan ingen", "nästan inga", "nästan inget", "så gott som ingen", "så gott som inga", "knappt någon"),
            *("knappt några", "knappast någon", "knappast några", "nästan inte någon", "nästan inte några"),
        ),
        en=("almost none", "almost no", "hardly any", "scarcely any", "barely any", "next to no", "next to none"),
    ),
    Entry(
        # "A few" says that there are some: it is not true of nobody.
        threshold=_share(high=10, fewest=1),
        sv=("ett fåtal", "fåtal", "några få", "få", "enstaka", "en handfull", "handfull"),
        en=("a few", "few", "a small number", "a handful", "handful"),
    ),
    Entry(threshold=Threshold(of="share", fewest=2), sv=("några", "vissa", "somliga"), en=("some",)),
    Entry(threshold=Threshold(of="share", fewest=3), sv=("flera",), en=("several",)),
    Entry(threshold=_share(low=33, largest=True), sv=("många",), en=("many",)),
    Entry(
        threshold=_share(high=50, high_open=True),
        sv=("en minoritet", "minoriteten", "minoritet"),
        en=("a minority", "the minority", "minority"),
    ),
    Entry(
        threshold=_share(low=50, low_open=True),
        sv=("majoriteten", "en majoritet", "majoritet", "de flesta", "flertalet", "merparten"),
        en=("the majority", "a majority", "majority", "most"),
    ),
    Entry(
        threshold=_share(low=60),
        sv=("klar majoritet", "en klar majoritet", "den klara majoriteten"),
        en=("clear majority", "a clear majority", "the clear majority"),
    ),
    Entry(
        threshold=_share(low=95),
        sv=(
            *("nästan alla", "nästan samtliga", "nästan varje", "så gott som alla", "så gott som samtliga"),
            *("i princip alla", "i princip samtliga", "i stort sett alla", "praktiskt taget alla"),
        ),
        en=("almost all", "nearly all", "almost every", "nearly every", "practically all"),
    ),
    Entry(
        threshold=_share(high=100, high_open=True),
        sv=("inte alla", "inte samtliga"),
        en=("not all", "not every"),
    ),
    Entry(
        threshold=_share(low=100, high=100), sv=("samtliga", "alla", "varje"), en=("all", "every", "each", "everyone")
    ),
)
