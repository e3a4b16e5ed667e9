"""The reader's language, as the codebook and the numbers name it."""

from typing import Literal

from django.utils.translation import get_language


def language() -> Literal["sv", "en"]:
    """ "en" under /en/, else "sv"."""
    return "en" if get_language() == "en" else "sv"
