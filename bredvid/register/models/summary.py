"""Sums that are made of the rows: kept so that a page need not count them again."""

from django.db import models

from bredvid.register.models.unit import Unit


class Summary(models.Model):
    """The sums of one month or year of a unit. Derived: it may be thrown away and made again.

    Whoever changes a row raises `version` in the same transaction, and changes `figures` by the difference or empties
    them (actions.summaries); whoever has counted writes only if the version is still the one counted.
    """

    class Span(models.IntegerChoices):
        MONTH = 1
        YEAR = 2

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="summaries", db_index=False)
    span = models.PositiveSmallIntegerField(choices=Span)
    # 202611, or 2026.
    key = models.PositiveIntegerField()
    version = models.PositiveIntegerField(default=1)
    figures = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("unit", "span", "key"), name="one_summary_per_span")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.key}"


class FrozenYear(models.Model):
    """A year whose figures are final. What is told later counts in the year it is told."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="frozen_years", db_index=False)
    year = models.PositiveSmallIntegerField()
    frozen_on = models.DateField()
    figures = models.JSONField()

    class Meta:
        ordering = ("-year",)
        constraints = [models.UniqueConstraint(fields=("unit", "year"), name="a_year_is_frozen_once")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year}"
