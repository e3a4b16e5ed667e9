"""Fills a database with rows of rooms that nobody asks for: `python -m benchmarks._room_fill NUMBER`."""

import os
import sys
from datetime import timedelta

from bredvid.config.installation import start_django

AT_A_TIME = 2_000


def main(number: int) -> None:
    """Rows as wide as those of a room with three entries."""
    start_django()
    from bredvid.room.models import Room
    from bredvid.room.models.log import Entry
    from bredvid.room.storing import clock

    ends = clock.today() + timedelta(days=90)
    for begun in range(0, number, AT_A_TIME):
        rooms = Room.objects.bulk_create(
            Room(
                mark=os.urandom(32), number=os.urandom(16), slot=1_000_000_000 + each, sign_in=os.urandom(72),
                identity=os.urandom(752), memory=os.urandom(2_288), state=os.urandom(250), sequence=2, days=90,
                shift=0, visited=clock.today(), ends=ends,
            )
            for each in range(begun, min(begun + AT_A_TIME, number))
        )  # fmt: skip
        Entry.objects.bulk_create(
            Entry(
                room=room, sequence=each, kind=2, author=os.urandom(16), size=2_400, sealed=os.urandom(2_440),
                day=clock.today(),
            )
            for room in rooms
            for each in range(3)
        )  # fmt: skip


main(int(sys.argv[1]))
