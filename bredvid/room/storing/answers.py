"""A request that was carried out gets the same answer when it is sent again (section 11)."""

from datetime import date

from bredvid.room.models import Answered, Room
from bredvid.room.storing import keys
from bredvid.room.storing.refusals import Conflict

Head = tuple[int, bytes]
_COLUMN = "answer"


def given(row: Room, storage: bytes, author: bytes, key: bytes, parts: tuple[bytes, ...]) -> Head | None:
    """The head that was answered to this key; None where it is new. Raises Conflict where it came with other bytes."""
    mark = keys.mark_of_author(storage, author)
    found = Answered.objects.filter(room=row, author=mark, key=key).first()
    if found is None:
        return None
    if bytes(found.digest) != keys.digest(storage, *parts):
        raise Conflict
    answer = keys.opened(storage, _COLUMN, bytes(row.number), found.answer)
    return int.from_bytes(answer[:4], "big"), answer[4:]


def keep(row: Room, storage: bytes, author: bytes, key: bytes, parts: tuple[bytes, ...], head: Head, day: date) -> None:
    """Remembers what was answered, for two days."""
    answer = head[0].to_bytes(4, "big") + head[1]
    Answered.objects.create(
        room=row, author=keys.mark_of_author(storage, author), key=key, digest=keys.digest(storage, *parts),
        answer=keys.sealed(storage, _COLUMN, bytes(row.number), answer), day=day,
    )  # fmt: skip
