"""Municipalities that do not exist, for demonstrations: no invented figure stands beside a real name. Pure."""

FIRST, LAST = 9001, 9040
# Statistics Sweden gives no municipality a code above 2599, so these can be nobody's.
DEMO_PLACES = {code: f"Exempelkommun {code - FIRST + 1}" for code in range(FIRST, LAST + 1)}
