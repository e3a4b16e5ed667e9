"""The room as Django knows it."""

from django.apps import AppConfig


class RoomConfig(AppConfig):
    """The encrypted room."""

    name = "bredvid.room"
    label = "room"

    def ready(self) -> None:
        """Says where the desks come from that she may let in."""
        from bredvid.room.desk.offering import offered
        from bredvid.room.storing import desks

        desks.provided_by(offered)
