"""A chapter's title as it is shown: one made by the machine names a section of the questionnaire."""

from bredvid.report.claims.chapter import Language
from bredvid.report.claims.grammar import BINDING, parse_binding
from bredvid.report.claims.own_words import words_of
from bredvid.review.models import Round


def shown_title(title: str, round_: Round, language: Language) -> str:
    """The title with the round's own words in it; a binding that names none is shown as it stands."""
    if "[[" not in title:
        return title
    words = words_of(round_, language)
    return BINDING.sub(lambda found: words.get(parse_binding(found["body"]).names[0], found[0]), title)
