"""What no page may cost us, whatever it holds (measured traps: docs/reference/web-indicators.md, section 1)."""

LARGEST_BODY = 10_000_000
"""Bytes of a body that are read; a longer text is cut here and says so, a longer document is not read at all."""

LARGEST_TEXT_FILE = 50_000_000
"""Bytes of a JSON file, which has to be read whole; one per line is read line by line and has no such bound."""
