"""Each test has a file of keys and no desks of its own."""

from bredvid.room.storing.tests.conftest import keys_of_its_own

__all__ = ["keys_of_its_own"]
