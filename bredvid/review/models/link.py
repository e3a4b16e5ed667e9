"""How a municipality gets in without an account, and what was mailed to it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from bredvid.review.models.fieldwork import Case


class Link(models.Model):
    """A personal link to a case. It is public the moment it is mailed, so alone it opens nothing.

    The first opening mails a short code to the case's mailbox; link and code together open the form. Only hashes
    are kept: who reads the database cannot answer for anybody.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="links")
    token_hash = models.CharField(max_length=64, unique=True, help_text="SHA-256 of the link's random part")
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    code_hash = models.CharField(max_length=128, blank=True, help_text="hash of the mailed code; empty until opened")
    code_sent_at = models.DateTimeField(null=True, blank=True)
    codes_sent = models.PositiveSmallIntegerField(default=0)
    wrong_codes = models.PositiveSmallIntegerField(default=0, help_text="since the newest code was mailed")
    reopens = models.BooleanField(default=False, help_text="its first use with a code opens submitted answers again")

    class Meta:
        ordering = ("-made_at", "-pk")


class Letter(models.Model):
    """A mail to a case's mailbox: first queued, then sent, so that nothing is lost when the mail server is away."""

    class Kind(models.TextChoices):
        INVITATION = "invitation", _("invitation")
        CODE = "code", _("code")
        RECEIPT = "receipt", _("receipt")
        REOPENED = "reopened", _("opened again")
        CORRECTION = "correction", _("correction")

    class State(models.TextChoices):
        QUEUED = "queued", _("waiting")
        SENT = "sent", _("sent")
        FAILED = "failed", _("could not be sent")

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="letters")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField(blank=True, help_text="emptied once sent: it may hold a link or a code")
    state = models.CharField(max_length=6, choices=State.choices, default=State.QUEUED)
    error = models.CharField(max_length=300, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-made_at", "-pk")
