"""Which municipality a cell names: by code, lost noughts forgiven, or by name as people write it. Pure."""

import difflib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from bredvid.sheets.words import folded

# "Malmö stad" and "Upplands Väsby kommun" are how municipalities name themselves.
_KINDS = (" kommun", " kommuns", " stad", " stads", " municipality")
_BEFORE = ("region ", "kommunen ", "municipality of ")
_CODE_LENGTH = 4
# Looking for the nearest name is slow, and after so many the file is simply another one.
_SUGGESTIONS = 300


@dataclass(frozen=True)
class Identified:
    """The municipality's code, and what had to be forgiven (nothing where it was written as it is)."""

    code: str
    note: str = ""


class Municipalities:
    """Those that can be meant, to be found by code or name."""

    def __init__(self, names: Mapping[str, Sequence[str]]) -> None:
        """`names`: code → its name, and any others that it goes by."""
        self._names = {code: each[0] for code, each in names.items()}
        self._by_name: dict[str, set[str]] = defaultdict(set)
        for code, each in names.items():
            for form in {form for name in each if name for form in _forms(name)}:
                self._by_name[form].add(code)
        self._exact = {folded(name): code for code, name in self._names.items()}
        self._suggested = 0

    def by_code(self, text: str) -> Identified | None:
        """The municipality with that code; None where there is none."""
        if text in self._names:
            return Identified(text)
        padded = text.zfill(_CODE_LENGTH)
        if text.isdecimal() and padded in self._names:
            return Identified(padded, _("“%(text)s” was read as %(code)s.") % {"text": text, "code": padded})
        return None

    def by_name(self, text: str) -> Identified | None:
        """The municipality with that name; None where there is none, or more than one."""
        plain = folded(text)
        if plain in self._exact:
            return Identified(self._exact[plain])
        found = set().union(*(self._by_name.get(form, set()) for form in _forms(text)))
        return Identified(found.pop()) if len(found) == 1 else None

    def name_of(self, code: str) -> str:
        """The name of the municipality with that code. Raises KeyError."""
        return self._names[code]

    def suggestion(self, name: str) -> str:
        """A question whether the nearest name is meant, with a space before it; nothing where none is near."""
        self._suggested += 1
        if not name or self._suggested > _SUGGESTIONS or len(self._exact) > 2_000:
            return ""
        near = difflib.get_close_matches(_forms(name)[0], list(self._exact), n=1, cutoff=0.75)
        return " " + _("Is it %(name)s?") % {"name": self._names[self._exact[near[0]]]} if near else ""


def _forms(name: str) -> list[str]:
    """A name as it is compared: without the kind of place, and with and without the genitive's s."""
    plain = folded(name).strip(" .,:;")
    for before in _BEFORE:
        plain = plain.removeprefix(before)
    for kind in _KINDS:
        if plain.endswith(kind):
            plain = plain.removesuffix(kind)
            break
    return [plain, plain.removesuffix("s")] if plain.endswith("s") else [plain]
