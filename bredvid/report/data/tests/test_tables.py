"""A table refuses what must not be published."""

import pytest

from bredvid.report.data.dictionary import make_table
from bredvid.report.data.tests.example import make_figure
from bredvid.report.data.values import Cell, Table, TableError


def make_figures(*records: dict[str, Cell]) -> Table:
    return make_table("figures", records, round_code="x", demonstration=True)


@pytest.mark.parametrize("text", ["=SUM(A1)", "+46", "-", "@here", " =1+1", "\tx"])
def test_a_text_that_a_spreadsheet_would_run_is_refused(text):
    with pytest.raises(TableError, match="figures row 1, label_sv"):
        make_figures(make_figure("ja", label_sv=text))


def test_a_dash_between_numbers_is_a_text_like_any_other():
    assert make_figures(make_figure("ja", lines="706-708")).records()[0]["lines"] == "706-708"


def test_a_row_without_a_required_value_is_refused():
    with pytest.raises(TableError, match="must not be missing"):
        make_figures(make_figure("ja", asked=None))


def test_an_empty_text_is_refused_because_it_hides_why():
    with pytest.raises(TableError, match="empty text"):
        make_figures(make_figure("ja", lines=""))


def test_a_code_outside_its_closed_list_is_refused():
    with pytest.raises(TableError, match="not one of"):
        make_figures(make_figure("ja", count=None, missing="zero"))


def test_a_number_in_a_text_column_is_refused():
    with pytest.raises(TableError, match="not text"):
        make_figures(make_figure("ja", label_sv=4))


def test_true_is_not_a_whole_number():
    with pytest.raises(TableError, match="not integer"):
        make_figures(make_figure("ja", count=True))


def test_two_rows_with_one_key_are_refused():
    with pytest.raises(TableError, match="not unique"):
        make_figures(make_figure("ja"), make_figure("ja"))


def test_a_value_without_a_column_is_refused():
    with pytest.raises(TableError, match="no column for surprise"):
        make_figures(make_figure("ja", surprise="x"))


def test_every_row_says_its_round_and_whether_it_is_invented():
    row = make_figures(make_figure("ja")).records()[0]
    assert (row["round"], row["demonstration"]) == ("x", True)
