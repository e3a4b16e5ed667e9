"""Exact numbers as the coarse codes that the register holds: an age, minutes. The number itself is never kept. Pure."""

import re

# Variable → unit words, and its codes by the last whole number that each holds.
_BANDS = {
    "V06": (("år", "years"), ((17, "U18"), (24, "18-24"), (39, "25-39"), (120, "40+"))),
    "V25": (("min", "minuter", "minutes"), ((14, "<15"), (60, "15-60"), (1_440, ">60"))),
}
_SPAN = re.compile(r"(\d{1,4})(?: ?- ?(\d{1,4}))?(?: ?([a-zåäö]+)\.?)?")


def band_of(variable: str, text: str) -> str:
    """The code that holds a number, or a whole span of them ("19-23 år"); nothing where none does, or two would."""
    if variable not in _BANDS or not (found := _SPAN.fullmatch(text)):
        return ""
    units, bands = _BANDS[variable]
    first, last, unit = found[1], found[2] or found[1], found[3]
    if unit and unit not in units:
        return ""
    codes = {_code(int(number), bands) for number in (first, last)}
    return codes.pop() if len(codes) == 1 and int(first) <= int(last) else ""


def bands() -> dict[str, tuple[str, ...]]:
    """Variable → the codes that numbers become, for a test against the codebook."""
    return {variable: tuple(code for _last, code in bands) for variable, (_units, bands) in _BANDS.items()}


def _code(number: int, bands: tuple[tuple[int, str], ...]) -> str:
    return next((code for last, code in bands if number <= last), "")
