"""An organisation's desk: its public keys, those of its staff who hold the secret ones, and how each opens hers.

Every secret here is sealed in a browser before it comes: docs/explanation/room.md, section 11. Days only, never times.
"""

from django.db import models


class Desk(models.Model):
    """Where an organisation answers those who write. `author` and `recipient` are its keys in rooms."""

    organisation = models.OneToOneField("places.Organisation", models.PROTECT, related_name="desk")
    author = models.BinaryField(max_length=32, unique=True)
    recipient = models.BinaryField(max_length=32)
    made = models.DateField()
    # When somebody answers, as `places.openness` reads it; nothing where it is not said.
    hours = models.CharField(max_length=120, blank=True)
    # The fixed hour at which the mail "something is waiting" last left: its day and which of the hours.
    reminded_on = models.DateField(null=True, blank=True)
    reminded_hour = models.PositiveSmallIntegerField(default=0)
    # Made up, for one's own machine: its phrase is printed.
    demonstration = models.BooleanField(default=False)


class Holder(models.Model):
    """Somebody with an identity of her own at a desk. `organisation` is empty until a holder has let her in."""

    desk = models.ForeignKey(Desk, models.CASCADE, related_name="holders")
    staff = models.OneToOneField("accounts.Staff", models.CASCADE, related_name="desk_keys")
    recipient = models.BinaryField(max_length=32)
    # The organisation's identity, sealed to `recipient` by whoever let her in.
    organisation = models.BinaryField(max_length=712, null=True)
    unlocked = models.DateField(null=True, blank=True)


class Lock(models.Model):
    """One way to open a holder's identity: a phrase on her paper, or a passkey."""

    class Way(models.TextChoices):
        """How it opens."""

        PHRASE = "phrase"
        PASSKEY = "passkey"

    holder = models.ForeignKey(Holder, models.CASCADE, related_name="locks")
    way = models.CharField(max_length=8, choices=Way.choices)
    salt = models.BinaryField(max_length=16)
    # The passkey's number, by which the browser finds it; empty for a phrase.
    credential = models.BinaryField(max_length=1023, blank=True)
    wrapped = models.BinaryField(max_length=712)

    class Meta:
        constraints = [
            # A second phrase would be a second paper to lose. Passkeys may be several: one for each device.
            models.UniqueConstraint(
                fields=["holder"], condition=models.Q(way="phrase"), name="room_one_phrase_a_holder"
            ),
        ]
