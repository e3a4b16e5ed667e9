"""What stands first in all that is taken out: whose, why, how missing is shown, and that it is not to be published."""

from django.utils.translation import gettext as _

from bredvid.register.codebook import current
from bredvid.register.exports.kinds import Kind
from bredvid.register.exports.material import Material
from bredvid.register.reads.places import NOT_KNOWN, place_names
from bredvid.register.reads.quality_in_words import quality_in_words
from bredvid.register.rules.women import Supported


def about(kind: Kind, material: Material, language: str) -> list[tuple[str, str]]:
    """Heading and text of each line, in the reader's language."""
    unit, book = material.unit, current()
    provider = ", ".join(code.label(language) for code in book.variable("V02").chosen(unit.provider) if unit.provider)
    purpose = book.variable("S01").by_code[material.purpose].label(language)
    demo = [("DEMO", _("Everything here is made up. There is no such organisation and there are no such figures."))]
    return [
        *(demo if unit.demonstration else []),
        (_("What this is"), kind.label(language)),
        (_("May not be published"), not_published()),
        (_("Organisation"), unit.organisation.name),
        (_("Provider"), provider or _("not filled in")),
        (_("Place"), place_names([unit.place or NOT_KNOWN], language).get(unit.place, "")),
        (_("Year"), f"{material.year}{_state(material)}"),
        (_("Purpose"), f"{purpose} ({material.purpose})"),
        (_("Codebook"), _("version %(version)s") % {"version": book.version}),
        (_("How the count stands"), _quality(material.supported)),
        (_("What is missing"), _missing()),
        (_("Base"), _("Each number stands beside how many it is a part of: those of whom it was filled in.")),
        (_("Several answers"), _("Where several answers may hold, the rows add up to more than their base.")),
        (_("Women and girls"), _women()),
        (_("A contact"), _("Somebody got in touch or was met. The same woman or girl may stand behind several.")),
    ]  # fmt: skip


def _missing() -> str:
    return _("An empty cell is nobody counted. It is never nought. “Not filled in” is told as a row of its own.")


def _women() -> str:
    return _(
        "At least: known to be different. At most: if everybody who may be somebody new were."
        " The rows cannot be added together."
    )


def not_published() -> str:
    """Why it is for one's own use."""
    return _(
        "Small numbers can point at somebody. Use the figures yourselves, and publish only what nobody can be found in."
    )


def _quality(answer: Supported) -> str:
    return f"{quality_in_words(answer)} ({answer.quality})"


def _state(material: Material) -> str:
    if material.closed:
        return ", " + _("closed: the figures are final")
    return ", " + _("so far") if material.so_far else ", " + _("not closed: the figures may change")
