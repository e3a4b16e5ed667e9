"""A questionnaire: its sections, questions and options, and the reasons why there may be no answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bredvid.review.models.bilingual import Bilingual


class Questionnaire(Bilingual, models.Model):
    """A versioned set of questions. A new version is a new row; an old one never changes."""

    code = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    title_sv = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    reconstructed = models.BooleanField(default=False, help_text="the form was never printed; its wording is inferred")
    intro_sv = models.TextField(blank=True, help_text="what the municipality reads first")
    intro_en = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=("code", "version"), name="one_questionnaire_per_version")]

    def __str__(self) -> str:
        return f"{self.code} v{self.version}"


class Section(Bilingual, models.Model):
    """A heading in a questionnaire, with its questions."""

    questionnaire = models.ForeignKey(Questionnaire, on_delete=models.CASCADE, related_name="sections")
    code = models.SlugField(max_length=40)
    order = models.PositiveSmallIntegerField()
    title_sv = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    text_sv = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    relevant = models.TextField(blank=True, help_text="the section is put only where this holds; see expressions/")

    class Meta:
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=("questionnaire", "code"), name="one_section_per_code")]


class Question(Bilingual, models.Model):
    """One question as it was put, with the kind of answer it takes."""

    class Kind(models.TextChoices):
        SINGLE = "single", _("one answer")
        MULTIPLE = "multiple", _("several answers")
        ORDINAL = "ordinal", _("one answer on a scale")
        COUNT = "count", _("a count, in bands")
        INTEGER = "integer", _("a whole number")
        DECIMAL = "decimal", _("a number")
        DATE = "date", _("a date")
        TEXT = "text", _("free text")
        NOTE = "note", _("a text to read, no question")
        REGISTER = "register", _("known from a register, not asked")

    class Exclusivity(models.TextChoices):
        EXCLUSIVE = "exclusive", _("the answers exclude each other")
        MULTIPLE = "multiple", _("several answers may hold at once")
        UNDECLARED = "undeclared", _("the source does not say")

    section = models.ForeignKey(Section, on_delete=models.CASCADE, related_name="questions")
    code = models.SlugField(max_length=20)
    order = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=Kind.choices)
    exclusivity = models.CharField(max_length=12, choices=Exclusivity.choices, default=Exclusivity.EXCLUSIVE)
    text_sv = models.TextField()
    text_en = models.TextField()
    short_sv = models.CharField(max_length=120)
    short_en = models.CharField(max_length=120)
    note_sv = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    hint_sv = models.TextField(blank=True, help_text="guidance for the one who answers")
    hint_en = models.TextField(blank=True)
    unit_sv = models.CharField(max_length=80, blank=True, help_text="what a number counts; one unit for each")
    unit_en = models.CharField(max_length=80, blank=True)
    persons = models.BooleanField(default=False, help_text="counts persons: only its band ever leaves the fieldwork")
    required = models.BooleanField(default=False, help_text="must be answered, if only with why not")
    relevant = models.TextField(blank=True, help_text="the question is put only where this holds; see expressions/")
    constraint = models.TextField(blank=True, help_text="what the answer (.) must fulfil; see expressions/")
    constraint_message_sv = models.CharField(max_length=300, blank=True)
    constraint_message_en = models.CharField(max_length=300, blank=True)
    recommendation = models.CharField(max_length=4, blank=True, help_text="the recommendation it measures, as R4")
    coded = models.BooleanField(default=False, help_text="answered in own words; the options are codes set afterwards")
    inferred = models.BooleanField(default=False, help_text="not in the source: that it was asked so is our inference")
    depends_on = models.ForeignKey("Option", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("section__order", "order")
        constraints = [models.UniqueConstraint(fields=("section", "code"), name="one_question_per_code")]

    def __str__(self) -> str:
        return f"{self.code}: {self.short_sv}"

    @property
    def is_conditional(self) -> bool:
        """Whether an expression says whom it concerns: its own or its section's."""
        return bool(self.relevant or self.section.relevant)

    @property
    def is_follow_up(self) -> bool:
        """Whether it concerns only some of those who took part: by an expression, or by an answer it hangs on."""
        return self.depends_on_id is not None or self.is_conditional

    @property
    def is_number(self) -> bool:
        """Whether it is answered with a number that may be shown: never one of persons."""
        return self.kind in (self.Kind.INTEGER, self.Kind.DECIMAL) and not self.persons


class Missing(models.TextChoices):
    """Why there is no value. The same states everywhere; missing is never zero."""

    NOT_ASKED = "not_asked", _("not asked")
    DONT_KNOW = "dont_know", _("do not know")
    NO_STATISTICS = "no_statistics", _("no statistics")
    REFUSED = "refused", _("did not want to answer")
    BLANK = "blank", _("left blank")
    UNCODABLE = "uncodable", _("could not be coded")
    SILENT = "silent", _("did not answer the survey")
    NOT_REPORTED = "not_reported", _("not reported by the source")


class Option(Bilingual, models.Model):
    """An answer that can be given. `tone` says how a drawing may colour it, `missing` that it is no value."""

    class Tone(models.TextChoices):
        STRONG = "strong", _("what is asked for is there")
        MEDIUM = "medium", _("in part")
        WEAK = "weak", _("a little")
        ABSENT = "absent", _("what is asked for is not there")
        NEUTRAL = "neutral", _("neither")

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="options")
    code = models.SlugField(max_length=40)
    order = models.PositiveSmallIntegerField()
    label_sv = models.CharField(max_length=200)
    label_en = models.CharField(max_length=200)
    tone = models.CharField(max_length=8, choices=Tone.choices, default=Tone.NEUTRAL)
    missing = models.CharField(max_length=16, choices=Missing.choices, blank=True)
    inferred = models.BooleanField(default=False, help_text="the source does not show that it could be chosen")

    class Meta:
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=("question", "code"), name="one_option_per_code")]

    def __str__(self) -> str:
        return self.label_sv
