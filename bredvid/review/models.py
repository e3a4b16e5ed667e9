"""A review round and what was answered in it. A round is data: nothing here knows of a particular year."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from bredvid.places.models import County, Municipality, MunicipalityGroup


class Bilingual:
    """Gives `label("text")` the Swedish or English field after the reader's language."""

    def label(self, field: str) -> str:
        """The value of `field` in the active language; Swedish where English is empty."""
        swedish = str(getattr(self, f"{field}_sv"))
        return str(getattr(self, f"{field}_en")) or swedish if get_language() == "en" else swedish


class Questionnaire(models.Model):
    """A versioned set of questions. A new version is a new row; an old one never changes."""

    code = models.SlugField(max_length=40)
    version = models.PositiveSmallIntegerField(default=1)
    title_sv = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200)
    reconstructed = models.BooleanField(default=False, help_text="the form was never printed; its wording is inferred")

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
        TEXT = "text", _("free text")
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
    unit_sv = models.CharField(max_length=80, blank=True, help_text="what a count question counts")
    unit_en = models.CharField(max_length=80, blank=True)
    coded = models.BooleanField(default=False, help_text="answered in own words; the options are codes set afterwards")
    inferred = models.BooleanField(default=False, help_text="not in the source: that it was asked so is our inference")
    depends_on = models.ForeignKey("Option", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("section__order", "order")
        constraints = [models.UniqueConstraint(fields=("section", "code"), name="one_question_per_code")]

    def __str__(self) -> str:
        return f"{self.code}: {self.short_sv}"


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
    frame_size = models.PositiveSmallIntegerField()
    answered = models.PositiveSmallIntegerField()
    aggregate_only = models.BooleanField(default=False)
    demonstration = models.BooleanField(default=False)
    based_on = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField(help_text="when these data were first published here, not the source's own date")

    class Meta:
        ordering = ("-year", "code")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(answered__lte=models.F("frame_size")), name="answered_within_frame"
            )
        ]

    def __str__(self) -> str:
        return self.code


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
    alphabetical = models.PositiveSmallIntegerField(help_text="place in the index: databases do not sort å, ä, ö")
    state = models.CharField(max_length=16, choices=State.choices)

    class Meta:
        ordering = ("alphabetical",)
        constraints = [
            models.UniqueConstraint(fields=("round", "code"), name="one_respondent_per_code"),
            models.UniqueConstraint(fields=("round", "slug"), name="one_respondent_per_slug"),
        ]

    def __str__(self) -> str:
        return self.name


class Answer(models.Model):
    """What one respondent answered to one question: an option, a number or a text, or why there is none.

    Neither option nor missing means that the answer is known and is none of the options.
    """

    respondent = models.ForeignKey(Respondent, on_delete=models.CASCADE, related_name="answers")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="answers")
    option = models.ForeignKey(Option, null=True, blank=True, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField(blank=True)
    missing = models.CharField(max_length=16, choices=Missing.choices, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("respondent", "question", "option"), name="one_answer_per_option"),
            models.CheckConstraint(
                condition=models.Q(missing="") | models.Q(option__isnull=True, number__isnull=True, text=""),
                name="missing_has_no_value",
            ),
            models.UniqueConstraint(
                fields=("respondent", "question"),
                condition=models.Q(option__isnull=True),
                name="one_answer_without_option",
            ),
        ]


class PublishedFigure(Bilingual, models.Model):
    """A figure as an aggregate-only source printed it: a count, or words where the source gives no count.

    `among` narrows it to those who gave that answer to another question (five of the ten with little knowledge).
    """

    class Unit(models.TextChoices):
        MUNICIPALITIES = "municipalities", _("municipalities")
        SOCIAL_WORKERS = "social_workers", _("social workers")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="published")
    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="published")
    option = models.ForeignKey(Option, on_delete=models.PROTECT, related_name="published")
    among = models.ForeignKey(Option, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    unit = models.CharField(max_length=20, choices=Unit.choices, default=Unit.MUNICIPALITIES)
    count = models.PositiveSmallIntegerField(null=True, blank=True)
    words_sv = models.CharField(max_length=200, blank=True)
    words_en = models.CharField(max_length=200, blank=True)
    lines = models.CharField(max_length=40, help_text="line or lines of the source, as 706 or 706-708")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=("round", "option"),
                condition=models.Q(among__isnull=True),
                name="one_published_figure_per_option",
            ),
            models.UniqueConstraint(
                fields=("round", "option", "among"), name="one_published_figure_per_option_and_subgroup"
            ),
            models.CheckConstraint(
                condition=models.Q(count__isnull=True) ^ models.Q(words_sv=""), name="a_count_or_words_not_both"
            ),
        ]


class Mention(Bilingual, models.Model):
    """What the source says of one municipality by name, with the line."""

    class Kind(models.TextChoices):
        ANSWERED = "answered", _("named as having answered")
        PROGRAMME = "programme", _("named as having a support programme")
        SPECIAL_WORK = "special_work", _("named for special work; not as an answer")
        COUNT = "count", _("a number the source has made public")

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="mentions")
    respondent = models.ForeignKey(Respondent, on_delete=models.CASCADE, related_name="mentions")
    kind = models.CharField(max_length=16, choices=Kind.choices)
    text_sv = models.CharField(max_length=300)
    text_en = models.CharField(max_length=300)
    lines = models.CharField(max_length=40)

    class Meta:
        ordering = ("respondent__alphabetical", "kind")
        constraints = [models.UniqueConstraint(fields=("respondent", "kind"), name="one_mention_per_kind")]


class Quote(Bilingual, models.Model):
    """A municipality's own words as the source printed them, without attribution. `text_en` is our translation."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="quotes")
    question = models.ForeignKey(Question, null=True, blank=True, on_delete=models.PROTECT, related_name="quotes")
    order = models.PositiveSmallIntegerField()
    text_sv = models.TextField()
    text_en = models.TextField()
    lines = models.CharField(max_length=40)

    class Meta:
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=("round", "order"), name="one_quote_per_place")]


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


class Claim(Bilingual, models.Model):
    """A statement of a source, in a form that rules can test. `terms` holds the kind's own values (see rules/).

    `ledger` is the number the quality ledger gives it, should it not hold; `note` adds to what the rule says.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="claims")
    code = models.SlugField(max_length=60)
    order = models.PositiveSmallIntegerField()
    kind = models.SlugField(max_length=40)
    terms = models.JSONField(default=dict)
    ledger = models.PositiveSmallIntegerField(null=True, blank=True)
    text_sv = models.CharField(max_length=400)
    text_en = models.CharField(max_length=400)
    note_sv = models.TextField(blank=True)
    note_en = models.TextField(blank=True)
    lines = models.CharField(max_length=60)

    class Meta:
        ordering = ("order",)
        constraints = [models.UniqueConstraint(fields=("round", "code"), name="one_claim_per_code")]
