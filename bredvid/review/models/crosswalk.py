"""Which question of one questionnaire corresponds to which of a later one, and how well they can be compared."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bredvid.review.models.bilingual import Bilingual
from bredvid.review.models.questionnaire import Question, Questionnaire


class Crosswalk(models.Model):
    """The passage from an older questionnaire to a newer one."""

    old = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="crosswalks_onward")
    new = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="crosswalks_back")

    class Meta:
        constraints = [models.UniqueConstraint(fields=("old", "new"), name="one_crosswalk_per_pair")]


class Correspondence(Bilingual, models.Model):
    """One pair of questions with its grade. A question without a counterpart has the grade NONE and one side empty."""

    class Grade(models.TextChoices):
        SAME = "A", _("the same question")
        REWORDED = "B", _("reworded, the same meaning")
        CHANGED = "C", _("changed: not to be drawn on one line")
        NONE = "-", _("cannot be compared")

    crosswalk = models.ForeignKey(Crosswalk, on_delete=models.CASCADE, related_name="correspondences")
    order = models.PositiveSmallIntegerField()
    old = models.ForeignKey(Question, null=True, blank=True, on_delete=models.CASCADE, related_name="onward")
    new = models.ForeignKey(Question, null=True, blank=True, on_delete=models.CASCADE, related_name="back")
    grade = models.CharField(max_length=1, choices=Grade.choices)
    options = models.JSONField(default=dict, help_text="older option's code → newer option's code")
    note_sv = models.TextField(blank=True, help_text="why this grade, for readers")
    note_en = models.TextField(blank=True)

    class Meta:
        ordering = ("order",)
        constraints = [
            models.UniqueConstraint(fields=("crosswalk", "old", "new"), name="one_correspondence_per_pair"),
            models.CheckConstraint(
                condition=models.Q(old__isnull=False) | models.Q(new__isnull=False), name="a_correspondence_has_a_side"
            ),
        ]
