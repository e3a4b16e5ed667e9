"""A source's statements as structured claims: which kinds there are and what each must say.

A part is named by its figure ("q4.god"), by a figure among those who gave another answer ("b1.enhetschef@q4.lag"), or
by another claim that states a total ("#knowledge-middle"). A `base` may also be "asked": all who took part.
A `scope` is "respondents", "asked" or "frame", as in bredvid.figures.scope. `phrase` and `labels` are the source's own
words, which the rules read; `phrase_en` and `labels_en` only translate them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bredvid.figures.scope import Scope

Terms = Mapping[str, Any]

# kind -> the terms it must have, and their types
KINDS: dict[str, dict[str, type]] = {
    # the parts are all there is of the base
    "sum": {"parts": list, "base": str},
    # the text adds the parts up and states a total
    "total": {"parts": list, "stated": int},
    # the text repeats a count given elsewhere
    "count": {"part": str, "stated": int},
    # as many names stand in the text as the count says
    "names": {"part": str, "names": list},
    # a share of all who took part, as the text words it
    "share": {"part": str, "phrase": str, "phrase_en": str},
    # the answer counts something else than the question asked for
    "unit": {"question": str, "stated_sv": str, "stated_en": str},
    # a word of quantity about one answer
    "quantifier": {"part": str, "phrase": str, "phrase_en": str, "scope": str},
    # what was seen among those who answered is said of all
    "everywhere": {"phrase_sv": str, "phrase_en": str},
    # the names that the text gives to answers
    "labels": {"question": str, "labels": list, "labels_en": list},
    # what a heading promises against what stands under it
    "heading": {"heading": list, "content": list},
    # no difference was seen between a smaller and a larger group of those who answered
    "no-relation": {"part": str, "groups": list},
    # a reviewer's own remark, on nothing that can be computed
    "remark": {},
}


@dataclass(frozen=True, kw_only=True)
class Claim:
    """One statement: what kind it is, where it stands, and the values its rule needs."""

    code: str
    kind: str
    lines: str
    terms: Terms
    ledger: int | None = None
    note_sv: str = ""
    note_en: str = ""


def check_terms(kind: str, terms: Terms) -> None:
    """Raises ValueError where the kind is unknown or its terms are not the ones it needs."""
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind!r}; known are {', '.join(KINDS)}")
    wanted = KINDS[kind]
    if terms.keys() != wanted.keys():
        expected, found = (", ".join(keys) or "none" for keys in (wanted, terms))
        raise ValueError(f"a claim of kind {kind!r} has the terms {expected}; found {found}")
    for key, type_ in wanted.items():
        if not isinstance(terms[key], type_):
            raise ValueError(f"{key!r} should be {type_.__name__}, found {terms[key]!r}")  # noqa: TRY004 (a wrong file)
    if "scope" in terms:
        Scope(terms["scope"])
