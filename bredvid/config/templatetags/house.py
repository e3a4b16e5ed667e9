"""Template filters every page may use: numbers are formatted here and nowhere else in a template."""

from fractions import Fraction

from django import template
from django.utils.translation import get_language

from bredvid.door.links import door_address
from bredvid.figures import numbers

register = template.Library()

# Where she is led from any page: the door may have a host name of its own.
register.simple_tag(door_address)


def _language() -> str:
    return "en" if get_language() == "en" else "sv"


@register.filter
def number(value: int) -> str:
    """A count in the reader's language: 10 587 710 or 10,587,710."""
    return numbers.count(value, _language())


@register.filter
def in_words(value: int) -> str:
    """A count in words, as a heading begins: "Sju", "Seven"."""
    words = numbers.words(value, _language())
    return words[:1].upper() + words[1:]


@register.filter
def percent(share: Fraction | None) -> str:
    """A share in the reader's language, with one decimal; a dash where there is no base."""
    return "–" if share is None else numbers.percent(share, _language(), decimals=1)


@register.filter
def span(interval: tuple[int, int]) -> str:
    """From the lowest to the highest count: 6–35."""
    low, high = interval
    return numbers.range_(low, high, _language())


@register.filter
def lines(where: str) -> str:
    """Lines of a source as they are printed: 706–708 with a dash between the numbers."""
    return numbers.printed_lines(where)
