"""Which municipality of the round a row is about, by its code, its name or both. Pure."""

from django.utils.translation import gettext as _

from bredvid.sheets.municipalities import Identified, Municipalities


class NotIdentified(Exception):  # noqa: N818 (says what happened)
    """No municipality of the round is meant, or not one alone. `why` and `mend` are for the reader."""

    def __init__(self, why: str, mend: str) -> None:
        super().__init__(why)
        self.why, self.mend = why, mend


def identify(places: Municipalities, code: str, name: str) -> Identified:
    """The municipality of a row that gives its code, its name or both. Raises NotIdentified."""
    if not code and not name:
        raise NotIdentified(_("No municipality is named in the row."), _("Write its code or name, or delete the row."))
    if not code:
        return _named(places, name)
    found = places.by_code(code)
    if found is None and not name:
        found = places.by_name(code)
    if found is None:
        raise NotIdentified(
            _("“%(code)s” is no code of a municipality in this round.") % {"code": code[:40]},
            _("Write the four digits, as 0180.") + places.suggestion(name),
        )
    named = places.by_name(name) if name else None
    if name and (named is None or named.code != found.code):
        raise NotIdentified(
            _("The code %(code)s is %(right)s, but the row says “%(name)s”.")
            % {"code": found.code, "right": places.name_of(found.code), "name": name[:60]},
            _("Put the code or the name right: rows may have been moved against each other."),
        )
    return found


def _named(places: Municipalities, name: str) -> Identified:
    found = places.by_name(name) or places.by_code(name)
    if found is None:
        raise NotIdentified(
            _("“%(name)s” is no municipality in this round.") % {"name": name[:60]},
            _("Write the name as Statistics Sweden does, or its code.") + places.suggestion(name),
        )
    return found
