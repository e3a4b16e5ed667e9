"""The log of what staff did: one chain of entries, each holding the hash of the one before."""

from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.db import models

# What stands as the digest before the first entry.
BEGINNING = "0" * 64


class AppendOnlyError(TypeError):
    """Somebody tried to change or delete what has been written in the log."""

    def __init__(self) -> None:
        super().__init__("the activity log is only added to: an entry is never changed and never deleted")


class ActivityQuerySet(models.QuerySet["ActivityEntry"]):
    """Reads; refuses every way of changing many entries at once."""

    def update(self, **kwargs: Any) -> NoReturn:
        """Refused: raises AppendOnlyError."""
        raise AppendOnlyError

    def delete(self) -> NoReturn:
        """Refused: raises AppendOnlyError."""
        raise AppendOnlyError

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: raises AppendOnlyError."""
        raise AppendOnlyError

    def bulk_create(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused, since it can overwrite: raises AppendOnlyError."""
        raise AppendOnlyError


class ActivityEntry(models.Model):
    """Who did what to what, and when. No address, no browser."""

    number = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    # Empty where the command line did it. Nobody in the log can be deleted; she can be made inactive.
    staff = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="activity")
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=200)
    detail = models.TextField(blank=True)
    previous = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64, unique=True)

    objects: ClassVar[models.Manager["ActivityEntry"]] = ActivityQuerySet.as_manager()

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number} {self.action} {self.subject}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Adds a new entry; raises AppendOnlyError for one that is there already."""
        if not self._state.adding:
            raise AppendOnlyError
        super().save(*args, **(kwargs | {"force_insert": True}))

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Refused: raises AppendOnlyError."""
        raise AppendOnlyError


class ActivityHead(models.Model):
    """The end of the chain: one row. Writers take turns by locking it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, default=BEGINNING)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_head_of_the_chain")]

    def __str__(self) -> str:
        return f"{self.number} {self.digest}"
