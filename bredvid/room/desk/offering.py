"""The desks that everybody is told of: those that may be let in now."""

from bredvid.room.desk import reads
from bredvid.room.storing.desks import OpenDesk


def offered() -> list[OpenDesk]:
    """Each with its public keys and its hours. `next_open` is a weekday (1 is Monday) and a time: "1 09:00"."""
    return [
        OpenDesk(
            name=each.desk.organisation.name,
            author=bytes(each.desk.author),
            recipient=bytes(each.desk.recipient),
            open_now=bool(each.open_now),
            next_open=each.next_open,
        )
        for each in reads.open_desks()
    ]
