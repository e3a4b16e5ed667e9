"""Where a contact was, as a municipality's code in whole numbers. 0 is not known."""

from collections.abc import Mapping as Dictionary

from django.utils.translation import gettext as _

from bredvid.places.models import Municipality
from bredvid.register.importing.mapping import NOTHING
from bredvid.register.importing.synonyms import dont_know_words, empty_words
from bredvid.register.models import Unit
from bredvid.register.reads.places import NOT_KNOWN, places_for
from bredvid.sheets.faults import NotUnderstood, odd_cell
from bredvid.sheets.municipalities import Municipalities
from bredvid.sheets.tables import Cell, Odd
from bredvid.sheets.words import folded


def municipalities(unit: Unit) -> Municipalities:
    """The places that a unit may name, by code and by every name they go by: real ones or made-up ones, never both."""
    if unit.demonstration:
        return Municipalities({f"{code:04}": [name] for code, name in places_for(unit)})
    rows = Municipality.objects.values_list("code", "name", "legal_name", "own_name")
    return Municipalities({code: names for code, *names in rows})


class PlaceMeaning:
    """What the words of a column of places mean."""

    def __init__(self, found: Municipalities, values: Dictionary[str, str]) -> None:
        self._found = found
        self._values = {folded(text): code for text, code in values.items()}

    def of(self, cell: Cell) -> int:
        """The number of a place; 0 where it is not known. Raises NotUnderstood."""
        if isinstance(cell, Odd):
            raise odd_cell(cell) if cell.kind != "date" else self._unknown(cell.text)
        text = cell.removeprefix("'").strip()
        told = self._values.get(folded(text))
        if told in ("", NOTHING) or _says_nothing(folded(text)):
            return NOT_KNOWN
        named = self._found.by_code(told or text) or self._found.by_name(told or text)
        if named is None:
            raise self._unknown(told or text)
        return int(named.code)

    def _unknown(self, text: str) -> NotUnderstood:
        return NotUnderstood(
            _("“%(text)s” is no municipality.") % {"text": text[:60]},
            _("Write its name or its four digits, as 0180; or vet ej.") + self._found.suggestion(text),
        )


def is_place(code: str) -> bool:
    """Whether a mapping's word for a place can be one: four digits, or nothing known."""
    return code in ("", NOTHING) or (code.isdecimal() and len(code) == 4)


def _says_nothing(plain: str) -> bool:
    return not plain or plain in empty_words() or plain in dont_know_words()
