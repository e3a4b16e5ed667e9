"""The public geography and the help that exists: shape and constraints only."""

from django.db import models
from django.utils.translation import get_language, gettext_lazy as _

from bredvid.places.telephone import digits


class County(models.Model):
    """One of the 21 counties (län)."""

    code = models.CharField(primary_key=True, max_length=2)
    name = models.CharField(max_length=60, unique=True)
    short_name = models.CharField(max_length=60, unique=True)

    class Meta:
        ordering = ("code",)

    def __str__(self) -> str:
        return self.name

    @property
    def localised_name(self) -> str:
        """The name in the reader's language: "Uppsala län" or "Uppsala County"."""
        return f"{self.short_name} County" if get_language() == "en" else self.name


class MunicipalityGroup(models.Model):
    """One of the nine groups of comparable municipalities, in the grouping of one year (vintage)."""

    code = models.CharField(max_length=4)
    vintage = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)

    class Meta:
        ordering = ("vintage", "code")
        constraints = [models.UniqueConstraint(fields=("code", "vintage"), name="one_group_per_code_and_vintage")]

    def __str__(self) -> str:
        return self.name

    @property
    def localised_name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if get_language() == "en" else self.name


class Municipality(models.Model):
    """One of the 290 municipalities. `code` is Statistics Sweden's four digits, kept as text for its leading zero."""

    code = models.CharField(primary_key=True, max_length=4)
    name = models.CharField(max_length=60, unique=True)
    legal_name = models.CharField(max_length=80)
    own_name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=80, unique=True)
    # The place in a Swedish index, å, ä and ö last: the databases sort these letters each in their own way.
    alphabetical = models.PositiveSmallIntegerField(default=0)
    county = models.ForeignKey(County, on_delete=models.PROTECT, related_name="municipalities")
    group = models.ForeignKey(MunicipalityGroup, on_delete=models.PROTECT, related_name="municipalities")
    web_domain = models.CharField(max_length=120, unique=True)
    hex_row = models.PositiveSmallIntegerField()
    hex_column = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("alphabetical", "name")
        constraints = [models.UniqueConstraint(fields=("hex_row", "hex_column"), name="one_municipality_per_cell")]

    def __str__(self) -> str:
        return self.name


class Population(models.Model):
    """Residents of a municipality on 31 December of a year."""

    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="populations")
    year = models.PositiveSmallIntegerField()
    residents = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("municipality", "year"), name="one_population_per_year")]


class Audience(models.TextChoices):
    """Whom a service is for. Only `HER` may ever stand on a page of hers."""

    HER = "her", _("women and girls")
    PROFESSIONALS = "professionals", _("professionals")
    BUYERS = "buyers", _("men who buy sex")


class Duty(models.TextChoices):
    """What those who answer must pass on. The words she reads before she chooses stand in the door, by this code."""

    ASK = "ask", _("not known: she is told to ask first")
    URGENT = "urgent", _("for danger: nothing may make her wait")
    VOLUNTARY = "voluntary", _("a shelter: must report only by contract or licence, otherwise should")
    PUBLIC = "public", _("a public body: must report worry for a child")


class Organisation(models.Model):
    """Who runs a service: a shelter organisation, an authority, a municipality."""

    code = models.SlugField(primary_key=True, max_length=40)
    name = models.CharField(max_length=120)
    affiliation = models.CharField(max_length=60, blank=True)
    website = models.URLField(blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Service(models.Model):
    """Somewhere to turn. Shown only when its facts are verified; `last_checked` says when and `owner` by whom."""

    code = models.SlugField(primary_key=True, max_length=40)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services")
    audience = models.CharField(max_length=16, choices=Audience.choices)
    name_sv = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    about_sv = models.CharField(max_length=300)
    about_en = models.CharField(max_length=300)
    # For whom and when, in a few words: what stands beside the number where there is room for no more.
    short_sv = models.CharField(max_length=40, blank=True)
    short_en = models.CharField(max_length=40, blank=True)
    phone = models.CharField(max_length=30, blank=True)
    # Words apart by a space: ways of `openness.WAYS`, codes of municipalities or counties (none: the whole country),
    # codes of languages.
    ways = models.CharField(max_length=40, blank=True)
    area = models.CharField(max_length=200, blank=True)
    languages = models.CharField(max_length=60, blank=True)
    interpreter = models.BooleanField(default=False)
    # None: not known, so nothing is said.
    anonymous = models.BooleanField(null=True, blank=True)
    women_only = models.BooleanField(null=True, blank=True)
    youngest = models.PositiveSmallIntegerField(null=True, blank=True)
    oldest = models.PositiveSmallIntegerField(null=True, blank=True)
    # As `openness` reads it: "always", "1-5 09:00-16:00; 6 10:00-14:00", or nothing where it is not known.
    hours = models.CharField(max_length=120, blank=True)
    duty = models.CharField(max_length=16, choices=Duty.choices, default=Duty.ASK)
    under_18 = models.BooleanField(default=False)
    # A house that also receives men who buy sex is not shown to her, whatever its audience: she could meet one there.
    receives_buyers = models.BooleanField(default=False)
    order = models.PositiveSmallIntegerField(default=100)
    verified = models.BooleanField(default=False)
    last_checked = models.DateField(null=True, blank=True)
    owner = models.CharField(max_length=60)
    source = models.CharField(max_length=200)

    class Meta:
        ordering = ("order", "code")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(verified=False) | models.Q(last_checked__isnull=False),
                name="verified_service_has_a_date",
            ),
            # One number, one audience: a number for professionals cannot be entered again as one for her.
            models.UniqueConstraint(fields=("phone",), condition=~models.Q(phone=""), name="one_service_per_phone"),
        ]

    def __str__(self) -> str:
        return self.name_sv

    @property
    def name(self) -> str:
        """The name in the reader's language."""
        return self.name_en if get_language() == "en" else self.name_sv

    @property
    def about(self) -> str:
        """What it is, in the reader's language."""
        return self.about_en if get_language() == "en" else self.about_sv

    @property
    def short(self) -> str:
        """For whom and when, in the reader's language."""
        return self.short_en if get_language() == "en" else self.short_sv

    @property
    def tel(self) -> str:
        """The number as the address of a link, `tel:020505050`; empty where there is no number."""
        return f"tel:{digits(self.phone)}" if self.phone else ""
