"""What a column can be besides a variable of the codebook."""

from enum import StrEnum


class Kind(StrEnum):
    """A column that says when, where or how many. Every other column holds codes of a variable."""

    WHEN = "when"  # a date, or a month with its year
    MONTH = "month"  # a month of the year
    YEAR = "year"
    PLACE = "place"
    COUNT = "count"
