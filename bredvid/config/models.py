"""What the house itself remembers in the database: which data it has been filled with."""

from django.db import models


class Preparation(models.Model):
    """One kind of reference data and the fingerprint of the files it was loaded from.

    It stands in the database it speaks of, so that it is never carried over to another one: a deleted or restored
    database is filled again, a full one is left alone.
    """

    step = models.SlugField(primary_key=True, max_length=40)
    fingerprint = models.CharField(max_length=64)

    def __str__(self) -> str:
        return self.step
