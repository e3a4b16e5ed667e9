"""A file may be anything: each gets one clear line, and none takes the house down."""

import io
import random
import zipfile
from datetime import date

import pytest
from django.utils.translation import override

from bredvid.review.xlsform.tests.books import SURVEY, refused, survey_of
from bredvid.review.xlsform.workbook import COLUMNS, ROWS

GOOD = survey_of(("text", "q", "Q"))


def with_part(name: str, content: bytes) -> bytes:
    """The good file with one part put in or replaced."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(GOOD)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            if part.filename != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return made.getvalue()


OLD_EXCEL = b"\xd0\xcf\x11\xe0" + b"x" * 900


@pytest.mark.parametrize("content", [b"", b"hej", b"PK\x03\x04", GOOD[:500], GOOD[:-30], OLD_EXCEL])
def test_a_broken_file_is_one_line(content):
    problems = refused(content)
    assert len(problems) == 1
    assert problems[0].startswith("the file is broken, or no .xlsx")


def test_a_file_with_any_bytes_changed_never_fails_in_another_way():
    chance = random.Random(3)  # noqa: S311 (the same bytes each time)
    for _time in range(150):
        changed = bytearray(GOOD)
        for _place in range(3):
            changed[chance.randrange(len(changed))] = chance.randrange(256)
        assert isinstance(refused(bytes(changed)), list)


def test_a_zip_without_a_spreadsheet_is_broken():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("a.txt", "hej")
    assert refused(made.getvalue())[0].startswith("the file is broken")


def test_a_file_that_is_too_large_is_not_opened():
    assert refused(b"x" * (5 * 1024 * 1024 + 1)) == ["the file is larger than 5 MB, which no form is"]


def test_a_file_that_swells_is_not_unpacked():
    swollen = with_part("xl/media/big.xml", b"\0" * (70 * 1024 * 1024))
    assert len(swollen) < 500_000
    assert refused(swollen) == ["the file unpacks to more than 60 MB, which no form does"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_file_with_entities_is_refused(encoding):
    entities = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
    problems = refused(with_part("xl/sharedStrings.xml", entities.encode(encoding)))
    assert problems == ["the file is no ordinary .xlsx: it declares a document type"]


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ("=1+1", "a formula; write the text itself"),
        ("#N/A", "an error value, #N/A"),
        (date(2026, 1, 1), "a cell with a date or time; format it as text"),
        ("x" * 20_001, "a text of more than 20000 characters"),
    ],
)
def test_a_cell_that_is_no_text_is_refused_by_its_place(value, problem):
    problems = refused(survey_of(("text", "q", value)))
    assert f"survey, row 2, column label: {problem}" in problems


def test_more_rows_than_a_form_has_are_refused():
    rows = [("note", f"n{number}", "N") for number in range(ROWS + 1)]
    assert refused(survey_of(*rows)) == [f"survey, row {ROWS + 2}: the sheet has more than {ROWS} rows"]


def test_columns_far_to_the_right_are_not_read():
    header = (*SURVEY, *[""] * COLUMNS, "calculation")
    assert refused(survey_of(("text", "q", "Q", *[""] * (COLUMNS + 3), "1 + 1"), header=header)) == []


def test_the_words_are_swedish_on_a_swedish_page():
    from bredvid.review.xlsform import XlsformError, read

    with override("sv"), pytest.raises(XlsformError) as wrong:
        read(survey_of(("text", "q", "Q", "", "${nobody} = ''")), "f.xlsx")
    assert str(wrong.value) == "survey, rad 2, kolumn relevant: det finns ingen fråga 'nobody'"
