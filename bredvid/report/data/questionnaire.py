"""The questions and their answers as tables, and what the source says in its own or others' words."""

from collections.abc import Iterable

from bredvid.report.data.values import Cell
from bredvid.review.models import Question, Round
from bredvid.review.reads import mentions_of, quotes_of


def question_records(questions: Iterable[Question]) -> list[dict[str, Cell]]:
    """One record a question, in order."""
    return [
        {
            "question": question.code,
            "section_sv": question.section.title_sv,
            "section_en": question.section.title_en,
            "kind": question.kind,
            "exclusivity": question.exclusivity,
            "coded": question.coded,
            "inferred": question.inferred,
            "text_sv": question.text_sv,
            "text_en": question.text_en,
            "short_sv": question.short_sv,
            "short_en": question.short_en,
            "note_sv": question.note_sv or None,
            "note_en": question.note_en or None,
            "unit_sv": question.unit_sv or None,
            "unit_en": question.unit_en or None,
            "persons": question.persons,
            "relevant": _condition(question),
            "depends_on_question": question.depends_on.question.code if question.depends_on else None,
            "depends_on_option": question.depends_on.code if question.depends_on else None,
        }
        for question in questions
    ]


def _condition(question: Question) -> str | None:
    """The conditions of section and question together, in brackets so that no spreadsheet takes one for a formula."""
    parts = [part for part in (question.section.relevant, question.relevant) if part]
    return " and ".join(f"({part})" for part in parts) or None


def option_records(questions: Iterable[Question]) -> list[dict[str, Cell]]:
    """One record an answer, in order."""
    return [
        {
            "question": question.code,
            "option": option.code,
            "order": place,
            "label_sv": option.label_sv,
            "label_en": option.label_en,
            "missing": option.missing or None,
            "inferred": option.inferred,
        }
        for question in questions
        for place, option in enumerate(question.options.all(), start=1)
    ]


def mention_records(round_: Round) -> list[dict[str, Cell]]:
    """What the source says of municipalities by name, by code and kind."""
    records: list[dict[str, Cell]] = [
        {
            "municipality": mention.respondent.code,
            "kind": mention.kind,
            "text_sv": mention.text_sv,
            "text_en": mention.text_en,
            "lines": mention.lines,
        }
        for mention in mentions_of(round_)
    ]
    return sorted(records, key=lambda record: (str(record["municipality"]), str(record["kind"])))


def quote_records(round_: Round) -> list[dict[str, Cell]]:
    """The municipalities' own words, in the source's order."""
    return [
        {
            "quote": quote.order,
            "question": quote.question.code if quote.question else None,
            "quote_sv": quote.text_sv,
            "quote_en": quote.text_en,
            "lines": quote.lines,
        }
        for quote in quotes_of(round_)
    ]
