"""How an audit came out: each indicator's states counted over sites, always with how many could be read."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Count

from bredvid.webaudit.models import INDICATOR_CODES, Audit, Finding
from bredvid.webaudit.shapes import State


@dataclass(frozen=True)
class Standing:
    """One indicator over some sites. `all` is how many sites were tried, `checked` how many of them could be judged."""

    indicator: str
    found: int = 0
    unclear: int = 0
    not_found: int = 0
    not_checked: int = 0

    @property
    def all(self) -> int:
        """The sites tried."""
        return self.checked + self.not_checked

    @property
    def checked(self) -> int:
        """The sites that could be judged: the base of every share."""
        return self.found + self.unclear + self.not_found

    @property
    def share(self) -> Fraction | None:
        """Found of those that could be judged; None where none could."""
        return Fraction(self.found, self.checked) if self.checked else None

    @property
    def parts(self) -> tuple[tuple[str, int, int], ...]:
        """How it is drawn: each state's tone, where it begins and how wide it is, in sites."""
        counts = (("found", self.found), ("unclear", self.unclear), ("absent", self.not_found))
        starts = (0, self.found, self.found + self.unclear)
        drawn = tuple((tone, start, count) for (tone, count), start in zip(counts, starts, strict=True))
        return (*drawn, ("unchecked", self.checked, self.not_checked))


def standings(audit: Audit) -> tuple[Standing, ...]:
    """Every indicator over all sites of an audit, in the order of the rules."""
    rows = _counts(audit).values_list("indicator", "state", "n")
    return _by_indicator((indicator, state, n) for indicator, state, n in rows)


def standings_of_groups(audit: Audit) -> dict[str, tuple[Standing, ...]]:
    """The same within each group of comparable municipalities (its code); a group without sites is not there."""
    rows = list(_counts(audit, "site__group__code").values_list("site__group__code", "indicator", "state", "n"))
    codes = sorted({code for code, *_ in rows if code})
    return {code: _by_indicator(row[1:] for row in rows if row[0] == code) for code in codes}


def trend(audits: Sequence[Audit]) -> dict[str, tuple[Standing, ...]]:
    """Each audit's standings by its code, in the order given. Compare only audits of the same rules and lexicon."""
    return {audit.code: standings(audit) for audit in audits}


def _counts(audit: Audit, *by: str):  # type: ignore[no-untyped-def]  # a values queryset has no speakable type
    return Finding.objects.filter(site__audit=audit).values(*by, "indicator", "state").annotate(n=Count("id"))


def _by_indicator(rows: Iterable[tuple[str, str, int]]) -> tuple[Standing, ...]:
    counted: dict[str, Counter[str]] = {code: Counter() for code in INDICATOR_CODES}
    for indicator, state, number in rows:
        counted[indicator][state] += number
    return tuple(_standing(code, counts) for code, counts in counted.items())


def _standing(code: str, counts: Mapping[str, int]) -> Standing:
    return Standing(
        code,
        found=counts[State.FOUND],
        unclear=counts[State.UNCLEAR],
        not_found=counts[State.NOT_FOUND],
        not_checked=counts[State.NOT_CHECKED],
    )
