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


def differences(old: Row, new: Row) -> list[Difference]:
    """Every question of either version that is not the same in both, in the newer one's order, lost ones last."""
    before, after = _questions(old), _questions(new)
    found = [_changed(before[code], row) for code, row in after.items() if code in before]
    came = [
        Difference(code, row["short_sv"], "new", after=row["text_sv"])
        for code, row in after.items()
        if code not in before
    ]
    went = [
        Difference(code, row["short_sv"], "gone", before=row["text_sv"])
        for code, row in before.items()
        if code not in after
    ]
    order = {code: place for place, code in enumerate(after)}
    told = [each for each in found if each is not None] + came
    return sorted(told, key=lambda each: order[each.code]) + went


def _changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> Difference | None:
    changed = tuple(name for name in _TOLD if old[name] != new[name])
    options = _options(old, new)
    if not changed and not options:
        return None
    return Difference(new["code"], new["short_sv"], "changed", old["text_sv"], new["text_sv"], changed, options)


def _options(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[str, ...]:
    before = {option["code"]: option["label_sv"] for option in old["options"]}
    after = {option["code"]: option["label_sv"] for option in new["options"]}
    came = [f"+ {label}" for code, label in after.items() if before.get(code) != label]
    went = [f"− {label}" for code, label in before.items() if after.get(code) != label]
    return tuple(went + came)


def _questions(questionnaire: Row) -> dict[str, Mapping[str, Any]]:
    return {row["code"]: row for section in questionnaire["sections"] for row in section["questions"]}
