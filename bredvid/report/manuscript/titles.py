"""A chapter's title as it is shown: one made by the machine names a section of the questionnaire."""

from collections.abc import Callable
from functools import cache

from bredvid.report.claims.chapter import Language
from bredvid.report.claims.grammar import BINDING, parse_binding
from bredvid.report.claims.own_words import words_of
from bredvid.review.models import Round


def titles_of(round_: Round) -> Callable[[str, Language], str]:
    """Shows titles of one round with its own words in them, read once; what names none is shown as it stands."""
    words = cache(lambda language: words_of(round_, language))

    def shown(title: str, language: Language) -> str:
        if "[[" not in title:
            return title
        known = words(language)
        return BINDING.sub(lambda found: known.get(parse_binding(found["body"]).names[0], found[0]), title)

    return shown
