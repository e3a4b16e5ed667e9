"""Sums of coded rows: whole numbers, by name and by the number of a code. Pure.

A name is a column of the codebook, or one of the few below. What is not there is 0 of its base. "0" is not filled in.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from bredvid.register.codebook import Variable, current
from bredvid.register.rules import women
from bredvid.register.rules.women import Line, Supported

Figures = dict[str, dict[str, int]]
# What a database gives: a name, what is stored, what is stored in a second column (or 0), and how many rows.
Stored = tuple[str, int, int, int]

CONTACTS, ALONE, CROSS = "contacts", "own_alone", "unmet×unmet_why"
FOLLOW_UPS, OUTREACH = "follow_ups", "outreach"
WOMEN, LINES = "women", "lines"
AGAIN, AT_RISK, GROUPED = "/again", "/risk", "/groups"
ALL, OWN, LINKED, OWN_LINKED, TALLIED = "all", "own", "in_period", "own_in_period", "tallied"
FIRST, REPEATED = "first", "again"
EVENTS, REACHED, CONVERSATIONS, COUNTED = "events", "reached", "conversations", "_counted"

# Names that are no column, with the keys that they may have.
OWN_NAMES: Mapping[str, frozenset[str]] = {
    CONTACTS: frozenset({ALL, OWN, LINKED, OWN_LINKED, TALLIED}),
    ALONE: frozenset({*women.LINES, women.UNKNOWN}),
    FOLLOW_UPS: frozenset({ALL}),
    OUTREACH: frozenset({EVENTS, REACHED, REACHED + COUNTED, CONVERSATIONS, CONVERSATIONS + COUNTED}),
    WOMEN: frozenset({FIRST, REPEATED}),
    **{LINES + part: frozenset({*women.LINES, women.UNKNOWN}) for part in ("", AGAIN, AT_RISK)},
}


def plus(several: Iterable[Figures]) -> Figures:
    """Sums put together: of months, or of rows and of what changes them. Those of rows together are these."""
    found: dict[str, Counter[str]] = {}
    for figures in several:
        for name, counts in figures.items():
            found.setdefault(name, Counter()).update(counts)
    return _without_zeros(found)


def count(figures: Figures, name: str, key: "str | int" = ALL) -> int:
    """One number; 0 where nothing was counted."""
    return figures.get(name, {}).get(str(key), 0)


def month_sums(stored: Iterable[Stored]) -> Figures:
    """The sums of a month from what its contacts, answers to follow-ups and outreach hold."""
    return _sums(stored, {CONTACTS: _contacts, ALONE: _lines, CROSS: _crossed})


def year_sums(stored: Iterable[Stored]) -> Figures:
    """The sums of a year from what its women's and girls' rows hold."""
    return _sums(stored, dict.fromkeys((LINES, LINES + AGAIN, LINES + AT_RISK), _lines))


def supported(year: int, figures: Figures, months: Figures) -> Supported:
    """The yearly question's answer, from the sums of the year and of its twelve months together."""
    rows = {key: count(figures, WOMEN, key) for key in (FIRST, REPEATED)}
    own = {"own": count(months, CONTACTS, OWN), "own_linked": count(months, CONTACTS, OWN_LINKED)}
    contacts = count(months, CONTACTS)
    return Supported(
        year=year,
        lines={code: _line(code, figures, months) for code in women.LINES},
        quality=women.quality_of(rows=sum(rows.values()), contacts=contacts, **own),
        women=rows[FIRST],
        contacts=contacts,
        unknown_women=count(figures, LINES, women.UNKNOWN),
        unknown_contacts=count(months, ALONE, women.UNKNOWN),
        **own,
    )


def _line(code: str, figures: Figures, months: Figures) -> Line:
    first = count(figures, LINES, code)
    high = first + count(figures, LINES + AGAIN, code) + count(months, ALONE, code)
    # Where anybody at all was met there is at least one, even when nothing tells them apart.
    return Line(code, max(first, min(high, 1)), high, count(figures, LINES + AT_RISK, code))


def is_known(name: str, key: str) -> bool:
    """Whether sums may hold a number under these: what is not the codebook's or listed above stands for nobody."""
    if name in OWN_NAMES:
        return key in OWN_NAMES[name]
    if name == CROSS:
        need, _, why = key.partition("×")
        return is_known("unmet", need) and is_known("unmet_why", why)
    column, _, part = name.partition("/")
    variable = current().by_column.get(column)
    if variable is None or not variable.is_coded or part not in ("", "again", "groups", "groups/again"):
        return False
    if part.startswith("groups"):
        return key in {group.code for group in variable.groups}
    return key == "0" or key in {str(code.number) for code in variable.codes}


def _sums(stored: Iterable[Stored], special: "Mapping[str, Callable[[int, int], Iterable[str]]]") -> Figures:
    found: dict[str, Counter[str]] = {}
    for name, first, second, rows in stored:
        if name in special:
            keys: Iterable[str] = special[name](first, second)
        elif name in OWN_NAMES:
            keys = (_own_key(name, first),)
        else:
            keys = _coded(found, name, first, rows)
        counts = found.setdefault(name, Counter())
        for key in keys:
            counts[key] += rows
    return _without_zeros(found)


def _without_zeros(found: Mapping[str, Mapping[str, int]]) -> Figures:
    kept = {name: {key: n for key, n in counts.items() if n} for name, counts in found.items()}
    return {name: counts for name, counts in kept.items() if counts}


def _own_key(name: str, which: int) -> str:
    if name == OUTREACH:
        return (EVENTS, REACHED, REACHED + COUNTED, CONVERSATIONS, CONVERSATIONS + COUNTED)[which]
    return REPEATED if name == WOMEN and which else FIRST if name == WOMEN else ALL


def _coded(found: dict[str, Counter[str]], name: str, stored: int, rows: int) -> list[str]:
    """The codes behind what is stored; the groups that hold any of them are counted on the way."""
    column, _, part = name.partition("/")
    variable = current().by_column[column]
    for group in _groups(variable, stored):
        found.setdefault(column + GROUPED + ("/" + part if part else ""), Counter())[group] += rows
    return [str(number) for number in _numbers(variable, stored)]


def _numbers(variable: Variable, stored: int) -> list[int]:
    return [code.number for code in variable.chosen(stored)] or [0]


def _groups(variable: Variable, stored: int) -> list[str]:
    held = {code.code for code in variable.chosen(stored)} if variable.groups else set()
    return [group.code for group in variable.groups if held.intersection(group.codes)]


def _contacts(who: int, kind: int) -> list[str]:
    """`kind` is 1 for a contact of a period, 2 for one that was tallied, 3 for both."""
    own, linked = who == current().by_column["who"].by_code["HON"].number, kind & 1
    marks = ((OWN, own), (LINKED, linked), (OWN_LINKED, own and linked), (TALLIED, kind & 2))
    return [ALL, *(key for key, holds in marks if holds)]


def _lines(forms: int, _second: int) -> tuple[str, ...]:
    return women.lines_of(forms)


def _crossed(unmet: int, why: int) -> list[str]:
    """A need that was not met with every reason given: which reason belongs to which need nobody wrote down."""
    variables = current().by_column
    needs = [code.number for code in variables["unmet"].chosen(unmet) if code.number < 60]
    return [f"{need}×{reason}" for need in needs for reason in _numbers(variables["unmet_why"], why)]
