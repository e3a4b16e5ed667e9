"""Everything that was ever answered in a round in the field. Rows are added and never changed or taken away."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from bredvid.review.models.fieldwork import Case, Fieldwork
from bredvid.review.models.questionnaire import Missing, Question


class ImportBatch(models.Model):
    """A spreadsheet of answers as it was handed in, how its columns are read, and whether it was accepted."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", _("handed in")
        ACCEPTED = "accepted", _("accepted")
        REFUSED = "refused", _("put aside")
        UNDONE = "undone", _("taken back")

    fieldwork = models.ForeignKey(Fieldwork, on_delete=models.CASCADE, related_name="batches")
    name = models.CharField(max_length=200, help_text="the file's name")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the file")
    content = models.BinaryField()
    mapping = models.JSONField(default=dict)
    state = models.CharField(max_length=8, choices=State.choices, default=State.UPLOADED)
    summary = models.JSONField(default=dict, help_text="what accepting it wrote")
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-pk")


class Entry(models.Model):
    """One answer as it was given or corrected. The newest revision of a question is the one that holds.

    `value` is {"options": [codes]}, {"number": "12.5"}, {"text": "…"} or {"date": "2026-11-23"}, options and text
    together for an answer in own words that has been coded, and {} where `missing` says why there is none.
    """

    class Origin(models.TextChoices):
        LINK = "link", _("the municipality")
        IMPORT = "import", _("a spreadsheet")
        STAFF = "staff", _("a correction")
        DEMONSTRATION = "demonstration", _("invented")

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="entries")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="entries")
    revision = models.PositiveIntegerField(help_text="1 for the first answer; a new one follows the newest")
    superseded = models.BooleanField(default=False, help_text="a newer revision holds")
    value = models.JSONField(default=dict)
    missing = models.CharField(max_length=16, choices=Missing.choices, blank=True)
    why = models.TextField(blank=True, help_text="why it is not known, in the municipality's words")
    origin = models.CharField(max_length=13, choices=Origin.choices)
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    reason = models.TextField(blank=True, help_text="why staff corrected it")
    batch = models.ForeignKey(ImportBatch, null=True, blank=True, on_delete=models.PROTECT, related_name="entries")
    at = models.DateTimeField()

    class Meta:
        ordering = ("case", "question", "revision")
        constraints = [
            # Two people who answer at once both know revision n; only one of them can write n + 1.
            models.UniqueConstraint(fields=("case", "question", "revision"), name="one_entry_per_revision"),
            models.UniqueConstraint(
                fields=("case", "question"), condition=models.Q(superseded=False), name="one_entry_holds"
            ),
            models.CheckConstraint(
                condition=~models.Q(origin="staff") | (models.Q(staff__isnull=False) & ~models.Q(reason="")),
                name="a_correction_has_a_name_and_a_reason",
            ),
        ]
