"""A support period: what an organisation keeps while it supports her, and what remains of it."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from bredvid.register.models.columns import Hers, RandomId, month, place, single
from bredvid.register.models.unit import Unit


class SupportPeriod(models.Model):
    """Support to one woman or girl, known by an alias of two words that the machine chose, and by a number.

    Open while support is given. Resting when she has said yes to being asked later: then only alias, number and the
    days she will be asked remain. Closed when it is over; destroyed 90 days after.
    """

    class State(models.IntegerChoices):
        OPEN = 1, _("open")
        RESTING = 2, _("resting")
        CLOSED = 3, _("brought to an end")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="periods", db_index=False)
    number = models.PositiveIntegerField()
    alias = models.PositiveIntegerField()
    state = models.PositiveSmallIntegerField(choices=State, default=State.OPEN)
    opened_month = month()
    # The newest year that has been counted for good while the period lives on: she is not counted again in it.
    last_year = models.PositiveSmallIntegerField(default=0)
    rested_on = models.DateField(null=True, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("unit", "number"), name="one_period_per_number"),
            models.UniqueConstraint(fields=("unit", "alias"), name="one_period_per_alias"),
            models.CheckConstraint(
                condition=Q(state=3, closed_on__isnull=False) | Q(state__in=(1, 2), closed_on__isnull=True),
                name="closed_period_has_a_day",
            ),
            models.CheckConstraint(
                condition=Q(state=2, rested_on__isnull=False) | ~Q(state=2), name="resting_period_has_a_day"
            ),
        ]
        indexes = [models.Index(fields=("state", "closed_on"), name="period_due_to_end")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.number}"


class Year(Hers):
    """What is known of one woman or girl in one year, in codes."""

    year = models.PositiveSmallIntegerField()
    # Whether the unit counts her here for the first time this year: then she is one woman or girl of the year.
    first = models.BooleanField(default=True)
    place = place()
    closure = single()
    tally = single()

    class Meta:
        abstract = True


class PeriodYear(Year):
    """A year of a period that lives."""

    period = models.ForeignKey(SupportPeriod, on_delete=models.CASCADE, related_name="years")
    first_month = month()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("period", "year"), name="one_year_of_a_period")]

    def __str__(self) -> str:
        return f"{self.period_id} {self.year}"


class CountedYear(RandomId, Year):
    """What remains of a year when its period rests or is gone: it leads to nobody, and to no other year."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="counted_years", db_index=False)
    quarter = models.PositiveSmallIntegerField()

    class Meta:
        indexes = [models.Index(fields=("unit", "year"), name="counted_unit_year")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year}"
