"""Margins to rake to, and what is refused of them. Source: docs/explanation/weights.md."""

from collections.abc import Mapping

from bredvid.figures.weights.cells import MINIMUM, TooFewRespondentsError, UnknownCellError, WeightingError

Key = tuple[str, ...]  # one category of each variable, in the variables' order
Margins = Mapping[str, Mapping[str, int]]  # variable -> category -> units of the frame


class MarginsDifferError(WeightingError):
    """The margins are not of the same frame: they do not add up alike."""


def check_margins(respondents: Mapping[Key, int], margins: Margins, minimum: int = MINIMUM) -> int:
    """The size of the frame, when the margins can be raked to.

    Raises MarginsDifferError for fewer than two margins or differing sums, UnknownCellError for respondents outside
    the margins, TooFewRespondentsError for a category with units and fewer than `minimum` respondents.
    """
    sums = {variable: sum(categories.values()) for variable, categories in margins.items()}
    if len(sums) < 2 or len(set(sums.values())) != 1:
        raise MarginsDifferError(f"expected two margins or more with the same sum, got {sums}")
    for key, answered in respondents.items():
        if len(key) != len(margins) or answered < 0:
            raise UnknownCellError(f"{key} should be one category of each of {', '.join(margins)}, with 0 or more")
    for place, (variable, categories) in enumerate(margins.items()):
        _check_margin(variable, categories, marginal_counts(respondents, place), minimum)
    return next(iter(sums.values()))


def marginal_counts(respondents: Mapping[Key, int], place: int) -> dict[str, int]:
    """How many stand in each category of the variable at `place`."""
    counts: dict[str, int] = {}
    for key, answered in respondents.items():
        counts[key[place]] = counts.get(key[place], 0) + answered
    return counts


def _check_margin(variable: str, frame: Mapping[str, int], answered: Mapping[str, int], minimum: int) -> None:
    for category, count in sorted(answered.items()):
        if count > frame.get(category, 0):
            units = frame.get(category, 0)
            raise UnknownCellError(f"{variable} {category} has {count} respondents among {units} units of the frame")
    for category, units in sorted(frame.items()):
        if units and answered.get(category, 0) < minimum:
            raise TooFewRespondentsError(f"{variable} {category}", answered.get(category, 0), minimum)
