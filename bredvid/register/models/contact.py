"""A contact: somebody got in touch, or was met."""

from django.db import models
from django.db.models import Q

from bredvid.register.models.columns import Hers, RandomId, mask, month, place, single
from bredvid.register.models.unit import SheetImport, Unit


class Contact(RandomId, Hers):
    """One contact in codes: which month, never which day; in no order."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="contacts", db_index=False)
    month = month()
    place = place()
    # While the support period lives, the contact belongs to it; afterwards it only says that it did to one.
    period = models.ForeignKey(
        "register.SupportPeriod", null=True, blank=True, on_delete=models.SET_NULL, related_name="contacts"
    )
    in_period = models.BooleanField(default=False)
    # Counted by a press during a busy night; the rest is not filled in.
    tallied = models.BooleanField(default=False)
    batch = models.ForeignKey(SheetImport, null=True, blank=True, on_delete=models.PROTECT, related_name="contacts")
    channel = single()
    who = single()
    naming = single()
    referred = mask()
    referred_outcome = single()
    referred_by = single()
    referred_route = single()
    minor = single()
    minor_known = single()
    duration = single()
    language = single()

    class Meta:
        indexes = [models.Index(fields=("unit", "month"), name="contact_unit_month")]
        constraints = [
            models.CheckConstraint(condition=Q(month__gte=190001, month__lte=299912), name="contact_has_a_month"),
            models.CheckConstraint(
                condition=Q(period__isnull=True) | Q(in_period=True), name="contact_of_a_period_says_so"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.month}"
