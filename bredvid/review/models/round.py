"""A round, its respondents and what they answered. Nothing here knows of a particular year."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bredvid.places.models import County, Municipality, MunicipalityGroup
from bredvid.review.models.bilingual import Bilingual
from bredvid.review.models.questionnaire import Missing, Option, Question, Questionnaire


class Round(Bilingual, models.Model):
    """One review: who was asked (the frame), with which questionnaire, and what is known of the answers."""

    code = models.SlugField(primary_key=True, max_length=20)
    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.PROTECT, related_name="rounds")
    title_sv = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    fieldwork_sv = models.CharField(max_length=200, blank=True)
    fieldwork_en = models.CharField(max_length=200, blank=True)
    source_sv = models.CharField(max_length=200, blank=True)
    source_en = models.CharField(max_length=200, blank=True)
    frame_size = models.PositiveIntegerField()
    answered = models.PositiveIntegerField()
    aggregate_only = models.BooleanField(default=False)
    demonstration = models.BooleanField(default=False)
    based_on = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField(help_text="when these data were first published here, not the source's own date")
    draft = models.BooleanField(default=False, help_text="a preview for staff, never public")
    edition = models.PositiveSmallIntegerField(default=1, help_text="which publication of the round this is")

    class Meta:
        ordering = ("-year", "code")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered__lte=models.F("frame_size")), name="answered_within_frame"
            )
        ]

    def __str__(self) -> str:
        return self.code


class Outcome(models.TextChoices):
    """What came of asking a unit, by the outcome codes of survey methodology."""

    COMPLETE = "complete", _("answered in full")
    PARTIAL = "partial", _("answered in part")
    REFUSAL = "refusal", _("declined to take part")
    NON_CONTACT = "non_contact", _("could not be reached")
    UNKNOWN = "unknown", _("not known")


class Respondent(models.Model):
    """A municipality in a round, with the county, group and cell it had then.

    A demonstration's respondents are invented (`municipality` is empty) and never bear a real name.
    """

    class State(models.TextChoices):
        ANSWERED = "answered", _("answered")
        SILENT = "silent", _("did not answer")
        NOT_REPORTED = "not_reported", _("the report does not say whether it answered")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="respondents")
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="responses"
    )
    code = models.CharField(max_length=8)
    name = models.CharField(max_length=60)
    slug = models.SlugField(max_length=80)
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(MunicipalityGroup, on_delete=models.PROTECT, related_name="+")
    hex_row = models.PositiveSmallIntegerField()
    hex_column = models.PositiveSmallIntegerField()
    alphabetical = models.PositiveIntegerField(help_text="place in the index: databases do not sort å, ä, ö")
    state = models.CharField(max_length=16, choices=State.choices)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, default=Outcome.UNKNOWN)
    wave = models.PositiveSmallIntegerField(
        null=True, blank=True, help_text="reminders sent before the answer came; empty where it is not known"
    )

    class Meta:
        ordering = ("alphabetical",)
        constraints = [
            models.UniqueConstraint(fields=("round", "code"), name="one_respondent_per_code"),
            models.UniqueConstraint(fields=("round", "slug"), name="one_respondent_per_slug"),
        ]

    def __str__(self) -> str:
        return self.name


class Answer(models.Model):
    """What one respondent answered to one question: an option, a number or a day, or why there is none.

    Neither option nor missing means that the answer is known and is none of the options. A count of persons is never
    stored here as a number, only as the option that is its band; there is no place at all for anybody's own words.
    """

    respondent = models.ForeignKey(Respondent, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    option = models.ForeignKey(Option, null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    number = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    date = models.DateField(null=True, blank=True)
    missing = models.CharField(max_length=16, choices=Missing.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("respondent", "question", "option"), name="one_answer_per_option"),
            models.CheckConstraint(
                condition=models.Q(missing="") | models.Q(option__isnull=True, number__isnull=True, date__isnull=True),
                name="missing_has_no_value",
            ),
            models.UniqueConstraint(
                fields=("respondent", "question"),
                condition=models.Q(option__isnull=True),
                name="one_answer_without_option",
            ),
        ]
