"""Filters for pages that show a questionnaire."""

from django import template

from bredvid.review.models import Bilingual

register = template.Library()


@register.filter
def label(item: Bilingual, field: str) -> str:
    """A field of a questionnaire's part in the reader's language: `{{ question|label:"text" }}`."""
    return item.label(field)
