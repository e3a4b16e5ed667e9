"""From a questionnaire in plain values to an XLSForm. The same questionnaire always gives the same bytes."""

import io
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from bredvid.review.documents import Row
from bredvid.review.expressions.renaming import renamed
from bredvid.review.xlsform.columns import (
    LANGUAGES,
    NAMESPACE,
    OWN_FLAGS,
    OWN_OPTION_FLAGS,
    OWN_OPTION_TEXTS,
    OWN_TEXTS,
    SWEDISH,
    TRANSLATED,
    own,
    own_choice,
    own_setting,
    translated,
)
from bredvid.review.xlsform.kinds import type_for
from bredvid.review.xlsform.names import INTRO, question_name, section_name, section_text_name

Cells = dict[str, str]

# A file that says when it was written would differ each time.
CREATED = datetime(2026, 1, 1)
LONGEST_CELL = 32_767
# Signs that a spreadsheet changes on the way, or writes for a line break.
CANNOT_STAND = re.compile(r"[\x00-\x08\x0b-\x1f]|_x000D_")
WIDTHS = {"type": 24, "name": 18, "list_name": 18, "label": 60, "hint": 40}


def export(questionnaire: Row) -> bytes:
    """The questionnaire as an XLSForm. Raises ValueError where a text cannot stand in one."""
    import xlsxwriter  # type: ignore[import-untyped]

    sheets = {
        "survey": list(_survey(questionnaire)),
        "choices": list(_choices(questionnaire)),
        "settings": [_settings(questionnaire)],
    }
    columns = {"survey": _survey_columns(), "choices": _choice_columns(), "settings": list(sheets["settings"][0])}
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        book.set_properties({"created": CREATED, "title": questionnaire["title_sv"]})
        bold = book.add_format({"bold": True})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for name, rows in sheets.items():
            _write(book.add_worksheet(name), columns[name], rows, bold, wrap)
    return content.getvalue()


def _survey(questionnaire: Row) -> Iterator[Cells]:
    codes = [question["code"] for section in questionnaire["sections"] for question in section["questions"]]
    names = {code: question_name(code) for code in codes}
    if questionnaire["intro_sv"] or questionnaire["intro_en"]:
        yield {"type": "note", "name": INTRO, **_said(questionnaire, "intro", "label")}
    for section in questionnaire["sections"]:
        yield {
            "type": "begin_group", "name": section_name(section["code"]), **_said(section, "title", "label"),
            "relevant": renamed(section["relevant"], names),
        }  # fmt: skip
        if section["text_sv"] or section["text_en"]:
            yield {"type": "note", "name": section_text_name(section["code"]), **_said(section, "text", "label")}
        for question in section["questions"]:
            yield _question(question, names)
        yield {"type": "end_group", "name": section_name(section["code"])}


def _question(question: Row, names: Mapping[str, str]) -> Cells:
    name, kind = names[question["code"]], type_for(question)
    cells = {
        "type": f"{kind} {name}" if kind.startswith("select") else kind,
        "name": name,
        "required": "yes" if question["required"] else "",
        "relevant": relevant_of(question, names),
        "constraint": renamed(question["constraint"], names),
    }
    for field, column in TRANSLATED.items():
        cells |= _said(question, field, column)
    own_values = question | {"list": name if question["options"] and not kind.startswith("select") else ""}
    cells |= {own(field): own_values[field] or "" for field in OWN_TEXTS}
    return cells | {own(field): "yes" if question[field] else "" for field in OWN_FLAGS}


def relevant_of(question: Row, names: Mapping[str, str]) -> str:
    """When the question is put, in one condition: what it hangs on first, then its own condition in brackets."""
    relevant = renamed(question["relevant"], names)
    if not question["depends_on"]:
        return relevant
    hanging = hanging_on(question["depends_on"], names)
    return f"{hanging} and ({relevant})" if relevant else hanging


def hanging_on(depends_on: str, names: Mapping[str, str]) -> str:
    """`q2.ja` as a condition: selected(${q2}, 'ja')."""
    code, _dot, option = depends_on.partition(".")
    return f"selected(${{{names.get(code, code)}}}, '{option}')"


def _choices(questionnaire: Row) -> Iterator[Cells]:
    for section in questionnaire["sections"]:
        for question in section["questions"]:
            for option in question["options"]:
                yield {
                    "list_name": question_name(question["code"]), "name": option["code"],
                    **_said(option, "label", "label"),
                    **{own_choice(field): option[field] for field in OWN_OPTION_TEXTS},
                    **{own_choice(field): "yes" if option[field] else "" for field in OWN_OPTION_FLAGS},
                }  # fmt: skip


def _settings(questionnaire: Row) -> Cells:
    return {
        "form_title": questionnaire["title_sv"], "form_id": questionnaire["code"],
        "version": str(questionnaire["version"]), "default_language": SWEDISH, "namespaces": NAMESPACE,
        own_setting("title_en"): questionnaire["title_en"],
        own_setting("reconstructed"): "yes" if questionnaire["reconstructed"] else "no",
    }  # fmt: skip


def _said(row: Row, field: str, column: str) -> Cells:
    return {translated(column, language): row[f"{field}_{language}"] for language in LANGUAGES}


def _survey_columns() -> list[str]:
    said = [translated(column, language) for column in TRANSLATED.values() for language in LANGUAGES]
    return ["type", "name", *said, "required", "relevant", "constraint", *map(own, (*OWN_TEXTS, *OWN_FLAGS))]


def _choice_columns() -> list[str]:
    said = [translated("label", language) for language in LANGUAGES]
    return ["list_name", "name", *said, *map(own_choice, (*OWN_OPTION_TEXTS, *OWN_OPTION_FLAGS))]


def _write(sheet: Any, columns: Sequence[str], rows: Sequence[Cells], bold: Any, wrap: Any) -> None:
    sheet.freeze_panes(1, 2)
    for place, column in enumerate(columns):
        sheet.set_column(place, place, WIDTHS.get(column.partition("::")[0], 20))
        sheet.write_string(0, place, column, bold)
        for number, cells in enumerate(rows, start=1):
            if text := cells.get(column, ""):
                sheet.write_string(number, place, _checked(text), wrap)


def _checked(text: str) -> str:
    if len(text) > LONGEST_CELL:
        raise ValueError(f"a cell holds {LONGEST_CELL} characters, and this text is longer: {text[:40]}…")
    if match := CANNOT_STAND.search(text):
        raise ValueError(f"a form cannot hold {match[0]!r} in a text: {text[:40]}…")
    return text
