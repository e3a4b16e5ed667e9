"""Outreach: being where women and girls are."""

from django.db import models

from bredvid.register.models.columns import RandomId, mask, month, place, single
from bredvid.register.models.unit import Unit


class Outreach(RandomId):
    """An evening out, a stand, a campaign: where, with whom, how many were reached and how many talks it came to."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="outreach", db_index=False)
    month = month()
    place = place()
    outreach_arena = single()
    partners = mask()
    # Empty is not counted, which is not the same as nobody.
    reached = models.PositiveIntegerField(null=True, blank=True)
    conversations = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=("unit", "month"), name="outreach_unit_month")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.month}"
