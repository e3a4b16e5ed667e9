"""What is new in a version of a questionnaire, question by question. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bredvid.review.documents import Row

# What makes a question another one to those who answer; how it is drawn does not.
_TOLD = ("text_sv", "text_en", "hint_sv", "kind", "unit_sv", "relevant", "constraint", "required", "persons")


@dataclass(frozen=True)
class Difference:
    """A question that came, went or changed; `changed` names what, `options` are answers that came (+) or went (−)."""

    code: str
    short: str
    how: str
    before: str = ""
    after: str = ""
    changed: tuple[str, ...] = ()
    options: tuple[str, ...] = ()


def differences(old: Row, new: Row, language: str = "sv") -> list[Difference]:
    """Every question of either version that is not the same in both, in the newer one's order, lost ones last.

    Told in the language, and in Swedish where that language says nothing.
    """
    before, after = _questions(old), _questions(new)
    found = [_changed(before[code], row, language) for code, row in after.items() if code in before]
    came = [
        Difference(code, _said(row, "short", language), "new", after=_said(row, "text", language))
        for code, row in after.items()
        if code not in before
    ]
    went = [
        Difference(code, _said(row, "short", language), "gone", before=_said(row, "text", language))
        for code, row in before.items()
        if code not in after
    ]
    order = {code: place for place, code in enumerate(after)}
    told = [each for each in found if each is not None] + came
    return sorted(told, key=lambda each: order[each.code]) + went


def _changed(old: Mapping[str, Any], new: Mapping[str, Any], language: str) -> Difference | None:
    changed = tuple(name for name in _TOLD if old[name] != new[name])
    options = _options(old, new, language)
    if not changed and not options:
        return None
    before, after = (_said(row, "text", language) for row in (old, new))
    return Difference(new["code"], _said(new, "short", language), "changed", before, after, changed, options)


def _options(old: Mapping[str, Any], new: Mapping[str, Any], language: str) -> tuple[str, ...]:
    before, after = ({option["code"]: option for option in row["options"]} for row in (old, new))
    came = [row for code, row in after.items() if _labels(before.get(code)) != _labels(row)]
    went = [row for code, row in before.items() if _labels(after.get(code)) != _labels(row)]
    return (
        *(f"− {_said(row, 'label', language)}" for row in went),
        *(f"+ {_said(row, 'label', language)}" for row in came),
    )


def _labels(option: Mapping[str, Any] | None) -> tuple[str, str] | None:
    return (option["label_sv"], option["label_en"]) if option else None


def _said(row: Mapping[str, Any], field: str, language: str) -> str:
    swedish = str(row[f"{field}_sv"])
    return str(row[f"{field}_en"]) or swedish if language == "en" else swedish


def _questions(questionnaire: Row) -> dict[str, Mapping[str, Any]]:
    return {row["code"]: row for section in questionnaire["sections"] for row in section["questions"]}
