"""How many women and girls: the lines of the yearly question, the interval, the band and what it stands on. Pure.

docs/explanation/women-counted.md says what each of these means.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bredvid.register.codebook import current

ANY, UNKNOWN = "any", "unknown"
# Groups of V08 that are lines of the yearly question. What is unclear (U) is none: it may belong to any.
PROSTITUTION, PORNOGRAPHY, IMAGE_ABUSE, TRAFFICKING = "P", "M", "B", "T"
GROUPS = (PROSTITUTION, PORNOGRAPHY, IMAGE_ABUSE, TRAFFICKING)
LINES = (*GROUPS, ANY)

# The ranges that the review asks in, with their smallest and largest count; the last has no largest.
BANDS: tuple[tuple[str, int, int | None], ...] = (
    ("0-5", 0, 5),
    ("6-14", 6, 14),
    ("15-30", 15, 30),
    ("over-30", 31, None),
)


class Quality(StrEnum):
    """What a count of women stands on."""

    PERIODS = "periods"
    PARTLY = "partly"
    CONTACTS = "contacts"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Line:
    """A line of the yearly question: at least `low` women and girls, at most `high`; `risk` of the low at risk only."""

    code: str
    low: int
    high: int
    risk: int = 0

    @property
    def is_exact(self) -> bool:
        """Whether nothing is uncertain."""
        return self.low == self.high

    @property
    def bands(self) -> tuple[str, ...]:
        """The ranges of the review that the interval touches, lowest first."""
        return bands_of(self.low, self.high)


@dataclass(frozen=True)
class Supported:
    """The answer to the yearly question of one organisation and year.

    `own` are contacts by herself and `own_linked` those of them that belong to a period. `unknown_women` (first rows)
    and `unknown_contacts` (by herself, outside periods) have no form that is known.
    """

    year: int
    lines: Mapping[str, Line]
    quality: Quality
    women: int
    contacts: int
    own: int
    own_linked: int
    unknown_women: int
    unknown_contacts: int

    @property
    def prostitution(self) -> Line:
        """Any of P1 to P5."""
        return self.lines[PROSTITUTION]

    @property
    def pornography(self) -> Line:
        """Any of M1 to M3."""
        return self.lines[PORNOGRAPHY]

    @property
    def any_form(self) -> Line:
        """Any form that is known."""
        return self.lines[ANY]


def lines_of(forms: int) -> tuple[str, ...]:
    """The lines that a mask of forms belongs to; `unknown` alone where it holds no form that is known."""
    variable = current().by_column["forms"]
    held = tuple(
        group.code
        for group in variable.groups
        if group.code in GROUPS and any(forms & variable.by_code[code].bit for code in group.codes)
    )
    return (*held, ANY) if held else (UNKNOWN,)


def bands_of(low: int, high: int) -> tuple[str, ...]:
    """The ranges of the review between two counts, both included. Raises ValueError unless 0 ≤ low ≤ high."""
    if not 0 <= low <= high:
        raise ValueError(f"{low} to {high} is no interval of women")
    return tuple(code for code, smallest, largest in BANDS if smallest <= high and (largest is None or low <= largest))


def quality_of(*, rows: int, contacts: int, own: int, own_linked: int) -> Quality:
    """What the count stands on: rows of periods, all contacts, contacts by herself, and how many of these belong."""
    if not rows:
        return Quality.CONTACTS if contacts else Quality.NOTHING
    return Quality.PERIODS if own == own_linked else Quality.PARTLY
