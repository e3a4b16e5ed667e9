"""The one list of bands for counts of persons. Pure.

A small count in a small municipality can point at somebody, so the band is all that ever leaves the fieldwork.
"""

# The code of each band, with its smallest and largest count; the last has no largest.
BANDS: tuple[tuple[str, int, int | None], ...] = (
    ("0-5", 0, 5),
    ("6-14", 6, 14),
    ("15-30", 15, 30),
    ("over-30", 31, None),
)
BAND_CODES = tuple(code for code, _, _ in BANDS)


def band_of(count: int) -> str:
    """The code of the band that holds a count of persons. Raises ValueError for a negative one."""
    for code, smallest, largest in BANDS:
        if smallest <= count and (largest is None or count <= largest):
            return code
    raise ValueError(f"{count} is no count of persons")
