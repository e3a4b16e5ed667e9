"""A room as the server keeps it. Nothing here can be read without the file of keys, and no time is finer than a day."""

from django.db import models


class Deployment(models.Model):
    """This installation: the id that every code depends on, and which file of keys it goes with. One row."""

    number = models.BinaryField(max_length=16)
    keys = models.BinaryField(max_length=32)


class Room(models.Model):
    """One room. `mark` is a keyed mark of the locator's hash; what the columns of bytes hold is sealed."""

    mark = models.BinaryField(max_length=32, unique=True)
    number = models.BinaryField(max_length=16, unique=True)
    slot = models.PositiveBigIntegerField(unique=True)
    sign_in = models.BinaryField()
    identity = models.BinaryField()
    memory = models.BinaryField()
    # The log's state after its last entry: head, epoch, members, who has left.
    state = models.BinaryField()
    sequence = models.PositiveBigIntegerField()
    days = models.PositiveSmallIntegerField()
    shift = models.SmallIntegerField()
    visited = models.DateField()
    # Visit, days and shift together: what tidying asks for.
    ends = models.DateField(db_index=True)
