"""What a new version may do to an old one: add. And the crosswalk of what was added. Pure."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bredvid.register.codebook.shape import Code, Codebook, Variable

# What may be mended in a new version: words that explain, and references. Everything else has been counted by.
_EXPLAINS = frozenset({"plain", "lines", "htcds", "gbvims", "asks_sv", "asks_en"})
_OF_A_VARIABLE = frozenset(Variable.__dataclass_fields__) - _EXPLAINS - {"codes", "groups"}
_OF_A_CODE = frozenset(Code.__dataclass_fields__) - _EXPLAINS


@dataclass(frozen=True, kw_only=True)
class Added:
    """A code of the new version, and what it was counted as in the old one; empty where it was not counted."""

    code: str
    before: str


def changes(old: Codebook, new: Codebook) -> list[str]:
    """What the new version changed or took out, which it may not; one line each, none when it only adds."""
    found: list[str] = []
    for variable in old.variables:
        later = new.by_code.get(variable.code)
        found += [f"{variable.code} is gone"] if later is None else _changed(variable, later)
    homes = {form.number: form.home for form in new.forms}
    found += [f"form {form.number} has moved" for form in old.forms if homes.get(form.number) != form.home]
    if new.valid_from <= old.valid_from:
        found.append(f"{new.version} is not valid from a later day than {old.version}")
    return found


def _changed(old: Variable, new: Variable) -> Iterator[str]:
    yield from (f"{old.code}: {name} has changed" for name in sorted(_OF_A_VARIABLE) if _differs(old, new, name))
    for code in old.codes:
        later = new.by_code.get(code.code)
        if later is None:
            yield f"{old.code}:{code.code} is gone"
            continue
        yield from (f"{old.code}:{code.code}: {name} has changed" for name in _OF_A_CODE if _differs(code, later, name))


def _differs(old: object, new: object, name: str) -> bool:
    return bool(getattr(old, name) != getattr(new, name))


def additions(old: Codebook, new: Codebook) -> frozenset[str]:
    """The codes of the new version that the old one has not, as "V08:P6"."""
    return _all_codes(new) - _all_codes(old)


def _all_codes(book: Codebook) -> frozenset[str]:
    return frozenset(f"{variable.code}:{code.code}" for variable in book.variables for code in variable.codes)


def read_crosswalk(path: Path) -> tuple[Added, ...]:
    """The crosswalk of a file. Raises ValueError for an entry that is none."""
    return crosswalk_from(tomllib.loads(path.read_text("utf-8")).get("added", []), name=path.name)


def crosswalk_from(entries: Iterable[dict[str, Any]], *, name: str) -> tuple[Added, ...]:
    """The crosswalk of its plain form."""
    try:
        return tuple(Added(**entry) for entry in entries)
    except TypeError as error:
        raise ValueError(f"{name}: {error}") from error


def faults(crosswalk: Iterable[Added], old: Codebook, new: Codebook) -> list[str]:
    """What a crosswalk lacks or says that is not so; one line each."""
    listed = [entry.code for entry in crosswalk]
    expected, before = additions(old, new), _all_codes(old)
    found = [f"{code} is new and not in the crosswalk" for code in sorted(expected - set(listed))]
    found += [f"{code} is in the crosswalk and not new" for code in sorted(set(listed) - expected)]
    found += [f"{code} is in the crosswalk twice" for code in sorted({c for c in listed if listed.count(c) > 1})]
    return found + [
        f"{entry.code}: {entry.before} is no code of {old.version}"
        for entry in crosswalk
        if entry.before and entry.before not in before
    ]
