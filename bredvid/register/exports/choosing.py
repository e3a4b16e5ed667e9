"""What somebody wants to take out, checked: what, which year, for what purpose, in which format."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import get_language, gettext as _

from bredvid.register.codebook import current
from bredvid.register.exports.kinds import Kind, kinds
from bredvid.register.exports.review_file import form


@dataclass(frozen=True)
class Choice:
    """What was chosen, as it was sent, and what is wrong with it by field."""

    kind: str = ""
    year: str = ""
    purpose: str = ""
    form: str = ""
    faults: Mapping[str, str] = field(default_factory=dict)

    @property
    def of(self) -> Kind:
        """What is taken out. For a choice without faults."""
        return kinds()[self.kind]


def checked(sent: Mapping[str, str], years: Sequence[int]) -> Choice:
    """The choice, with a line for each thing that is wrong or missing."""
    given = {name: str(sent.get(name, "")) for name in ("kind", "year", "purpose", "form")}
    faults = {
        "kind": "" if given["kind"] in kinds() else _("Choose what to take out."),
        "year": "" if given["year"] in map(str, years) else _("Choose a year."),
        "purpose": "" if given["purpose"] in current().variable("S01").by_code else _no_purpose(),
        "form": "" if given["form"] in FORMATS else _("Choose a format."),
    }  # fmt: skip
    if not any(faults.values()):
        faults |= _not_together(kinds()[given["kind"]], given)
    return Choice(**given, faults={name: fault for name, fault in faults.items() if fault})


def _no_purpose() -> str:
    return _("Choose a purpose. Without one nothing may be taken out.")


# The formats by their codes, with their names.
FORMATS = {"print": "", "xlsx": "XLSX (Excel)", "csv": "CSV"}


def formats() -> list[tuple[str, str]]:
    """The formats, code and name."""
    return [(code, name or _("A page to print")) for code, name in FORMATS.items()]


def _not_together(kind: Kind, given: Mapping[str, str]) -> dict[str, str]:
    if kind.is_for_the_review and given["year"] != str(form().year):
        return {"year": _("The review asks about %(year)d. Choose that year.") % {"year": form().year}}
    if given["form"] not in kind.formats:
        names = [name for code, name in formats() if code in kind.formats]
        return {
            "form": _("“%(what)s” comes as %(formats)s.")
            % {"what": kind.label(get_language() or "sv"), "formats": ", ".join(names)}
        }
    return {}
