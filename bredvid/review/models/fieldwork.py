"""A round in the field: who is asked, and how far each has come. Working material, for staff only.

Nothing here is read by a public page, a report or an export: the projection (projection/) makes a `Round` of it.
"""

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from bredvid.places.models import County, Municipality, MunicipalityGroup
from bredvid.review.models.bilingual import Bilingual
from bredvid.review.models.questionnaire import Questionnaire
from bredvid.review.models.round import Outcome, Round


class Fieldwork(Bilingual, models.Model):
    """One round of asking: with which questionnaire, when, and whether answers are still taken."""

    class State(models.TextChoices):
        PREPARED = "prepared", _("being prepared")
        OPEN = "open", _("open for answers")
        CLOSED = "closed", _("closed")

    code = models.SlugField(primary_key=True, max_length=12)
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="fieldworks")
    title_sv = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.PREPARED)
    demonstration = models.BooleanField(default=False)
    previous = models.ForeignKey(
        Round, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="shown beside the answers"
    )
    answer_by = models.DateField(null=True, blank=True)
    contact = models.EmailField(blank=True, help_text="whom a municipality may write to")
    reminders = models.JSONField(default=list, help_text="days when reminders went out, as 2026-09-14")
    fieldwork_sv = models.CharField(max_length=200, blank=True, help_text="how it was done, for the report")
    fieldwork_en = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-year", "code")

    def __str__(self) -> str:
        return self.code


class Case(models.Model):
    """A municipality in the field, with the county and group it has now and the mailbox its link goes to.

    A demonstration's cases are invented (`municipality` is empty) and never bear a real name.
    """

    class State(models.TextChoices):
        UNTOUCHED = "untouched", _("not begun")
        BEGUN = "begun", _("begun")
        SUBMITTED = "submitted", _("submitted")
        REOPENED = "reopened", _("open again")

    fieldwork = models.ForeignKey(Fieldwork, on_delete=models.PROTECT, related_name="cases")
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=8)
    name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=80)
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(MunicipalityGroup, on_delete=models.PROTECT, related_name="+")
    hex_row = models.PositiveSmallIntegerField()
    hex_column = models.PositiveSmallIntegerField()
    alphabetical = models.PositiveIntegerField()
    mailbox = models.EmailField(blank=True, help_text="the functional address: registrar or unit, never a person's own")
    state = models.CharField(max_length=10, choices=State.choices, default=State.UNTOUCHED)
    locked = models.BooleanField(default=False, help_text="read and settled: nothing changes it until it is unlocked")
    submitted_at = models.DateTimeField(null=True, blank=True, help_text="when it was last submitted")
    first_submitted_at = models.DateTimeField(null=True, blank=True)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, default=Outcome.UNKNOWN)

    class Meta:
        ordering = ("alphabetical",)
        constraints = [
            models.UniqueConstraint(fields=("fieldwork", "code"), name="one_case_per_code"),
            models.UniqueConstraint("fieldwork", Lower("slug"), name="one_case_per_slug"),
        ]

    def __str__(self) -> str:
        return self.name
