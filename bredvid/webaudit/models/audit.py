"""An audit as it was kept, and the sites it read."""

from django.db import models
from django.db.models import Q

from bredvid.places.models import Municipality, MunicipalityGroup
from bredvid.webaudit.shapes import INDICATORS, State


class Audit(models.Model):
    """One reading of all sites: which rules and words judged it, and where its proof lies."""

    code = models.SlugField(primary_key=True, max_length=40)
    # An invented audit: its sites are nobody's, and none of them has a municipality.
    demonstration = models.BooleanField(default=False)
    lexicon = models.CharField(max_length=20)
    rules = models.CharField(max_length=20)
    # First and last fetch, as the archive says; empty where it does not.
    began = models.DateTimeField(null=True, blank=True)
    ended = models.DateTimeField(null=True, blank=True)
    # SHA-256 of the judgement as it was read: says whether a file is the one that was kept.
    digest = models.CharField(max_length=64)
    # The folder with one archive for each site, as somebody named it; empty where only the judgement was kept.
    archive = models.CharField(max_length=300, blank=True)
    kept_on = models.DateField()

    class Meta:
        ordering = ("-began", "-code")

    def __str__(self) -> str:
        return self.code


class Site(models.Model):
    """One municipality's site in an audit, also when nothing of it could be read."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="sites")
    key = models.CharField(max_length=120)
    name = models.CharField(max_length=120)
    municipality = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="audited_sites"
    )
    group = models.ForeignKey(
        MunicipalityGroup, null=True, blank=True, on_delete=models.PROTECT, related_name="audited_sites"
    )
    # "read", "partly read", or the reason that nothing was.
    state = models.CharField(max_length=40)
    pages = models.PositiveIntegerField()
    failed = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("audit", "key"), name="a_site_is_once_in_an_audit")]

    def __str__(self) -> str:
        return f"{self.name} ({self.audit_id})"


INDICATOR_CODES = INDICATORS
STATES = tuple(state.value for state in State)


def judged(prefix: str) -> list[models.BaseConstraint]:
    """What holds for every judged row: one of the twelve indicators, one of the four states."""
    return [
        models.CheckConstraint(condition=Q(indicator__in=INDICATOR_CODES), name=f"{prefix}_is_of_an_indicator"),
        models.CheckConstraint(condition=Q(state__in=STATES), name=f"{prefix}_has_a_state"),
    ]
