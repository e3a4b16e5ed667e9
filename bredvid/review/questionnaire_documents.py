"""A questionnaire as plain values, and its TOML file. One shape: files, XLSForms and the database all pass through it.

    {"code", "version", "title_sv", …, "sections": [{"code", "order", …, "questions": [{"code", …, "options": […]}]}]}

A question's `order` is its place in the list. A question that takes a number, a date or a text of its own has one
option that nobody writes: `angivet`, that it was answered. So every question has figures.
"""

from pathlib import Path
from typing import Any

from bredvid.review.documents import Row, flag, number, only_once, ordered, read_file, read_table, slug, tables, text
from bredvid.review.models import Missing, Option, Question

QUESTIONNAIRES = Path(__file__).parent / "questionnaires"

QUESTIONNAIRE = {
    "code": slug(), "version": number(), "title_sv": text(), "title_en": text(), "reconstructed": flag(),
    "intro_sv": text(""), "intro_en": text(""),
}  # fmt: skip
SECTION = {
    "code": slug(), "title_sv": text(), "title_en": text(), "text_sv": text(""), "text_en": text(""),
    "relevant": text(""), "question": tables(),
}  # fmt: skip
QUESTION = {
    "code": slug(), "kind": text(choices=Question.Kind.values),
    "exclusivity": text("exclusive", Question.Exclusivity.values), "coded": flag(), "inferred": flag(),
    "depends_on": text(None), "short_sv": text(), "short_en": text(), "text_sv": text(), "text_en": text(),
    "hint_sv": text(""), "hint_en": text(""), "note_sv": text(""), "note_en": text(""),
    "unit_sv": text(""), "unit_en": text(""), "persons": flag(), "required": flag(), "relevant": text(""),
    "constraint": text(""), "constraint_message_sv": text(""), "constraint_message_en": text(""),
    "recommendation": text(""), "options": tables([]),
}  # fmt: skip
OPTION = {
    "code": slug(), "label_sv": text(), "label_en": text(), "tone": text("neutral", Option.Tone.values),
    "missing": text("", Missing.values), "inferred": flag(),
}  # fmt: skip

# Kinds that are answered with a value of one's own.
OWN_VALUE = frozenset({Question.Kind.INTEGER, Question.Kind.DECIMAL, Question.Kind.DATE, Question.Kind.TEXT})
ANSWERED: Row = {
    "code": "angivet", "label_sv": "Har svarat", "label_en": "Answered",
    "tone": "neutral", "missing": "", "inferred": False,
}  # fmt: skip


def questionnaire_files(root: Path = QUESTIONNAIRES) -> list[Path]:
    """The files of all questionnaires that stand by themselves, by name."""
    return sorted(root.glob("*.toml"))


def read_questionnaire(path: Path, where: str = "") -> Row:
    """Reads and checks a questionnaire's file. Raises DocumentError naming the file and the key."""
    where = where or path.name
    document = read_file(path)
    head = read_table(document.get("questionnaire"), QUESTIONNAIRE, f"{where} [questionnaire]")
    sections = ordered(document.get("section", []), SECTION, f"{where} [[section]]")
    head["sections"] = [_section(section, where) for section in sections]
    only_once([row["code"] for section in head["sections"] for row in section["questions"]], f"{where} questions")
    return head


def with_answered(question: Row) -> Row:
    """The question, with the option `angivet` where it is answered with a value of one's own and has no codes."""
    if question["kind"] in OWN_VALUE and not question["options"]:
        return {**question, "options": [{**ANSWERED, "order": 1}]}
    return question


def _section(section: Row, where: str) -> Row:
    questions = [_question(row, where) for row in section.pop("question")]
    return {**section, "questions": questions}


def _question(values: Any, where: str) -> Row:
    code = values.get("code", "?") if isinstance(values, dict) else "?"
    question = read_table(values, QUESTION, f"{where} question {code}")
    question["options"] = list(ordered(question["options"], OPTION, f"{where} {code} options"))
    only_once([option["code"] for option in question["options"]], f"{where} {code} options")
    return question
