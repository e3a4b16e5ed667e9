"""Spreadsheets as other people make them, and what comes of them."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl  # type: ignore[import-untyped]
from django.utils.translation import override

from bredvid.review.documents import Row
from bredvid.review.xlsform import Imported, XlsformError, read

Cells = Sequence[Any]

SURVEY = ("type", "name", "label", "required", "relevant", "constraint")
CHOICES = ("list_name", "name", "label")


def book(**sheets: Iterable[Cells]) -> bytes:
    """A workbook with these sheets, row by row."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def survey_of(*rows: Cells, choices: Sequence[Cells] = (), header: Cells = SURVEY, **more: Sequence[Cells]) -> bytes:
    """A form with these rows below the usual columns."""
    lists = [CHOICES, *choices] if choices else []
    return book(survey=[header, *rows], **({"choices": lists} if lists else {}), **more)


def read_it(content: bytes, **values: Any) -> Imported:
    """What the form is read as, told in English."""
    with override("en"):
        return read(content, "form.xlsx", **values)


def refused(content: bytes) -> list[str]:
    """Everything that is wrong with a form, in English; empty where it is accepted."""
    try:
        read_it(content)
    except XlsformError as error:
        with override("en"):
            return [str(problem) for problem in error.problems]
    return []


def remarks_of(imported: Imported) -> list[str]:
    """What of the form is done without, in English."""
    with override("en"):
        return [str(each) for each in imported.warnings]


def questions_of(imported: Imported) -> list[Row]:
    """All questions in order."""
    return [question for section in imported.questionnaire["sections"] for question in section["questions"]]
