"""A list that a spreadsheet opens holds texts, and nothing that it would run or take for something else."""

import io

import pytest

from bredvid.sheets.guarding import CsvList, guarded

RUNS = ["=1+1", "+46", "-cmd", "@SUM(A1)", "=HYPERLINK()", "12 mars", "1-5", "[x]"]


@pytest.mark.parametrize("text", RUNS)
def test_what_could_be_run_or_taken_for_a_date_is_guarded(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["ja", "12", "-3.5", "2026-11-23", ""])
def test_what_is_harmless_stands_as_it_is(text):
    assert guarded(text) == text


def test_a_list_has_a_mark_of_its_encoding_and_every_cell_is_guarded():
    # Given a list
    out = io.StringIO()
    list_ = CsvList(out, ["a", "b"])
    # When rows are added
    for text in RUNS:
        list_.add([text, "å;ä"])
    # Then each stands on a line of its own, as Excel in Swedish takes it
    assert out.getvalue().count("\r\n") == 1 + len(RUNS)
    assert out.getvalue().startswith('\ufeffa;b\r\n\'=1+1;"å;ä"\r\n')
