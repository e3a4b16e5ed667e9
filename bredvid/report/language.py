"""The reader's language, in the form that formatting and drawing take."""

from typing import Literal

from django.utils.translation import get_language


def reader_language() -> Literal["sv", "en"]:
    """ "en" under /en/, else "sv"."""
    return "en" if get_language() == "en" else "sv"
