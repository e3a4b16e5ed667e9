"""Reads the lexicon's files. Raises ValueError that says which entry of which file is wrong, and how."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from bredvid.webaudit.lexicon.expanding import expand, once, with_genitive
from bredvid.webaudit.lexicon.framing import frames
from bredvid.webaudit.lexicon.shape import GAP, MOST_BETWEEN, Gapped, Group, Lexicon, Term

FOLDER = Path(__file__).parent
_GROUPS = ("groups.toml", "groups-elements.toml")  # the second, with the elements of frames, may be missing
_NOT_TERMS = ("lexicon.toml", *_GROUPS, "slots.toml", "frames.toml")
_ONES = "id group vocabulary form language lemma quoted_lemma source date stem named capitals"
_LISTS = "heads forms noun excepting quoted_forms quoted_noun quoted_excepting"
_FORMS = frozenset({"forms", "noun", "quoted_forms", "quoted_noun"})
_FIELDS = frozenset(f"{_ONES} {_LISTS}".split())

_GAP = re.compile(rf"{GAP}(\d?)")


def versions() -> tuple[str, ...]:
    """Every version there is, the oldest first."""
    found = (folder.name.removeprefix("lexicon-") for folder in FOLDER.glob("lexicon-*") if folder.is_dir())
    return tuple(sorted(found, key=lambda version: [int(part) for part in version.split(".")]))


@cache
def current() -> Lexicon:
    """The newest lexicon, read once for each process."""
    return read(FOLDER / f"lexicon-{versions()[-1]}")


def read(folder: Path, *, more: Path | None = None) -> Lexicon:
    """The lexicon in a folder; `more` is one further file of terms, read as if it stood there. Raises ValueError."""
    head, slots = _toml(folder / "lexicon.toml"), _slots(folder / "slots.toml")
    files = sorted(path for path in folder.glob("*.toml") if path.name not in _NOT_TERMS)
    terms = tuple(term for path in [*files, *([more] if more else [])] for term in _terms(path, slots))
    written = (folder / name for name in _GROUPS if name == _GROUPS[0] or (folder / name).exists())
    groups = {entry["id"]: _group(entry) for path in written for entry in _toml(path)["group"]}
    not_names = frozenset(slots["not_names"])
    return Lexicon(
        head["version"], head["date"], terms, groups, head["sources"], slots, not_names, frames(folder, groups)
    )


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise ValueError(f"{path.name}: {error}") from error


def _slots(path: Path) -> Mapping[str, tuple[str, ...]]:
    """Slots may name slots that stand above them."""
    slots: dict[str, tuple[str, ...]] = {}
    for name, forms in _toml(path).items():
        slots[name] = once(each for form in forms for each in (expand(form, slots) if "{" in form else [form]))
    return slots


def _group(entry: Mapping[str, Any]) -> Group:
    plain = {name: value for name, value in entry.items() if not isinstance(value, list)}
    yields_to, shares_with, false_hits = (
        tuple(entry.get(name, ())) for name in ("yields_to", "shares_with", "quoted_false_hits")
    )
    return Group(**plain, yields_to=yields_to, shares_with=shares_with, false_hits=false_hits)


def _terms(path: Path, slots: Mapping[str, tuple[str, ...]]) -> Iterator[Term]:
    data = _toml(path)
    for number, entry in enumerate(data.get("term", ()), 1):
        try:
            yield _term({**data.get("defaults", {}), **entry}, slots, path.name)
        except (KeyError, TypeError, ValueError) as error:
            what = f"{error} is missing" if isinstance(error, KeyError) else str(error)
            raise ValueError(f"{path.name}: term {number} ({_lemma(entry) or 'without lemma'}): {what}") from error


def _term(entry: Mapping[str, Any], slots: Mapping[str, tuple[str, ...]], where: str) -> Term:
    unknown = sorted(set(entry) - _FIELDS)
    if unknown:
        raise ValueError(f"unknown field {', '.join(unknown)}; known are {', '.join(sorted(_FIELDS))}")
    lemma = _lemma(entry)
    heads = tuple(each for head in entry.get("heads", ()) for each in expand(head, slots))
    forms = list(_forms(entry, lemma, slots, listed=not heads or bool(_FORMS & entry.keys())))
    excepting = [*entry.get("excepting", ()), *entry.get("quoted_excepting", ())]
    return Term(
        id=entry.get("id") or f"{entry['group']}.{_slug(lemma)}",
        group=entry["group"],
        vocabulary=entry.get("vocabulary", ""),
        form=entry.get("form", ""),
        language=entry.get("language", "sv"),
        lemma=lemma,
        forms=once(each for form in forms if GAP not in form for each in expand(form, slots)),
        gapped=once(_gapped(form, slots) for form in forms if GAP in form),
        source=entry.get("source", ""),
        date=entry.get("date", ""),
        excepting=once(each for form in excepting if GAP not in form for each in expand(form, slots)),
        excepting_gapped=once(_gapped(form, slots) for form in excepting if GAP in form),
        heads=once(heads),
        stem=entry.get("stem", ""),
        named=entry.get("named", ""),
        capitals=entry.get("capitals", ""),
        noun="noun" in entry or "quoted_noun" in entry,
        quoted="quoted_lemma" in entry and not {"lemma", "forms", "noun"} & entry.keys(),
        where=where,
    )


def _lemma(entry: Mapping[str, Any]) -> str:
    return str(entry.get("lemma") or entry.get("quoted_lemma") or "")


def _forms(
    entry: Mapping[str, Any], lemma: str, slots: Mapping[str, tuple[str, ...]], *, listed: bool
) -> Iterator[str]:
    """The lemma (not where a term is found by its heads alone), the noun with its genitives, the rest."""
    yield from [lemma.casefold()] if listed else []
    for form in (*entry.get("noun", ()), *entry.get("quoted_noun", ())):
        yield from with_genitive(expand(form, slots))
    yield from (*entry.get("forms", ()), *entry.get("quoted_forms", ()))


def _gapped(form: str, slots: Mapping[str, tuple[str, ...]]) -> Gapped:
    """A form with gaps; "…" is a gap of `MOST_BETWEEN` words, "…2" one of two, "…0" none at all."""
    pieces = _GAP.split(form)
    parts = tuple(once(expand(part, slots)) for part in pieces[::2])
    return Gapped(parts, tuple(int(most) if most else MOST_BETWEEN for most in pieces[1::2]))


def _slug(lemma: str) -> str:
    plain = unicodedata.normalize("NFKD", lemma).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
