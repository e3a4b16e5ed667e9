"""What a rule has to say of a claim that does not close: a note to a colleague, in both languages."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache
from pathlib import Path
from typing import Any

from bredvid.review.rules.claims import Claim


class Kind(Enum):
    """What sort of thing it is that does not close."""

    CONTRADICTION = "contradiction"
    NOT_ACCOUNTED_FOR = "not_accounted_for"
    EXCLUSIVITY = "exclusivity_not_declared"
    UNIT = "unit"
    TOO_FEW = "too_few_to_tell"
    WORDING = "wording"
    LABEL = "label"
    SCOPE = "scope"
    REMARK = "remark"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One thing that does not close.

    `stated` is what the source says and `computed` what follows from its own figures, in the same unit; `gap` is the
    difference where both are counts. `follows_from` names the claim whose gap this one merely repeats.
    """

    claim: Claim
    kind: Kind
    stated: int | str
    computed: int | str
    gap: int | None
    text_sv: str
    text_en: str
    follows_from: str | None = None


Words = Mapping[str, Any]


def note(template: str, claim: Claim, sv: Words, en: Words) -> dict[str, str]:
    """The two texts of a finding: the template's, filled in, then the claim's own note."""
    texts = _templates()[template]
    return {
        "text_sv": _joined(texts["sv"].format(**sv), claim.note_sv),
        "text_en": _joined(texts["en"].format(**en), claim.note_en),
    }


def topic(code: str, lang: str) -> str:
    """The word for a topic of the review. Raises KeyError for one that is not known."""
    return str(_templates()["topics"][code][lang])


def _joined(*texts: str) -> str:
    return " ".join(text for text in texts if text)


@cache
def _templates() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "notes.toml").read_text(encoding="utf-8"))
