"""Says that answers have come or changed after the draft was built, so that nobody publishes what nobody has seen."""

from django.utils.translation import gettext, ngettext

from bredvid.figures.numbers import count
from bredvid.report.language import reader_language
from bredvid.review.projection import Lag


def told(lag: Lag) -> str:
    """The lag in a sentence or two, in the reader's language; "" where the draft has everything."""
    said = []
    if lag.municipalities:
        answers = ngettext("%(n)s answer", "%(n)s answers", lag.answers) % {"n": _number(lag.answers)}
        places = ngettext("%(n)s municipality", "%(n)s municipalities", lag.municipalities)
        values = {"answers": answers, "municipalities": places % {"n": _number(lag.municipalities)}}
        text = gettext("%(answers)s from %(municipalities)s came or changed after this draft was built.")
        said.append(text % values)
    if lag.others:
        text = ngettext(
            "Whether %(n)s municipality takes part has changed since then.",
            "Whether %(n)s municipalities take part has changed since then.",
            lag.others,
        )
        said.append(text % {"n": _number(lag.others)})
    return " ".join(said)


def _number(value: int) -> str:
    return count(value, reader_language())
