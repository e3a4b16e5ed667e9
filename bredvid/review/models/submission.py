"""Every time a municipality handed its answers in, and which revision of each answer it handed in."""

from django.db import models

from bredvid.review.models.fieldwork import Case


class Submission(models.Model):
    """One handing-in. With the one before it, it says exactly what changed between the two."""

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="submissions")
    number = models.PositiveSmallIntegerField(help_text="1 for the first; the municipality's edition")
    at = models.DateTimeField()
    revisions = models.JSONField(default=dict, help_text="question code → the revision handed in")

    class Meta:
        ordering = ("case", "number")
        constraints = [models.UniqueConstraint(fields=("case", "number"), name="one_submission_per_number")]
