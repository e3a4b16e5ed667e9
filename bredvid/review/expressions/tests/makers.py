"""Small makers of questionnaires in plain values."""

from typing import Any

Row = dict[str, Any]


def options(*codes: str) -> list[Row]:
    """Options with these codes, their labels capitalised."""
    rows = [{"code": code, "label_sv": code.capitalize(), "label_en": f"{code.capitalize()}!"} for code in codes]
    return [row | {"order": n, "missing": "", "tone": "neutral", "inferred": False} for n, row in enumerate(rows, 1)]


def question(code: str, kind: str = "text", choices: list[Row] | None = None, **values: Any) -> Row:
    """A question with nothing but its code, kind and options."""
    bare = {
        "code": code, "kind": kind, "options": choices or [], "coded": False, "relevant": "", "constraint": "",
        "depends_on": None, "required": False, "persons": False, "short_sv": f"Om {code}", "short_en": f"About {code}",
        "constraint_message_sv": "", "constraint_message_en": "",
    }  # fmt: skip
    return bare | values


def section(code: str, *questions: Row, relevant: str = "") -> Row:
    """A section with questions."""
    return {"code": code, "relevant": relevant, "questions": list(questions)}


def questionnaire(*sections: Row) -> Row:
    """A questionnaire with sections."""
    return {"code": "prov", "version": 1, "sections": list(sections)}
