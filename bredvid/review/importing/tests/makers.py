"""Small makers of spreadsheets, and of a round to import them into."""

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

import openpyxl  # type: ignore[import-untyped]

from bredvid.review.fieldwork.tests import makers
from bredvid.review.importing.accepting import accept
from bredvid.review.importing.batches import hand_in
from bredvid.review.importing.examination import Examination
from bredvid.review.importing.examining import examine
from bredvid.review.importing.mapping import Mapping
from bredvid.review.importing.preparing import propose
from bredvid.review.importing.reading import read_sheet
from bredvid.review.importing.tables import Table
from bredvid.review.models import Entry, Fieldwork, ImportBatch

option, question = makers.option, makers.question


def questions() -> list[dict[str, Any]]:
    """One question of each kind."""
    return [
        makers.yes_no("q2", short_sv="Stödprogram", text_sv="Finns stödprogram?", required=True),
        question("q3b", "multiple", option("polis"), option("jour", label_sv="Tjejjour"), option("skola")),
        question("q4", "ordinal", option("lag", label_sv="Låg"), option("viss"), option("god")),
        question("q8", "count", *makers.BANDS, persons=True, short_sv="Antal som fick stöd"),
        question("q11", "date"),
        question("q12", "text"),
    ]


def fieldwork(**fields: Any) -> Fieldwork:
    """A round with those questions."""
    return makers.fieldwork(*questions(), **fields)


def csv_of(rows: Iterable[Sequence[object]], divider: str = ";", encoding: str = "utf-8") -> bytes:
    """Rows as the bytes of a CSV file."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=divider).writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_of(*rows: Sequence[object], title: str = "Blad1", more: Iterable[str] = ()) -> bytes:
    """Rows as the bytes of an .xlsx; a text that begins with = is a formula. `more` are sheets with a word in each."""
    book = openpyxl.Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(list(row))
    for name in more:
        book.create_sheet(name).append(["ett ord"])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def read(fieldwork_: Fieldwork, data: bytes, name: str = "svar.csv", sheet: str = "") -> tuple[Table, Mapping]:
    """A file as a table, and how it is read without anybody's help."""
    proposal = propose(fieldwork_, read_sheet(name=name, data=data, sheet=sheet))
    return proposal.table, proposal.guess.sure()


def examined(fieldwork_: Fieldwork, data: bytes, name: str = "svar.csv", **changes: Any) -> Examination:
    """What the file would do, read without anybody's help but `changes` to the mapping."""
    table, mapping = read(fieldwork_, data, name)
    return examine(fieldwork_, table, Mapping(**{**mapping.__dict__, **changes}))


def waiting(fieldwork_: Fieldwork, data: bytes, name: str = "svar.csv", **changes: Any) -> ImportBatch:
    """A file that has been handed in."""
    _table, mapping = read(fieldwork_, data, name)
    whole = Mapping(**{**mapping.__dict__, **changes})
    return hand_in(fieldwork=fieldwork_, name=name, data=data, mapping=whole, by=None)


def accepted(fieldwork_: Fieldwork, data: bytes, name: str = "svar.csv", take_file: bool = False) -> ImportBatch:
    """A file that has been accepted."""
    batch = waiting(fieldwork_, data, name)
    accept(batch=batch, by=None, take_file=take_file)
    return batch


def answers(fieldwork_: Fieldwork) -> dict[tuple[str, str], object]:
    """(municipality, question) → the value that holds, or its reason."""
    rows = Entry.objects.filter(case__fieldwork=fieldwork_, superseded=False).select_related("case", "question")
    return {(each.case.code, each.question.code): each.missing or each.value for each in rows}
