"""Every municipality is in every export, whatever is known of it."""

import csv
import io
import json
from collections import Counter

import frictionless
import openpyxl  # type: ignore[import-untyped]
import pytest
from jsonstat_validator import validate_jsonstat  # type: ignore[import-untyped]

from bredvid.report.data.datafile import DataFile

FRAME = 290


def find(files: dict[str, DataFile], end: str) -> bytes:
    return next(file.content for name, file in files.items() if name.endswith(end))


def test_the_csv_has_a_row_for_each(files):
    rows = list(csv.DictReader(io.StringIO(find(files, "municipalities.csv").decode())))
    assert len({row["municipality"] for row in rows}) == len(rows) == FRAME


def test_the_workbook_has_a_row_for_each(files):
    sheet = openpyxl.load_workbook(io.BytesIO(find(files, ".xlsx")), read_only=True)["municipalities"]
    assert sum(1 for _ in sheet.iter_rows()) == FRAME + 1


def test_the_json_stat_cube_has_a_category_for_each_and_is_valid(files):
    collection = json.loads(find(files, "figures.sv.json"))
    assert validate_jsonstat(collection) is True
    assert all(validate_jsonstat(cube) is True for cube in collection["link"]["item"])
    assert len(collection["link"]["item"][-1]["dimension"]["municipality"]["category"]["index"]) == FRAME


def test_the_data_package_is_valid(files, tmp_path):
    for name, file in files.items():
        (tmp_path / name).write_bytes(file.content)
    report = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert report.valid, report.flatten(["name", "rowNumber", "type", "note"])


def test_no_municipality_is_without_an_answer_and_without_a_reason(release):
    table = release.table("municipalities")
    reasons = [column.name for column in table.columns if column.name.endswith("_missing")]
    assert reasons
    for row in table.records():
        for reason in reasons:
            question = reason.removesuffix("_missing")
            cells = [cell for name, cell in row.items() if name == question or name.startswith(f"{question}__")]
            assert row[reason] is not None or any(cell is not None for cell in cells), (row["municipality"], question)


def test_nine_are_named_as_having_answered_and_of_the_others_nobody_says(released):
    rows = released["2025"].table("municipalities").records()
    assert Counter(row["state"] for row in rows) == {"answered": 9, "not_reported": FRAME - 9}
    assert sum("programme" in str(row["named_for"]).split(";") for row in rows) == 4


def test_the_four_named_with_a_programme_have_that_answer_and_nobody_else_has_any(released):
    rows = released["2025"].table("municipalities").records()
    given = {row["name"]: row["q2"] for row in rows if row["q2"] is not None}
    assert given == dict.fromkeys(("Stockholm", "Upplands Väsby", "Umeå", "Österåker"), "ja")
    others = [row for row in rows if row["q2"] is None]
    assert {row["q2_missing"] for row in others} == {"not_reported"}
    assert all(row["q4"] is None and row["q4_missing"] == "not_reported" for row in rows)


def test_a_city_named_for_its_work_is_not_said_to_have_answered(released):
    states = {row["name"]: row["state"] for row in released["2025"].table("municipalities").records()}
    assert {states[name] for name in ("Malmö", "Borås", "Lund")} == {"not_reported"}


def test_the_demonstration_has_an_answer_row_for_each_of_those_who_took_part(released):
    rows = released["demo"].table("municipalities").records()
    assert Counter(row["state"] for row in rows) == {"answered": 73, "silent": FRAME - 73}
    assert Counter(row["q2"] for row in rows) == {"ja": 4, "nej": 66, None: FRAME - 70}
    assert Counter(row["q2_missing"] for row in rows if row["q2"] is None) == {"silent": 217, "not_reported": 3}


@pytest.mark.parametrize("question", ["q2", "q3", "q4", "q8"])
def test_the_rows_of_the_demonstration_give_its_figures(released, question):
    rows = Counter(row[question] for row in released["demo"].table("municipalities").records())
    figures = [row for row in released["demo"].table("figures").records() if row["question"] == question]
    assert {row["option"]: row["count"] for row in figures} == {row["option"]: rows[row["option"]] for row in figures}
