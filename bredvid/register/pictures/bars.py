"""A variable as bars: a row for each code, as long as its share; what nobody knows stands last and looks otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from bredvid.register.codebook import DONT_KNOW, NONE, NOT_FILLED_IN, WONT_SAY, Code, Variable
from bredvid.register.pictures import svg
from bredvid.register.pictures.language import percent
from bredvid.register.reads.language import language
from bredvid.register.rules.sums import GROUPED, Figures


@dataclass(frozen=True)
class Bar:
    """A row: what it is, how many, of how many. `tone` is "plain", "none" or "missing"."""

    label: str
    count: int
    base: int
    tone: str = "plain"

    @property
    def svg(self) -> SafeString:
        """The bar as it is drawn."""
        return svg.bar(self.count, self.base, self.tone)

    @property
    def percent(self) -> str:
        """The share in words."""
        return percent(self.count, self.base)


@dataclass(frozen=True)
class Picture:
    """A variable drawn: its name, its base, its groups (where it has any) and its rows, with what is missing last."""

    name: str
    column: str
    base: int
    groups: tuple[tuple[Bar, tuple[Bar, ...]], ...]
    bars: tuple[Bar, ...]
    missing: tuple[Bar, ...]
    several: bool

    @property
    def has_answers(self) -> bool:
        """Whether anything but "not filled in" was counted."""
        return any(bar.count for bar in self.missing[:-1]) or any(bar.count for bar in self.everything)

    @property
    def everything(self) -> tuple[Bar, ...]:
        """Every row that says something, of groups and outside them."""
        return (*(bar for _, bars in self.groups for bar in bars), *self.bars)


def picture(variable: Variable, figures: Figures, base: int) -> Picture:
    """A variable drawn from its sums; `base` is how many rows there are."""
    counts = figures.get(variable.column, {})
    grouped = {code for group in variable.groups for code in group.codes}
    return Picture(
        name=variable.label(language()),
        column=variable.column,
        base=base,
        groups=_groups(variable, figures, base),
        bars=tuple(
            _bar(code, counts, base) for code in variable.codes if code.number <= NONE and code.code not in grouped
        ),
        missing=_missing(variable, counts, base),
        several=variable.is_multiple,
    )


def _groups(variable: Variable, figures: Figures, base: int) -> tuple[tuple[Bar, tuple[Bar, ...]], ...]:
    counts, of_groups = figures.get(variable.column, {}), figures.get(variable.column + GROUPED, {})
    return tuple(
        (
            Bar(group.label(language()), of_groups.get(group.code, 0), base),
            tuple(_bar(variable.by_code[code], counts, base) for code in group.codes),
        )
        for group in variable.groups
    )


def _bar(code: Code, counts: Mapping[str, int], base: int) -> Bar:
    tone = "none" if code.number == NONE else "missing" if code.number > NONE else "plain"
    return Bar(code.label(language()), counts.get(str(code.number), 0), base, tone)


def _missing(variable: Variable, counts: Mapping[str, int], base: int) -> tuple[Bar, ...]:
    asked = (_bar(code, counts, base) for code in variable.codes if code.number in (DONT_KNOW, WONT_SAY))
    return (*asked, Bar(_("Not filled in"), counts.get(str(NOT_FILLED_IN), 0), base, "missing"))
