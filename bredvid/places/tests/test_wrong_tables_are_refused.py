"""A wrong reference table is refused with one line that names file, row and what is expected."""

from dataclasses import dataclass

import pytest
from hypothesis import given, strategies as st

from bredvid.places import actions, rules
from bredvid.places.models import Municipality
from bredvid.places.tables import (
    COUNTIES,
    HEXGRID,
    MUNICIPALITIES,
    TableError,
    shipped_texts,
    tables_from,
    text_of,
)
from bredvid.places.tests.spoil import cell, rows_of, with_cell, written

SHIPPED = shipped_texts()

# Columns that other columns, rows or sums say again, so that no single change can pass unseen.
BOUND = [
    (MUNICIPALITIES, "code"),
    (MUNICIPALITIES, "name"),
    (MUNICIPALITIES, "county_code"),
    (MUNICIPALITIES, "county_name"),
    (MUNICIPALITIES, "skr2023_code"),
    (MUNICIPALITIES, "skr2023_group"),
    (MUNICIPALITIES, "population_2024"),
    (COUNTIES, "code"),
    (COUNTIES, "name"),
    (COUNTIES, "municipalities"),
    (COUNTIES, "population_2024"),
    (HEXGRID, "code"),
]
# Columns that must be unique; a new value that nobody else has cannot be known to be wrong.
UNIQUE = [
    (MUNICIPALITIES, "code"),
    (MUNICIPALITIES, "name"),
    (MUNICIPALITIES, "web_domain"),
    (COUNTIES, "code"),
    (COUNTIES, "name"),
    (COUNTIES, "letter"),
    (HEXGRID, "code"),
]


@dataclass(frozen=True)
class Change:
    """One cell of the shipped tables with another value."""

    file: str
    line: int
    column: str
    value: str

    def made(self) -> dict[str, str]:
        return with_cell(SHIPPED, self.file, line=self.line, column=self.column, value=self.value)


def refuse(texts: dict[str, str]) -> str:
    with pytest.raises(TableError) as caught:
        rules.check(tables_from(texts))
    return str(caught.value)


def lines(file: str) -> st.SearchStrategy[int]:
    return st.integers(2, len(rows_of(SHIPPED[file])))


@st.composite
def one_changed_cell(draw) -> Change:
    file, column = draw(st.sampled_from(BOUND))
    line = draw(lines(file))
    before = cell(SHIPPED, file, line=line, column=column)
    elsewhere = cell(SHIPPED, file, line=draw(lines(file)), column=column)
    typed = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=12)
    digits = st.integers(0, 10**7).map(str)
    after = draw(st.one_of(st.just(elsewhere), typed, digits, typed.map(lambda tail: before + tail)))
    return Change(file, line, column, after if after != before else before + "x")


@st.composite
def one_repeated_cell(draw) -> Change:
    file, column = draw(st.sampled_from(UNIQUE))
    line, other = draw(st.lists(lines(file), min_size=2, max_size=2, unique=True))
    return Change(file, line, column, cell(SHIPPED, file, line=other, column=column))


def test_the_tables_that_come_with_bredvid_are_right():
    rules.check(tables_from(SHIPPED))


@given(one_changed_cell())
def test_any_one_changed_cell_of_a_bound_column_is_refused(change):
    assert "\n" not in refuse(change.made())


@given(one_repeated_cell())
def test_any_repeated_code_name_or_host_is_refused(change):
    assert refuse(change.made())


@given(st.sampled_from([COUNTIES, MUNICIPALITIES, HEXGRID]), st.data())
def test_a_table_that_lost_a_row_is_refused(file, data):
    rows = rows_of(SHIPPED[file])
    del rows[data.draw(lines(file)) - 1]
    assert refuse({**SHIPPED, file: written(rows)})


@pytest.mark.parametrize("line", [2, 150, 291])
def test_a_cell_of_another_municipality_is_refused(line):
    taken = {column: cell(SHIPPED, HEXGRID, line=77, column=column) for column in ("row", "col")}
    texts = SHIPPED
    for column, value in taken.items():
        texts = with_cell(texts, HEXGRID, line=line, column=column, value=value)
    assert "row and col" in refuse(texts)


def test_a_cell_far_from_its_county_is_refused():
    assert "one piece" in refuse(with_cell(SHIPPED, HEXGRID, line=2, column="col", value="60"))


def test_a_lost_leading_zero_is_named_with_file_row_and_column():
    # Given what a spreadsheet does to 0114
    texts = with_cell(SHIPPED, MUNICIPALITIES, line=2, column="code", value="114")
    # Then the message says where it stands and how to mend it
    assert refuse(texts) == (
        "municipalities.csv, row 2, column code: '114' should be four digits with any leading zero."
    )


def test_a_wrong_population_names_the_county_whose_sum_breaks():
    texts = with_cell(SHIPPED, MUNICIPALITIES, line=2, column="population_2024", value="50324")
    assert refuse(texts) == (
        "counties.csv, row 2, column population_2024: says 2473307, "
        "but the rows of county 01 in municipalities.csv give 2473308."
    )


def test_a_wrong_country_total_is_refused_even_where_the_counties_agree():
    texts = with_cell(SHIPPED, MUNICIPALITIES, line=2, column="population_2024", value="50324")
    texts = with_cell(texts, COUNTIES, line=2, column="population_2024", value="2473308")
    assert f"{rules.POPULATION_TOTAL} are expected" in refuse(texts)


def test_a_table_with_another_header_is_refused():
    assert refuse({**SHIPPED, HEXGRID: SHIPPED[HEXGRID].replace("code,row,col", "kod,row,col")}).startswith(
        "hexgrid.csv, row 1:"
    )


def test_a_row_with_a_cell_too_many_is_refused():
    assert "4 cells; 3 are expected" in refuse({**SHIPPED, HEXGRID: SHIPPED[HEXGRID] + "0114,1,2,3\n"})


def test_a_file_in_another_encoding_is_refused(tmp_path):
    path = tmp_path / COUNTIES
    path.write_bytes("Örebro".encode("latin-1"))
    with pytest.raises(TableError, match="not UTF-8"):
        text_of(path)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(TableError, match="cannot be read"):
        text_of(tmp_path / COUNTIES)


@pytest.mark.django_db
def test_nothing_is_written_of_a_wrong_table(texts):
    # Given a table whose last row is wrong
    spoiled = with_cell(texts, MUNICIPALITIES, line=291, column="web_domain", value="vallentuna.se")
    # When it is loaded
    with pytest.raises(TableError):
        actions.load(spoiled)
    # Then the database is as empty as before
    assert not Municipality.objects.exists()
