"""Every figure counted another way: row by row in Python, from the rows as they are read. For tests alone."""

from collections import Counter

from bredvid.register.codebook import current
from bredvid.register.models import Contact, CountedYear, FollowUpAnswer, Outreach, PeriodYear, Unit

HON, RISK, UNMET_WHY = "HON", "RISK", "unmet_why"
LETTERS = {"P": "P1 P2 P3 P4 P5", "M": "M1 M2 M3", "B": "B1 B2", "T": "T1"}


def codes(row, column: str) -> set[str]:
    """The codes of a row's column; empty where it is not filled in."""
    return {code.code for code in current().by_column[column].chosen(getattr(row, column))}


def contacts_in(unit: Unit, months) -> list[Contact]:
    return [row for row in Contact.objects.all() if row.unit_id == unit.pk and row.month in set(months)]


def answers_in(unit: Unit, months) -> list[FollowUpAnswer]:
    return [row for row in FollowUpAnswer.objects.all() if row.unit_id == unit.pk and row.month in set(months)]


def outreach_in(unit: Unit, months) -> list[Outreach]:
    return [row for row in Outreach.objects.all() if row.unit_id == unit.pk and row.month in set(months)]


def women_in(unit: Unit, year: int) -> list[PeriodYear | CountedYear]:
    living: list[PeriodYear | CountedYear] = [
        row for row in PeriodYear.objects.select_related("period") if row.period.unit_id == unit.pk
    ]
    gone = [row for row in CountedYear.objects.all() if row.unit_id == unit.pk]
    return [row for row in (*living, *gone) if row.year == year]


def with_code(rows, column: str, code: str) -> int:
    """How many rows have a code; "" is not filled in."""
    return sum((code in codes(row, column)) if code else not codes(row, column) for row in rows)


def with_any(rows, column: str, wanted: set[str]) -> int:
    return sum(bool(codes(row, column) & wanted) for row in rows)


def crossed(rows) -> Counter[tuple[str, str]]:
    """Needs with reasons, pair by pair; "" where no reason is filled in."""
    found: Counter[tuple[str, str]] = Counter()
    for row in rows:
        needs = codes(row, "unmet") - {"INGET", "OK", "VS"}
        for need in needs:
            for reason in codes(row, UNMET_WHY) or {""}:
                found[need, reason] += 1
    return found


def interval(unit: Unit, year: int, line: str) -> tuple[int, int]:
    """Low and high of a line of the yearly question, "any" for any form."""
    months = [year * 100 + month for month in range(1, 13)]
    return interval_of(women_in(unit, year), contacts_in(unit, months), line)


def interval_of(women, contacts, line: str) -> tuple[int, int]:
    """The same, of rows."""
    wanted = set(" ".join(LETTERS.values() if line == "any" else [LETTERS[line]]).split())
    held = [row for row in women if codes(row, "forms") & wanted]
    alone = [
        row for row in contacts if codes(row, "who") == {HON} and not row.in_period and codes(row, "forms") & wanted
    ]
    known = sum(row.first for row in held)
    return known or int(bool(held or alone)), len(held) + len(alone)
