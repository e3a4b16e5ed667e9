"""Looking through the access log: which months are left, what is drawn, and who may sign."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.crypto import salted_hmac

from bredvid.accounts.access import Action
from bredvid.accounts.models import Staff
from bredvid.accounts.roles import ROLES
from bredvid.register import clock
from bredvid.register.models import AccessEntry, LogReview, Unit
from bredvid.register.reads.access_log import entries_of, months_of
from bredvid.register.rules.log_sample import KEPT_MONTHS, drawn
from bredvid.register.rules.months import of_day, plus

_REVIEWING = [role.code for role in ROLES.values() if Action.ACCESS_REVIEW in role.actions]


@dataclass(frozen=True)
class Sample:
    """What was drawn of a month: the entries, of how many, and the seed that draws them again."""

    month: int
    seed: int
    total: int
    entries: Sequence[AccessEntry]

    def is_all_by(self, staff: Staff | None) -> bool:
        """Whether every entry drawn is this person's own."""
        return staff is not None and bool(self.entries) and {entry.staff_id for entry in self.entries} == {staff.pk}


@dataclass(frozen=True)
class Reviewed:
    """A review that was signed. `own`: all that was drawn were the signer's own entries; there was nobody else."""

    review: LogReview
    own: bool


def months_left(unit: Unit) -> list[int]:
    """The months that are over, have entries and are not looked through, oldest first."""
    this = of_day(clock.today())
    oldest = plus(this, -KEPT_MONTHS)
    done = set(LogReview.objects.filter(unit=unit).values_list("month", flat=True))
    return sorted(month for month in months_of(unit) if oldest <= month < this and month not in done)


def sample_of(unit: Unit, month: int) -> Sample:
    """What is drawn of a month. Nobody can choose it: the seed follows from unit, month and the house's secret."""
    return _drawn(unit, month, _seed(unit, month))


def reviews_of(unit: Unit) -> list[Reviewed]:
    """The reviews that were signed, newest first."""
    found = LogReview.objects.filter(unit=unit).select_related("signed_by")
    return [Reviewed(each, _drawn(unit, each.month, each.seed).is_all_by(each.signed_by)) for each in found]


def others_who_review(unit: Unit, staff: Staff) -> bool:
    """Whether somebody else in the unit may look through the log."""
    colleagues = Staff.objects.filter(organisation=unit.organisation_id, is_active=True).exclude(pk=staff.pk)
    return colleagues.filter(memberships__role__in=_REVIEWING).exists()


def _drawn(unit: Unit, month: int, seed: int) -> Sample:
    keys = list(entries_of(unit, month).values_list("pk", flat=True))
    chosen = drawn(keys, seed)
    entries = list(AccessEntry.objects.filter(unit=unit, pk__in=chosen).select_related("staff"))
    return Sample(month, seed, len(keys), entries)


def _seed(unit: Unit, month: int) -> int:
    digest = salted_hmac("bredvid.register.log_sample", f"{unit.pk}:{month}", algorithm="sha256").digest()
    return int.from_bytes(digest[:7], "big")
