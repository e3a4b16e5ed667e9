"""What stands in a room, and what is kept for a while about its writing."""

from django.db import models

from bredvid.room.models.rooms import Room


class Entry(models.Model):
    """One entry of a room's log: its bytes as they were signed, sealed once more."""

    room = models.ForeignKey(Room, models.CASCADE, db_index=False, related_name="entries")
    sequence = models.PositiveBigIntegerField()
    kind = models.PositiveSmallIntegerField()
    # A mark under the room's own key: who wrote which entry, and nothing across rooms.
    author = models.BinaryField(max_length=16)
    size = models.PositiveIntegerField()
    sealed = models.BinaryField()
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "sequence"], name="room_entry_place")]


class Answered(models.Model):
    """A request that was carried out: sent again it gets the same answer and writes nothing. Kept two days."""

    room = models.ForeignKey(Room, models.CASCADE, db_index=False, related_name="answered")
    author = models.BinaryField(max_length=16)
    key = models.BinaryField(max_length=16)
    digest = models.BinaryField(max_length=32)
    # Sequence and hash of the head that was answered, sealed.
    answer = models.BinaryField()
    day = models.DateField(db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "author", "key"], name="room_answered_once")]


class Written(models.Model):
    """How much an author has written in a room on a day."""

    room = models.ForeignKey(Room, models.CASCADE, db_index=False, related_name="written")
    author = models.BinaryField(max_length=16)
    day = models.DateField(db_index=True)
    entries = models.PositiveIntegerField(default=0)
    size = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["room", "author", "day"], name="room_written_a_day")]


class Membership(models.Model):
    """That an organisation is, or was, in a room. `desk` is a keyed mark of the organisation's author key."""

    room = models.ForeignKey(Room, models.CASCADE, related_name="memberships")
    desk = models.BinaryField(max_length=16)
    since = models.PositiveBigIntegerField()
    # The entry with which it left or was let out; empty while it is in.
    until = models.PositiveBigIntegerField(null=True)

    class Meta:
        indexes = [models.Index(fields=["desk", "room"], name="room_membership_desk")]
        constraints = [
            models.UniqueConstraint(
                fields=["room", "desk"], condition=models.Q(until__isnull=True), name="room_membership_now"
            )
        ]
