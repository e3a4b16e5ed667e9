"""The CSV files keep to RFC 4180 and can be read back."""

import csv
import io

from bredvid.report.data.delimited import csv_bytes
from bredvid.report.data.dictionary import make_table
from bredvid.report.data.tests.example import make_figure
from bredvid.report.data.values import Cell, Table


def read_back(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def make_figures(**values: Cell) -> Table:
    return make_table("figures", [make_figure("ja", **values)], round_code="x", demonstration=False)


def test_the_file_is_utf_8_without_a_mark_and_ends_its_lines_with_lf():
    content = csv_bytes(make_figures(label_sv="Kvinnor, ”tjejer” å ä ö"))
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert "å ä ö" in content.decode()


def test_commas_quotation_marks_and_line_breaks_survive():
    text = 'först, "sedan"\nsist'
    head, row = read_back(csv_bytes(make_figures(label_sv=text)))
    assert row[head.index("label_sv")] == text


def test_line_breaks_of_other_systems_become_lf():
    head, row = read_back(csv_bytes(make_figures(label_sv="a\r\nb")))
    assert row[head.index("label_sv")] == "a\nb"


def test_the_header_names_every_column_in_order():
    table = make_figures()
    assert read_back(csv_bytes(table))[0] == [column.name for column in table.columns]
