"""A telephone number: as printed, as dialled, and found in a text however it is written. Pure."""

import re

_PRINTED = re.compile(r"[0-9]{2,4}(?:[ -][0-9]{2,3})*")
# Spaces of every kind, hyphens and dashes, dots, slashes and brackets stand between digits.
_BETWEEN = r"[\s\-‐‑‒–—./()]"
# Shorter numbers look like any other number, so only their printed groups are looked for.
_SHORT = 7


def digits(phone: str) -> str:
    """The number as dialled: "020-50 50 50" becomes "020505050". Raises ValueError for no number in Swedish print."""
    if not _PRINTED.fullmatch(phone):
        raise ValueError(f"{phone!r} should be a telephone number in groups of digits, such as 020-50 50 50.")
    return re.sub(r"[^0-9]", "", phone)


def is_short(phone: str) -> bool:
    """Says whether the number is so short that its digits alone could be a count or a length: 112, 114 14."""
    return len(digits(phone)) <= _SHORT


def pattern(phone: str) -> re.Pattern[str]:
    """Finds the number in running text, with or without country code and whatever stands between the digits."""
    number = digits(phone)
    if is_short(phone):
        groups = re.findall(r"[0-9]+", phone)
        return re.compile(rf"(?<![0-9.,+#-])(?<![0-9]\s){rf'{_BETWEEN}?'.join(groups)}(?![0-9]|[.,-][0-9])")
    rest = number.removeprefix("0")
    lead = "" if rest == number else rf"(?:(?:\+|00){_BETWEEN}{{0,2}}46{_BETWEEN}{{0,2}}(?:\(0\){_BETWEEN}?)?|0)"
    body = rf"{_BETWEEN}{{0,3}}".join(rest)
    return re.compile(rf"(?<![0-9]){lead}{_BETWEEN}{{0,3}}{body}(?![0-9])")
