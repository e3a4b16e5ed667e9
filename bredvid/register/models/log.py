"""Who has done what in a unit, by day. A clock time would tell when she called."""

from django.db import models

from bredvid.register.models.columns import single
from bredvid.register.models.unit import Unit


class AccessEntry(models.Model):
    """That somebody on the staff did something on a day: once a day, however many times. Never what it held."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="access_log", db_index=False)
    day = models.DateField()
    # 0: somebody whose account is gone, or the command line.
    staff = models.ForeignKey("accounts.Staff", null=True, on_delete=models.SET_NULL, related_name="+")
    deed = single()
    purpose = single()
    # Of the support period; 0 where it was about none.
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-day", "staff_id", "deed", "number")
        constraints = [
            models.UniqueConstraint(
                fields=("unit", "day", "staff", "deed", "purpose", "number"), name="one_access_entry_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.day} {self.deed}"


class LogReview(models.Model):
    """That somebody has looked through a month of the access log: a sample, a signature and a finding."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="log_reviews", db_index=False)
    month = models.PositiveIntegerField()
    # The sample can be drawn again from this number.
    seed = models.BigIntegerField()
    entries = models.PositiveIntegerField()
    sampled = models.PositiveIntegerField()
    finding = single()
    signed_by = models.ForeignKey("accounts.Staff", null=True, on_delete=models.SET_NULL, related_name="+")
    signed_on = models.DateField()

    class Meta:
        ordering = ("-month",)
        constraints = [models.UniqueConstraint(fields=("unit", "month"), name="one_review_per_month")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.month}"
