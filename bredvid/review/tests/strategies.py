"""Random questionnaires as plain values, and random answers to them, for tests of whatever takes any questionnaire.

`questionnaires()` gives the one shape (questionnaire_documents.py): every kind, options with reasons for no answer,
sections and questions that depend on earlier ones, constraints, person counts. All of them pass check_questionnaire.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from bredvid.review.expressions import Form, Value
from bredvid.review.models import Missing, Option, Question
from bredvid.review.questionnaire_documents import OWN_VALUE

Row = dict[str, Any]

CHOSEN = ("single", "ordinal", "multiple")
KINDS = (*CHOSEN, "count", "integer", "decimal", "date", "text", "note", "register")
BANDS = (("0-5", "0–5"), ("6-14", "6–14"), ("15-30", "15–30"), ("over-30", "över 30"))
WORDS = st.text("abcåäö <>&'\"”.,?!\n0*_", min_size=1, max_size=12).filter(str.strip)
MAYBE = st.just("") | WORDS
SLUGS = st.text("abc012-_", min_size=1, max_size=6).filter(lambda text: text[0].isalnum())
MISSING = st.sampled_from(["", "", "", *(state for state in Missing.values)])


@st.composite
def questionnaires(draw: st.DrawFn, *, kinds: Sequence[str] = KINDS, most_questions: int = 8) -> Row:
    """A questionnaire in plain values. `kinds` says which kinds of questions it may have."""
    codes = draw(st.lists(SLUGS, min_size=1, max_size=most_questions, unique=True))
    section_codes = draw(st.lists(SLUGS, min_size=1, max_size=3, unique=True))
    asked: list[Row] = []
    sections = []
    for order, code in enumerate(section_codes, start=1):
        here = codes if order == len(section_codes) else codes[: draw(st.integers(0, len(codes)))]
        codes = codes[len(here) :]
        sections.append(_section(draw, code, order, here, asked, kinds))
    return {
        "code": draw(SLUGS), "version": draw(st.integers(0, 9)), **_bilingual(draw, "title", WORDS),
        "reconstructed": False, **_bilingual(draw, "intro", MAYBE), "sections": sections,
    }  # fmt: skip


def _section(draw: st.DrawFn, code: str, order: int, codes: list[str], asked: list[Row], kinds: Sequence[str]) -> Row:
    row = {
        "code": code, "order": order, **_bilingual(draw, "title", WORDS), **_bilingual(draw, "text", MAYBE),
        "relevant": draw(_conditions(asked)),
    }  # fmt: skip
    questions = []
    for each in codes:
        question = _question(draw, each, asked, kinds)
        questions.append(question)
        if question["kind"] not in {"note", "register"}:
            asked.append(question)
    return row | {"questions": questions}


def _question(draw: st.DrawFn, code: str, asked: list[Row], kinds: Sequence[str]) -> Row:
    kind = draw(st.sampled_from(kinds))
    put = kind not in {"note", "register"}
    coded = kind in {"single", "multiple"} and draw(st.sampled_from([False, False, False, True]))
    row: Row = {
        "code": code, "kind": kind, "coded": coded, "exclusivity": draw(st.sampled_from(Question.Exclusivity.values)),
        "inferred": draw(st.booleans()), "depends_on": draw(_dependencies(asked)), "options": _options(draw, kind),
        **_bilingual(draw, "text", WORDS), **_bilingual(draw, "short", WORDS), **_bilingual(draw, "note", MAYBE),
        **_bilingual(draw, "hint", MAYBE), **_bilingual(draw, "unit", MAYBE),
        "persons": kind in {"count", "integer"} and draw(st.booleans()), "required": put and draw(st.booleans()),
        "relevant": draw(_conditions(asked)), "recommendation": draw(st.sampled_from(["", "R1", "R4"])),
        "constraint": "", **_bilingual(draw, "constraint_message", st.just("")),
    }  # fmt: skip
    if put and not coded and draw(st.booleans()):
        row |= {"constraint": draw(_rules(row)), **_bilingual(draw, "constraint_message", MAYBE)}
    return row


def _options(draw: st.DrawFn, kind: str) -> list[Row]:
    if kind == "count":
        bands = [_option(draw, code, label) for code, label in BANDS]
        return _numbered([*bands, _option(draw, "vet-ej", "Vet ej", "dont_know")])
    if kind not in CHOSEN:
        return []
    codes = draw(st.lists(SLUGS, min_size=1, max_size=4, unique=True))
    return _numbered([_option(draw, code, draw(WORDS), draw(MISSING)) for code in codes])


def _option(draw: st.DrawFn, code: str, label: str, missing: str = "") -> Row:
    tone = draw(st.sampled_from(Option.Tone.values))
    return {
        "code": code, "label_sv": label, "label_en": label, "tone": tone, "missing": missing,
        "inferred": draw(st.booleans()),
    }  # fmt: skip


def _numbered(rows: list[Row]) -> list[Row]:
    return [row | {"order": order} for order, row in enumerate(rows, start=1)]


def _conditions(asked: list[Row]) -> st.SearchStrategy[str]:
    """Nothing, or a condition on one or two questions asked before."""
    if not asked:
        return st.just("")
    one = st.sampled_from(asked).flatmap(_condition)
    joined = st.tuples(one, st.sampled_from(["and", "or"]), one).map(" ".join)
    return st.just("") | one | one.map(lambda text: f"not({text})") | joined


def _condition(question: Row) -> st.SearchStrategy[str]:
    asks = f"${{{question['code']}}}"
    found = [st.sampled_from([f"{asks} = ''", f"{asks}!=''"])]
    options = [] if question["coded"] else [option["code"] for option in question["options"]]
    if options:
        found.append(st.sampled_from(options).map(lambda code: f"selected({asks}, '{code}')"))
    if options and question["kind"] in {"single", "ordinal"}:
        found.append(st.sampled_from(options).map(lambda code: f"{asks} = '{code}'"))
    if question["kind"] == "multiple" and not question["coded"]:
        found.append(st.integers(0, 3).map(lambda number: f"count-selected({asks}) >= {number}"))
    if question["kind"] in {"integer", "decimal"} and not question["persons"]:
        found.append(st.integers(0, 9).map(lambda number: f"{asks} + 1 > {number}"))
    if question["kind"] == "date":
        found.append(st.dates().map(lambda day: f"{asks} < date('{day.isoformat()}')"))
    return st.one_of(found)


def _dependencies(asked: list[Row]) -> st.SearchStrategy[str | None]:
    keys = [f"{row['code']}.{option['code']}" for row in asked if not row["coded"] for option in row["options"]]
    return st.none() | st.sampled_from(keys) if keys else st.none()


def _rules(question: Row) -> st.SearchStrategy[str]:
    """What an answer of that kind can be asked to fulfil."""
    options = [option["code"] for option in question["options"]]
    match question["kind"]:
        case "integer" | "decimal":
            return st.integers(-5, 9).map(lambda number: f". >= {number}")
        case "date":
            return st.just(". <= today()")
        case "text":
            return st.sampled_from(["string-length(.) < 20", "regex(., '[a-c]*')"])
        case "multiple":
            return st.sampled_from(options).map(lambda code: f"not(selected(., '{code}')) or count-selected(.) = 1")
        case _:
            return st.sampled_from(options).map(lambda code: f". != '{code}'")


def _bilingual(draw: st.DrawFn, name: str, words: st.SearchStrategy[str]) -> Row:
    return {f"{name}_sv": draw(words), f"{name}_en": draw(words)}


@st.composite
def answers_to(draw: st.DrawFn, form: Form) -> Mapping[str, Value]:
    """Typed answers to some of a form's questions, each of its question's kind; relevance and constraints aside."""
    found: dict[str, Value] = {}
    for question in form.questions:
        if question.number is not None:
            found[question.code] = draw(st.none() | _answers(question.kind, [each.code for each in question.options]))
    return found


def _answers(kind: str, options: Sequence[str]) -> st.SearchStrategy[Value]:
    if kind == "multiple":
        return st.frozensets(st.sampled_from(options), min_size=1)
    if kind in {"integer", "decimal"}:
        return st.integers(-9, 99).map(Decimal)
    if kind == "date":
        return st.dates(date(2020, 1, 1), date(2030, 1, 1))
    return WORDS if kind in OWN_VALUE else st.sampled_from(options)
