"""What a source says of a round: figures, names, quotes, and statements that can be tested."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from bredvid.review.models.bilingual import Bilingual
from bredvid.review.models.questionnaire import Option, Question
from bredvid.review.models.round import Respondent, Round


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
