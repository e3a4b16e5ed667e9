"""Writes the answers file: every case of a round in the field with the answers that hold, for reviewers only."""

import csv
from io import StringIO

from bredvid.review.answers_file.cells import CellAnswer
from bredvid.review.answers_file.layout import NAME, PLACE, cells_of, columns_of
from bredvid.review.forms import form_of
from bredvid.review.models import Entry, Fieldwork

MARK = "\ufeff"  # Spreadsheet programs take a file without it for another encoding.


def answers_csv(fieldwork: Fieldwork) -> bytes:
    """The file's bytes. Equal answers give equal bytes. It holds exact counts and own words: never publish it."""
    columns = columns_of(form_of(fieldwork.questionnaire))
    answers = _answers(fieldwork)
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow([PLACE, NAME, *(column.name for column in columns)])
    for case in fieldwork.cases.order_by("code"):
        writer.writerow([case.code, case.name, *cells_of(columns, answers.get(case.pk, {}))])
    return (MARK + out.getvalue()).encode()


def _answers(fieldwork: Fieldwork) -> dict[int, dict[str, CellAnswer]]:
    """Case id → question code → the answer that holds now, in one query."""
    rows = Entry.objects.filter(case__fieldwork=fieldwork, superseded=False).order_by()
    found: dict[int, dict[str, CellAnswer]] = {}
    for case, question, *answer in rows.values_list("case_id", "question__code", "value", "missing", "why"):
        found.setdefault(case, {})[question] = CellAnswer(*answer)
    return found
