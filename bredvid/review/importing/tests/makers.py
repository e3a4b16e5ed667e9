"""Small makers of a round to import spreadsheets into, and of what comes of it."""

from typing import Any

from bredvid.review.fieldwork.tests import makers
from bredvid.review.importing.accepting import accept
from bredvid.review.importing.batches import hand_in
from bredvid.review.importing.examination import Examination
from bredvid.review.importing.examining import examine
from bredvid.review.importing.mapping import Mapping
from bredvid.review.importing.preparing import propose
from bredvid.review.models import Entry, Fieldwork, ImportBatch
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Table

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
