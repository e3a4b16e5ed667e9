"""What the server refuses for reasons of its own, beside the outcomes of the protocol."""


class Conflict(Exception):  # noqa: N818 (the word of the specification)
    """The batch does not follow the head, or the key was used for other bytes. `head` is None before there is any."""

    def __init__(self, head: tuple[int, bytes] | None = None) -> None:
        super().__init__("conflict")
        self.head = head


class Quota(Exception):  # noqa: N818 (the word of the specification)
    """This author has written as much in this room as a day allows."""


class NoRoom(LookupError):  # noqa: N818 (says what holds)
    """There is no such room: it was destroyed, or never was."""
