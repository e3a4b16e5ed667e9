"""How much one author writes in one room on a day: nobody's writing closes anybody else's."""

from datetime import date

from bredvid.room.models import Room, Written
from bredvid.room.storing import keys, limits
from bredvid.room.storing.refusals import Quota


def take(row: Room, storage: bytes, author: bytes, sizes: list[int], day: date, *, new: bool = False) -> None:
    """Counts a batch; a new room has none before it.

    Raises Quota, and then nothing is counted; call it inside the transaction of the batch.
    """
    mark = keys.mark_of_author(storage, author)
    before = None if new else Written.objects.filter(room=row, author=mark, day=day).first()
    found = before or Written(room=row, author=mark, day=day)
    found.entries += len(sizes)
    found.size += sum(sizes)
    if limits.is_over(found.entries, found.size):
        raise Quota
    found.save()
