"""What was published of a round, and when: so that every edition can be compared with the one before."""

from django.conf import settings
from django.db import models

from bredvid.review.models.fieldwork import Fieldwork


class Publication(models.Model):
    """One edition of a round: its figures as they were, and why there was a new one."""

    fieldwork = models.ForeignKey(Fieldwork, on_delete=models.PROTECT, related_name="publications")
    edition = models.PositiveSmallIntegerField()
    at = models.DateTimeField()
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    digest = models.CharField(max_length=64, help_text="SHA-256 of the round's answers in the export's form")
    figures = models.JSONField(help_text="figure key → [count, asked, valid, frame]")
    note_sv = models.TextField(blank=True, help_text="what is new, in words, for readers")
    note_en = models.TextField(blank=True)

    class Meta:
        ordering = ("-edition",)
        constraints = [models.UniqueConstraint(fields=("fieldwork", "edition"), name="one_publication_per_edition")]
