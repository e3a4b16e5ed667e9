"""What was found: a verdict for each indicator and site, and the passages behind it."""

from django.db import models

from bredvid.webaudit.models.audit import Site, judged


class Finding(models.Model):
    """A site's verdict on one indicator, with the passage that shows it."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="findings")
    indicator = models.CharField(max_length=3)
    state = models.CharField(max_length=20)
    reason = models.CharField(max_length=60)
    # A number (W4, W9, W10), or codes (vocabularies, forms, units, names).
    value = models.JSONField(null=True, blank=True)
    zone = models.CharField(max_length=20, blank=True)
    quote = models.CharField(max_length=300, blank=True)
    url = models.TextField(blank=True)
    fetched = models.DateTimeField(null=True, blank=True)
    # The days the page gives of itself; empty where it does not say.
    page_published = models.DateField(null=True, blank=True)
    page_changed = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("site", "indicator"), name="one_finding_per_indicator"),
            *judged("finding"),
        ]

    def __str__(self) -> str:
        return f"{self.site_id} {self.indicator}: {self.state}"


class Passage(models.Model):
    """A page's own verdict where it quotes something: what a municipality can look up on its site."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="passages")
    url = models.TextField()
    title = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=20)
    indicator = models.CharField(max_length=3)
    state = models.CharField(max_length=20)
    reason = models.CharField(max_length=60)
    zone = models.CharField(max_length=20, blank=True)
    quote = models.CharField(max_length=300)
    fetched = models.DateTimeField(null=True, blank=True)
    # The days the page gives of itself; empty where it does not say.
    page_published = models.DateField(null=True, blank=True)
    page_changed = models.DateField(null=True, blank=True)

    class Meta:
        constraints = judged("passage")

    def __str__(self) -> str:
        return f"{self.site_id} {self.indicator}: {self.url}"
