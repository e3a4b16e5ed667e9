"""Fields in two languages."""

from django.utils.translation import get_language


class Bilingual:
    """Gives `label("text")` the Swedish or English field after the reader's language."""

    def label(self, field: str) -> str:
        """The value of `field` in the active language; Swedish where English is empty."""
        swedish = str(getattr(self, f"{field}_sv"))
        return str(getattr(self, f"{field}_en")) or swedish if get_language() == "en" else swedish
