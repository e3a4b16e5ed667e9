"""An organisation that counts, and the sheets it has brought in."""

from django.db import models

from bredvid.register.models.columns import place, single


class Unit(models.Model):
    """An organisation's own part of the register. Nothing crosses from one unit to another."""

    organisation = models.OneToOneField("places.Organisation", on_delete=models.PROTECT, related_name="unit")
    provider = single()
    # Where support is given when nobody says otherwise.
    place = place()
    # Periods are numbered within the unit; a number is never used again, also when its period is gone.
    last_number = models.PositiveIntegerField(default=0)
    demonstration = models.BooleanField(default=False)

    class Meta:
        ordering = ("organisation__name",)

    def __str__(self) -> str:
        return self.organisation.name


class SheetImport(models.Model):
    """That a sheet of earlier counts was brought in: how much, for which months. Never the sheet itself."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="imports")
    day = models.DateField()
    staff = models.ForeignKey("accounts.Staff", null=True, on_delete=models.SET_NULL, related_name="+")
    rows = models.PositiveIntegerField()
    added = models.PositiveIntegerField()
    first_month = models.PositiveIntegerField()
    last_month = models.PositiveIntegerField()
    taken_back = models.BooleanField(default=False)

    class Meta:
        ordering = ("-day", "-id")

    def __str__(self) -> str:
        return f"{self.unit_id} {self.day}"
