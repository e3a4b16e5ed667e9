"""Asking her later how it is: when, and what she answered. The two are never joined."""

from django.db import models

from bredvid.register.models.columns import RandomId, month, single
from bredvid.register.models.period import SupportPeriod
from bredvid.register.models.unit import Unit


class FollowUp(models.Model):
    """A day when she has said yes to being asked, 3, 6 or 12 months after the support came to rest."""

    period = models.ForeignKey(SupportPeriod, on_delete=models.CASCADE, related_name="follow_ups")
    months = models.PositiveSmallIntegerField()
    due = models.DateField()

    class Meta:
        ordering = ("due", "id")
        constraints = [models.UniqueConstraint(fields=("period", "months"), name="one_follow_up_per_term")]

    def __str__(self) -> str:
        return f"{self.period_id} {self.months}"


class FollowUpAnswer(RandomId):
    """What she answered, or that she was not reached. It leads to no period."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="follow_up_answers", db_index=False)
    month = month()
    months = models.PositiveSmallIntegerField()
    outcome = single()
    change_safety = single()
    change_economy = single()
    change_housing = single()
    change_health = single()
    change_network = single()
    change_power = single()
    change_exposure = single()

    class Meta:
        indexes = [models.Index(fields=("unit", "month"), name="follow_up_unit_month")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.month}"
