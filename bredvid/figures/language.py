"""The two languages that figures are written in."""

from typing import Literal, get_args

Lang = Literal["sv", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


def language(code: str) -> Lang:
    """The language of a code as a framework gives it ("sv", "en"). Raises ValueError for any other."""
    if code not in LANGUAGES:
        raise ValueError(f"figures are written in {' and '.join(LANGUAGES)}, not in {code!r}")
    return code
