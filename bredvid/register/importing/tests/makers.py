"""Sheets as organisations keep them, and what comes of bringing them in."""

from collections import Counter
from typing import Any

from bredvid.register.importing.accepting import accept
from bredvid.register.importing.examination import Examination
from bredvid.register.importing.examining import examine
from bredvid.register.importing.mapping import Mapping
from bredvid.register.importing.preparing import propose
from bredvid.register.models import Contact, SheetImport, Unit
from bredvid.sheets.reading import read_sheet
from bredvid.sheets.tables import Table
from bredvid.sheets.tests.makers import csv_of

HEAD = ["Datum", "Kanal", "Vem", "Form", "Ålder", "Stöd"]
ROWS = [
    ["2024-03-05", "Telefon", "Hon själv", "Sugardejting", "23", "Stödsamtal"],
    ["2024-03-05", "telefon", "hon", "Sugardejting", "18–24", "Samtal"],
    ["2024-11-30", "Chatt", "Anhörig", "OnlyFans; nakenbilder", "under 18", "Stödsamtal + information"],
    ["2023-01-02", "mejl", "Hon själv", "vet ej", "vet ej", "Direkt hjälp: mat, resa, telefon, Boende"],
]


def sheet(*rows: list[str], head: list[str] | None = None) -> bytes:
    """A CSV file with a heading and rows; those above unless others are given."""
    return csv_of([head or HEAD, *(rows or ROWS)])


def read(data: bytes, name: str = "statistik.csv") -> tuple[Table, Mapping]:
    """A file as a table, and how it is read without anybody's help."""
    proposal = propose(read_sheet(name=name, data=data))
    return proposal.table, proposal.guess.mapping


def examined(unit: Unit, data: bytes, name: str = "statistik.csv", **changes: Any) -> Examination:
    """What a file would add, read without anybody's help but `changes` to the mapping."""
    table, mapping = read(data, name)
    return examine(unit, table, Mapping(**{**mapping.__dict__, **changes}))


def bring(unit: Unit, data: bytes, name: str = "statistik.csv") -> SheetImport | None:
    """The import of a file, read without anybody's help; None where it adds nothing."""
    table, mapping = read(data, name)
    return accept(unit=unit, table=table, mapping=mapping, by=None)[1]


def brought_in(unit: Unit, data: bytes, name: str = "statistik.csv") -> SheetImport:
    """The import of a file that adds something."""
    batch = bring(unit, data, name)
    if batch is None:
        raise AssertionError("the sheet adds nothing")
    return batch


def contacts(unit: Unit) -> Counter[tuple[int, ...]]:
    """What a unit has, in no order: month, place and the quick card's columns of each contact."""
    columns = ("month", "place", "channel", "who", "forms", "age", "support")
    return Counter(Contact.objects.filter(unit=unit).values_list(*columns))
