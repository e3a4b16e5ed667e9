"""Frames for coding what was answered in free text."""

from django.db import models

from bredvid.review.models.bilingual import Bilingual


class CodeFrame(models.Model):
    """A versioned frame for coding what was answered in free text."""

    code = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    title_sv = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("code", "version"), name="one_frame_per_version")]


class Code(Bilingual, models.Model):
    """One code of a frame. Its id is stable: it is never given another meaning."""

    frame = models.ForeignKey(CodeFrame, on_delete=models.CASCADE, related_name="codes")
    code = models.SlugField(max_length=40)
    order = models.PositiveSmallIntegerField()
    label_sv = models.CharField(max_length=120)
    label_en = models.CharField(max_length=120)

    class Meta:
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=("frame", "code"), name="one_code_per_frame")]
