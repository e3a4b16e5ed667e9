"""Signs that a month of the access log has been looked through."""

from collections.abc import Collection

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from bredvid.accounts import activity
from bredvid.accounts.access import Action
from bredvid.accounts.models import Staff
from bredvid.register import clock
from bredvid.register.codebook import current
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import LogReview, Unit
from bredvid.register.reads.log_reviews import Sample, months_left, others_who_review, sample_of


@transaction.atomic
def sign(*, unit: Unit, staff: Staff, month: int, seen: Collection[int], finding: str) -> LogReview:
    """Keeps that the sample of a month was looked at, with a finding (a code of S03). Once for each month.

    `seen` are the entries that were ticked. Raises RegisterRefused in one clear line.
    """
    if month not in months_left(unit):
        raise RegisterRefused(_("This month is signed already, or there is nothing in it to look through."))
    sample = sample_of(unit, month)
    _refuse(unit, staff, sample, seen, finding)
    try:
        with transaction.atomic():
            review = _write(unit, staff, sample, finding)
    except IntegrityError:
        raise RegisterRefused(_("Somebody else has signed this month meanwhile.")) from None
    activity.record(
        staff=staff, action=Action.ACCESS_REVIEW, subject=unit.organisation.code, detail=f"{month} {finding}"
    )
    return review


def _refuse(unit: Unit, staff: Staff, sample: Sample, seen: Collection[int], finding: str) -> None:
    if sample.is_all_by(staff) and others_who_review(unit, staff):
        raise RegisterRefused(_("Everything that was drawn is your own. Let a colleague look through this month."))
    left = len({entry.pk for entry in sample.entries} - set(seen))
    if left:
        raise RegisterRefused(_("Tick each row when you have looked at it: %(left)d left.") % {"left": left})
    if finding not in current().variable("S03").by_code:
        raise RegisterRefused(_("Choose what you found."))


def _write(unit: Unit, staff: Staff, sample: Sample, finding: str) -> LogReview:
    return LogReview.objects.create(
        unit=unit,
        month=sample.month,
        seed=sample.seed,
        entries=sample.total,
        sampled=len(sample.entries),
        finding=current().variable("S03").stored([finding]),
        signed_by=staff,
        signed_on=clock.today(),
    )
