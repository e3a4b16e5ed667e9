"""Every way in which a file can be wrong has its own clear word, on one line, and leaves nothing behind."""

import io
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bredvid.register.importing.tests.makers import HEAD, ROWS, sheet
from bredvid.register.importing.tests.test_import_pages import START, words
from bredvid.register.models import Contact, SheetImport
from bredvid.register.tests.makers import client_of, unit
from bredvid.sheets.tests.makers import csv_of, xlsx_of

pytestmark = pytest.mark.django_db


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()


# What is wrong with a file → the file, its name, and the word that says so.
WHOLE = {
    "empty": (b"", "a.csv", "tom"),
    "nothing but a header's spaces": (b" ; ; \r\n", "a.csv", "tom"),
    "another kind": (b"%PDF-1.7 and so on", "a.pdf", "PDF"),
    "a picture": (b"\x89PNG\r\n\x1a\n", "a.png", "PNG"),
    "a password": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "a.xlsx", "lösenord"),
    "cut short": (xlsx_of(HEAD, *ROWS)[:-400], "a.xlsx", "trasig"),
    "called what it is not": (b"Datum", "a.xlsx", "heter .xlsx"),
    "entities": (zipped(xl__workbook=b'<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "a.xlsx", "dokumenttyp"),
    "NUL": (b"Datum;Kanal\n2024-03-05;\x00", "a.csv", "NUL"),
    "an open quotation mark": (b'Datum;Kanal\n2024-03-05;"aldrig slut', "a.csv", "citattecken"),
    "no letters of any encoding": (b"\x81\x8d;\x8f\n1;2", "a.csv", "bokstav"),
    "several sheets": (xlsx_of(HEAD, *ROWS, more=["2023"]), "a.xlsx", "flera blad"),
    "too many columns": (csv_of([[f"k{n}" for n in range(150)], ["1"] * 150]), "a.csv", "150"),
}


@pytest.mark.parametrize(("data", "name", "word"), WHOLE.values(), ids=list(WHOLE))
def test_a_file_that_is_no_sheet_is_refused_with_its_own_word(data, name, word):
    answer = client_of(unit(), "coordinator").post(START, {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 422
    assert word in words(answer)
    assert not SheetImport.objects.exists()
    assert not Contact.objects.exists()


def test_each_has_a_word_of_its_own():
    told = [word for _data, _name, word in WHOLE.values()]
    assert len(set(told)) >= 10


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252"])
def test_letters_of_an_older_encoding_are_read_and_told(encoding):
    data = sheet(["2024-03-05", "Möte", *ROWS[0][2:]]).decode().encode(encoding, "replace")
    answer = client_of(unit(), "coordinator").post(START, {"file": SimpleUploadedFile("a.csv", data)})
    assert answer.status_code == 200
    assert "Windows-1252" in words(answer)
