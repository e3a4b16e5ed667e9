"""Rounds in the field as nobody would think of them: any questionnaire, any answers, any state. Plain values only.

A condition is a tuple, ("has", question, option) or ("not", condition) and so on, so that the expression in the
questionnaire and the reckoning in brute_force.py are both made from it and neither from the other.
"""

from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

BANDS = ("0-5", "6-14", "15-30", "over-30")
KINDS = ("single", "ordinal", "multiple", "count", "integer", "decimal", "date", "text", "note", "register")
MISSING = ("dont_know", "no_statistics", "refused", "blank", "uncodable", "not_asked")
GROUPS, COUNTIES = ("A1", "B3"), ("01", "25")
OWN_WORDS = "Anna har fått hjälp"

Condition = tuple[Any, ...]


@dataclass(frozen=True)
class Asked:
    """A question. `options` are (code, why it is no value); `hangs_on` is (question, option)."""

    code: str
    kind: str
    options: tuple[tuple[str, str], ...] = ()
    persons: bool = False
    coded: bool = False
    relevant: Condition | None = None
    hangs_on: tuple[str, str] | None = None


@dataclass(frozen=True)
class Written:
    """One revision of an answer. `late`: written after the case was handed in."""

    value: dict[str, Any]
    missing: str = ""
    late: bool = False
    origin: str = "link"


@dataclass(frozen=True)
class Place:
    """A municipality in the field, with every revision of what it answered."""

    group: str
    county: str
    state: str
    partial: bool
    entries: dict[str, tuple[Written, ...]]


@dataclass(frozen=True)
class RandomRound:
    """`section` is the condition of all questions but the first; None where they have none."""

    questions: tuple[Asked, ...]
    section: Condition | None
    places: tuple[Place, ...]


@st.composite
def rounds(draw: st.DrawFn) -> RandomRound:
    """Any round in the field."""
    questions: list[Asked] = []
    for number in range(draw(st.integers(2, 6))):
        questions.append(draw(_question(f"q{number}", questions)))
    section = draw(st.none() | _condition(questions[:1]))
    places = draw(st.lists(_place(questions), min_size=1, max_size=7))
    return RandomRound(tuple(questions), section, tuple(places))


@st.composite
def _question(draw: st.DrawFn, code: str, earlier: list[Asked]) -> Asked:
    kind = draw(st.sampled_from(KINDS))
    reasons = draw(st.sampled_from(((), (("vet-ej", "dont_know"),), (("ingen", "no_statistics"),))))
    codes: tuple[str, ...] = ()
    if kind in ("single", "ordinal", "multiple"):
        codes = ("a", "b", "c")[: draw(st.integers(1, 3))]
    elif kind == "count":
        codes = BANDS
    elif kind in ("note", "register", "text") or draw(st.booleans()):
        reasons = ()
    if not earlier or draw(st.integers(0, 3)) == 0:
        relevant = hangs_on = None
    else:
        relevant = draw(st.none() | _condition(earlier))
        hangs_on = draw(st.none() | _hanging(earlier))
    return Asked(
        code, kind, (*((each, "") for each in codes), *reasons), persons=kind == "count" or draw(st.booleans()),
        coded=kind in ("single", "multiple") and draw(st.booleans()), relevant=relevant, hangs_on=hangs_on,
    )  # fmt: skip


def _hanging(earlier: list[Asked]) -> st.SearchStrategy[tuple[str, str]]:
    pairs = [(each.code, code) for each in earlier if each.kind in ("single", "multiple") for code, _ in each.options]
    return st.sampled_from(pairs) if pairs else st.nothing()


def _condition(earlier: list[Asked]) -> st.SearchStrategy[Condition]:
    simple: list[Condition] = []
    for each in earlier:
        if each.kind in ("single", "ordinal", "multiple"):
            simple += [("has", each.code, code) for code, _ in each.options] + [("answered", each.code)]
        elif each.kind in ("integer", "decimal"):
            simple += [("over", each.code, limit) for limit in (0, 5)]
    if not simple:
        return st.nothing()
    one = st.sampled_from(simple)
    return st.recursive(
        one, lambda inner: st.tuples(st.just("not"), inner) | st.tuples(st.sampled_from(("and", "or")), inner, inner),
        max_leaves=3,
    )  # fmt: skip


@st.composite
def _place(draw: st.DrawFn, questions: list[Asked]) -> Place:
    state = draw(st.sampled_from(("submitted", "submitted", "reopened", "begun", "untouched")))
    entries: dict[str, tuple[Written, ...]] = {}
    for question in questions:
        taken = question.kind not in ("note", "register") and state != "untouched"
        if taken and (written := draw(st.lists(_written(question, state), max_size=2))):
            # Revisions come in the order of time.
            entries[question.code] = tuple(sorted(written, key=lambda each: each.late))
    partial = state == "begun" and draw(st.booleans())
    return Place(draw(st.sampled_from(GROUPS)), draw(st.sampled_from(COUNTIES)), state, partial, entries)


@st.composite
def _written(draw: st.DrawFn, question: Asked, state: str) -> Written:
    late = state == "reopened" and draw(st.booleans())
    origin = draw(st.sampled_from(("link", "import")))
    if draw(st.integers(0, 3)) == 0:
        # The reasons that the questionnaire itself offers are answers, so they come often.
        offered = tuple(why for _, why in question.options if why)
        return Written({}, draw(st.sampled_from(MISSING + 5 * offered)), late, origin)
    return Written(draw(_value(question)), "", late, origin)


def _value(question: Asked) -> st.SearchStrategy[dict[str, Any]]:
    codes = [code for code, _ in question.options]
    one = st.sampled_from(codes).map(lambda code: {"options": [code]}) if codes else st.nothing()
    match question.kind:
        case "multiple":
            several = st.sets(st.sampled_from([code for code, why in question.options if not why]))
            chosen = several.map(lambda found: {"options": [code for code in codes if code in found]})
            return chosen | (st.just({"text": OWN_WORDS}) if question.coded else st.nothing())
        case "count":
            return one | st.sampled_from((0, 3, 5, 6, 14, 15, 30, 31, 261)).map(_counted)
        case "integer":
            return st.integers(-3, 40).map(lambda number: {"number": str(number)})
        case "decimal":
            return st.integers(-30, 400).map(lambda tenths: {"number": f"{tenths / 10:g}"})
        case "date":
            return st.dates().map(lambda day: {"date": day.isoformat()})
        case "text":
            return st.just({"text": OWN_WORDS})
        case _:
            words = st.just({"text": OWN_WORDS}) if question.coded else st.nothing()
            return one | words


def _counted(number: int) -> dict[str, Any]:
    band = BANDS[(number > 5) + (number > 14) + (number > 30)]
    return {"number": str(number), "options": [band]}
