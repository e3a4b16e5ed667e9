"""The SPSS file reads back with every municipality, its labels and every kind of missing answer."""

from datetime import date
from pathlib import Path
from typing import Any

import polars
import pyreadstat
import pytest

from bredvid.report.data.datafile import DataFile
from bredvid.report.data.release import release_of
from bredvid.report.data.rendering import files_of
from bredvid.report.data.spss import sav_bytes
from bredvid.report.data.values import Release
from bredvid.review.projection import build
from bredvid.review.projection.tests.makers import BANDS, UNTOUCHED, case, entry, fieldwork, question

Frame = polars.DataFrame


def read(content: bytes, folder: Path, *, missing: bool = True) -> tuple[Frame, Any]:
    path = folder / "round.sav"
    path.write_bytes(content)
    return pyreadstat.read_sav(path, user_missing=missing, output_format="polars")


@pytest.fixture
def release(db) -> Release:
    """One who answered all, one who knew little, one who was silent."""
    field = fieldwork(
        question("q2", "single", ("ja", "nej", "vet-ej:dont_know"), short_en="In English"),
        question("q3", "multiple", ("a", "b", "vet-ej:dont_know")),
        question("q8", "count", BANDS, persons=True),
        question("n3", "decimal"),
        question("n4", "date", relevant="${q2} = 'ja'"),
        question("by", "text"),
        reminders=["2026-04-01"],
    )
    one, two = case(field, 1), case(field, 2)
    case(field, 3, **UNTOUCHED | {"outcome": "refusal"})
    entry(one, "q2", {"options": ["ja"]})
    entry(one, "q3", {"options": ["b"]})
    entry(one, "q8", {"number": "3", "options": ["0-5"]})
    entry(one, "n3", {"number": "-3.5"})
    entry(one, "n4", {"date": "2026-02-28"})
    entry(one, "by", {"text": "Anna"})
    entry(two, "q2", {"options": ["vet-ej"]})
    entry(two, "q3", {"options": ["vet-ej"]})
    entry(two, "q8", missing="no_statistics")
    entry(two, "n3", missing="refused")
    return release_of(build(field, draft=False, edition=1, published_on=date(2026, 11, 23)))


def test_each_municipality_is_a_row_with_its_answers_or_why_there_is_none(release, tmp_path):
    frame, _ = read(sav_bytes(release, language="sv"), tmp_path)
    wanted = {
        "municipality": ["0001", "0002", "0003"],
        "state": [1, 1, 2],
        "outcome": [1, 1, 3],
        "wave": [1, 1, -7],
        "q2": [1, -2, -7],
        "q3__a": [0, -2, -7],
        "q3__b": [1, -2, -7],
        "q3__vet_ej": [0, 1, -7],
        "q8": [1, -3, -7],
        "n3": [-3.5, -9_000_000_000_004, -9_000_000_000_007],
        "v_by": [1, -5, -7],
    }
    assert {name: frame[name].to_list() for name in wanted} == wanted
    assert str(frame["n4"][0]) == "2026-02-28"


def test_what_is_missing_is_declared_as_missing(release, tmp_path):
    frame, _ = read(sav_bytes(release, language="sv"), tmp_path, missing=False)
    for name in ("q2", "q3__a", "q8", "n3", "n4", "v_by"):
        assert frame[name].is_null().to_list() == [False, True, True], name


def test_labels_stand_in_the_language_of_the_file(release, tmp_path):
    _, swedish = read(sav_bytes(release, language="sv"), tmp_path)
    _, english = read(sav_bytes(release, language="en"), tmp_path)
    assert (swedish.column_names_to_labels["q2"], english.column_names_to_labels["q2"]) == ("q2", "In English")
    assert swedish.variable_value_labels["q8"][-3.0] == "för ingen statistik"
    assert english.variable_value_labels["q8"][-3.0] == "no statistics"
    assert (
        swedish.variable_value_labels["q2"] | {1.0: "ja", 2.0: "nej", -2.0: "vet-ej"}
        == (swedish.variable_value_labels["q2"])
    )
    assert swedish.variable_value_labels["q3__a"][0.0] == "Nej"


def test_levels_of_measurement_are_set(release, tmp_path):
    _, about = read(sav_bytes(release, language="sv"), tmp_path)
    levels = {name: about.variable_measure[name] for name in ("municipality", "q2", "q8", "n3", "n4", "wave")}
    assert levels == {
        "municipality": "nominal", "q2": "nominal", "q8": "ordinal", "n3": "scale", "n4": "scale", "wave": "ordinal",
    }  # fmt: skip


def test_equal_rounds_are_equal_bytes_with_the_day_of_publication(release):
    content = sav_bytes(release, language="sv")
    assert content == sav_bytes(release, language="sv")
    assert content[92:109] == b"23 Nov 2600:00:00"


def test_the_file_is_among_the_files_of_a_round_with_answers_only(released):
    names = {code: [file.name for file in made(release)] for code, release in released.items()}
    assert [name for name in names["2025"] if name.endswith(".sav")] == []
    assert [name for name in names["demo"] if name.endswith(".sav")] == [
        "DEMO-bredvid-demo.sv.sav", "DEMO-bredvid-demo.en.sav",
    ]  # fmt: skip


def made(release: Release) -> tuple[DataFile, ...]:
    return files_of(release, base_url="https://data.example/", contact_email="data@bredvid.example")


def test_every_municipality_of_the_demonstration_is_there(released, tmp_path):
    frame, _ = read(sav_bytes(released["demo"], language="sv"), tmp_path)
    assert frame.height == released["demo"].frame
