"""What no document may cost."""

import struct
from typing import Final

MOST_PAGES: Final = 200
MOST_CHARACTERS: Final = 1_000_000
PROCESSOR_SECONDS: Final = 10
"""Counted by the machine's work and not by the clock, so that a busy machine gives the same result."""

WAITED_SECONDS: Final = 60
"""By the clock, for a document that waits and does not work."""

MEMORY: Final = 1_000_000_000
"""Bytes of address space; reading a usual document takes a tenth."""

LENGTH: Final = struct.Struct(">Q")
"""What stands before each document and each answer in the pipe: its bytes."""
