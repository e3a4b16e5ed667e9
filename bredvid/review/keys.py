"""The stable public name of a figure: ``round.question.option``, then any filters as ``name-value``. Pure."""

from dataclasses import dataclass

Filters = tuple[tuple[str, str], ...]


class FigureNotFound(LookupError):  # noqa: N818 (says what happened)
    """No figure has that key. The message says which part was not found."""


@dataclass(frozen=True)
class Key:
    """A key taken apart. `filters` are (name, value): ("group", "A1"), ("county", "01") or (question, option)."""

    round: str
    question: str
    option: str
    filters: Filters
    text: str


def make_key(round_: str, question: str, option: str, filters: Filters = ()) -> str:
    """Puts a key together."""
    return ".".join([round_, question, option, *(f"{name}-{value}" for name, value in filters)])


def parse_key(text: str) -> Key:
    """Takes a key apart. Raises FigureNotFound where it has not the form of one."""
    parts = text.split(".")
    filters = [tuple(part.split("-", 1)) for part in parts[3:]]
    if len(parts) < 3 or not all(parts) or any(len(pair) != 2 for pair in filters):
        raise FigureNotFound(f"{text!r} is no figure's key; one looks like 2025.q2.nej or demo.q2.nej.group-A1")
    return Key(parts[0], parts[1], parts[2], tuple((pair[0], pair[1]) for pair in filters), text)
