"""The chapters of a round's report as they were written, version by version, and which of them each edition has.

Rows are only ever added. A chapter that is taken away is a version that says so, and can be brought back.
"""

from django.conf import settings
from django.db import models

from bredvid.review.models import Publication


class ChapterVersion(models.Model):
    """One chapter in one language as somebody saved it. The newest version is the one that holds.

    `round` is the round's code, without the ending of a draft. A `generated` version is what the machine wrote when
    an edition was published; in the next draft the machine writes it anew.
    """

    class Kind(models.TextChoices):
        REPORT = "report", "a chapter of the report"
        SITE = "site", "a text of the site that speaks of the round"

    round = models.SlugField(max_length=20)
    kind = models.CharField(max_length=6, choices=Kind.choices, default=Kind.REPORT)
    language = models.CharField(max_length=2, choices=[("sv", "sv"), ("en", "en")])
    number = models.PositiveSmallIntegerField(help_text="its place among the chapters")
    slug = models.SlugField(max_length=60, help_text="its address; the same in both languages")
    version = models.PositiveIntegerField(help_text="1 for the first; the next follows the newest")
    text = models.TextField(help_text="title, scope and body, with bindings")
    removed = models.BooleanField(default=False, help_text="taken away from the report")
    generated = models.BooleanField(default=False, help_text="written by the machine, kept for an edition")
    faults = models.PositiveSmallIntegerField(default=0, help_text="faults found when it was saved")
    note = models.CharField(max_length=200, blank=True, help_text="what was changed, for colleagues")
    staff = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", help_text="who saved it"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ("round", "kind", "number", "slug", "language", "version")
        constraints = [
            # Two people who write at once both know version n; only one of them can write n + 1.
            models.UniqueConstraint(
                fields=("round", "kind", "slug", "language", "version"), name="one_chapter_per_version"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round}/{self.language}/{self.slug} v{self.version}"


class EditionChapter(models.Model):
    """That an edition has this version of a chapter. What was published stays as it was, whatever is written later."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="+")
    chapter = models.ForeignKey(ChapterVersion, on_delete=models.PROTECT, related_name="editions")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("publication", "chapter"), name="a_chapter_once_per_edition"),
        ]
