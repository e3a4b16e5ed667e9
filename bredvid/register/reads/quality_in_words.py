"""What a count of women and girls stands on, as it is said on every page and in every file."""

from django.utils.translation import gettext as _

from bredvid.figures import numbers
from bredvid.register.reads.language import language
from bredvid.register.rules.women import Quality, Supported


def quality_in_words(answer: Supported) -> str:
    """The quality of an answer, in the reader's language; with how many contacts belong to a period where some do."""
    own = {"linked": numbers.count(answer.own_linked, language()), "own": numbers.count(answer.own, language())}
    return {
        Quality.PERIODS: _("Counted on support periods: each woman or girl once."),
        Quality.PARTLY: _(
            "Partly counted on support periods: %(linked)s of %(own)s contacts by herself belong to a period. In the"
            " others we cannot know whether it was the same woman or girl."
        )
        % own,
        Quality.CONTACTS: _(
            "Counted on contacts: there is no support period this year, so nobody can be counted once."
        ),
        Quality.NOTHING: _("Nothing was counted this year. That is not the same as nobody."),
    }[answer.quality]
