"""A planted missing count and a planted nought, followed through every format."""

import csv
import io
import json

import openpyxl  # type: ignore[import-untyped]
import pytest

from bredvid.report.data.rendering import files_of
from bredvid.report.data.tests.example import ONLY_WORDS, make_figure, make_release

NOUGHT = {"count": 0, "share": 0.0, "valid_share": 0.0}


@pytest.fixture
def content():
    release = make_release(figures=[make_figure("ja", **NOUGHT), make_figure("nej", **ONLY_WORDS)])
    files = files_of(release, base_url="https://bredvid.example/", contact_email="data@bredvid.example")
    return {file.name.removeprefix("DEMO-"): file.content for file in files}


def test_in_csv_missing_is_an_empty_field_with_its_reason_and_nought_is_a_nought(content):
    nought, missing = csv.DictReader(io.StringIO(content["figures.csv"].decode()))
    assert (nought["count"], nought["missing"]) == ("0", "")
    assert (missing["count"], missing["missing"]) == ("", "not_reported")
    assert missing["words_sv"] == "en majoritet"


def test_in_the_workbook_missing_is_no_cell_and_nought_is_a_number(content):
    sheet = openpyxl.load_workbook(io.BytesIO(content["bredvid-x.xlsx"]))["figures"]
    head = [cell.value for cell in sheet[1]]
    place = head.index("count")
    assert sheet[2][place].value == 0
    assert sheet[3][place].value is None
    assert sheet[3][head.index("missing")].value == "not_reported"


def test_in_json_stat_missing_is_null_with_a_status_and_nought_has_none(content):
    cube = json.loads(content["figures.sv.json"])["link"]["item"][0]
    measures = len(cube["dimension"]["measure"]["category"]["index"])
    assert cube["value"][0] == 0
    assert "0" not in cube["status"]
    assert cube["value"][measures] is None
    assert cube["status"][str(measures)] == "not_reported"
