"""A list that a spreadsheet opens holds texts, and nothing that it would run or take for something else."""

import io

import pytest

from bredvid.sheets.guarding import CsvList, csv_lines, guarded

RUNS = ["=1+1", "+46", "-cmd", "@SUM(A1)", "=HYPERLINK()", "12 mars", "1-5", "[x]"]


@pytest.mark.parametrize("text", RUNS)
def test_what_could_be_run_or_taken_for_a_date_is_guarded(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", ["ja", "12", "-3.5", "2026-11-23", ""])
def test_what_is_harmless_stands_as_it_is(text):
    assert guarded(text) == text


def test_a_list_written_at_once_and_line_by_line_is_the_same():
    # Given some rows
    rows = [[text, "å;ä"] for text in RUNS]
    # When they are written at once, and as lines
    out = io.StringIO()
    list_ = CsvList(out, ["a", "b"])
    for row in rows:
        list_.add(row)
    # Then both are one file, with a mark of its encoding, and every cell is guarded
    assert out.getvalue() == "".join(csv_lines(["a", "b"], rows))
    assert out.getvalue().startswith('\ufeffa;b\r\n\'=1+1;"å;ä"\r\n')
