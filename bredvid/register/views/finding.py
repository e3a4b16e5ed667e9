"""What a review of the log found, in words."""

from django.utils.translation import get_language

from bredvid.register.codebook import current


def finding_in_words(stored: int) -> str:
    """The finding of what is stored."""
    return ", ".join(code.label(get_language() or "sv") for code in current().variable("S03").chosen(stored))


def findings() -> list[tuple[str, str]]:
    """What can be found: code and words."""
    return [(code.code, code.label(get_language() or "sv")) for code in current().variable("S03").codes]
