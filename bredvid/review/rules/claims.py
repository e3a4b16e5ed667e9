"""A source's statements as structured claims: which kinds there are and what each must say.

A part is named by its figure ("q4.god"), by a figure among those who gave another answer ("b1.enhetschef@q4.lag"), or
by another claim that states a number ("#knowledge-middle"). `base` may also be "asked": all who took part.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

Terms = Mapping[str, Any]

# kind -> the terms it must have, and their types
KINDS: dict[str, dict[str, type]] = {
    # the parts are all there is of the base
    "sum": {"parts": list, "base": str},
    # the text adds parts up and states the total
    "total": {"parts": list, "stated": int},
    # the text repeats a count given elsewhere
    "count": {"part": str, "stated": int},
    # as many names as the count says
    "names": {"part": str, "names": list},
    # a share in whole per cent of those asked
    "share": {"part": str, "percent": int},
    # the answer counts something else than the question asked for
    "unit": {"question": str, "stated_sv": str, "stated_en": str},
    # a quantifying word about one answer of a question
    "quantifier": {"part": str, "word": str},
    # more than so many of so many; scope says of whom: respondents or frame
    "proportion": {"part": str, "more_than": list, "scope": str},
    # all of a kind, or the whole country, said of the frame
    "everywhere": {"scope": str},
    # the names the text gives to answers, each with the answer it means
    "labels": {"question": str, "options": list, "labels": list},
    # what a heading promises against what stands under it
    "heading": {"heading": list, "content": list},
    # no difference was seen between a smaller and a larger group
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
    note_en: str = field(default="")


def check_terms(kind: str, terms: Terms) -> None:
    """Raises ValueError where the kind is unknown or its terms are not the ones it needs."""
    if kind not in KINDS:
        raise ValueError(f"unknown kind {kind!r}; known are {', '.join(KINDS)}")
    wanted = KINDS[kind]
    for key in terms.keys() ^ wanted.keys():
        raise ValueError(f"a claim of kind {kind!r} needs the terms {', '.join(wanted) or 'none'}; see {key!r}")
    for key, type_ in wanted.items():
        if not isinstance(terms[key], type_):
            raise ValueError(f"{key!r} should be {type_.__name__}, found {terms[key]!r}")  # noqa: TRY004 (a wrong file)
