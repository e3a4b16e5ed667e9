"""Rounds are loaded from files, once and the same, and a wrong file is refused by name."""

import shutil
from pathlib import Path

import pytest

from bredvid.places.models import Municipality
from bredvid.review.actions import load
from bredvid.review.documents import DocumentError
from bredvid.review.loading import ROUNDS
from bredvid.review.models import PublishedFigure, Round


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the rounds to spoil."""
    return shutil.copytree(ROUNDS, tmp_path / "rounds")


def spoil(files: Path, name: str, old: str, new: str) -> None:
    path = files / "2025" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_loading_again_changes_nothing(loaded):
    figures = set(PublishedFigure.objects.values_list("pk", "option", "count"))
    assert load().writes == 0
    assert set(PublishedFigure.objects.values_list("pk", "option", "count")) == figures


def test_a_changed_figure_changes_one_row(loaded, files):
    spoil(files, "figures.toml", "count = 22", "count = 21")
    assert load(rounds=files).writes >= 1
    assert PublishedFigure.objects.get(round="2025", option__code="god").count == 21


@pytest.mark.parametrize(
    ("name", "old", "new", "says"),
    [
        ("round.toml", 'year = 2025', 'year = "2025"', r"2025/round.toml \[round\]: 'year' should be int"),
        ("round.toml", "frame_size = 290", "", "'frame_size' is missing"),
        ("questionnaire.toml", 'kind = "ordinal"', 'kind = "scale"', "question q4: 'kind' should be one of"),
        ("questionnaire.toml", 'depends_on = "q2.ja"', 'depends_on = "q2.jo"', "question q2a depends_on.*'q2.jo'"),
        ("figures.toml", 'key = "q2.ja"', 'key = "q2.jo"', "2025/figures.toml: .* no answer 'q2.jo'"),
        ("figures.toml", "count = 66", "count = -66", "negative"),
        ("figures.toml", "count = 66", "", "q2.nej: give a count or words"),
        ("figures.toml", "count = 66", "count = 70", "sum to 74, but only 73 were asked"),
        ("figures.toml", 'words_en = "a majority"', "", "q7.nej: words need both"),
        ("figures.toml", "count = 66", "counts = 66", "unknown key 'counts'"),
        ("names.toml", 'municipality = "Pajala"', 'municipality = "Pajjala"', "'Pajjala' is no municipality"),
        ("quotes.toml", 'question = "q6"', 'question = "q66"', "no question 'q66'"),
        ("figures.toml", "[[figure]]", "[[figure]", "not valid TOML"),
        ("claims.toml", 'kind = "total"', 'kind = "totals"', "claims.toml knowledge-middle: unknown kind 'totals'"),
        ("claims.toml", "stated = 53", 'stated = "53"', "'stated' should be int"),
        ("claims.toml", '"q4.god", "q4.viss"], stated', '"q4.god", "q4.wiss"], stated', "'q4.wiss' has no count"),
        ("claims.toml", 'scope = "frame"', 'scope = "everybody"', "nine-of-ten: 'everybody' is not a valid Scope"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_by_name_and_nothing_is_written(loaded, files, name, old, new, says):
    before = set(PublishedFigure.objects.values_list("option", "count"))
    spoil(files, name, old, new)
    with pytest.raises(DocumentError, match=says):
        load(rounds=files)
    assert set(PublishedFigure.objects.values_list("option", "count")) == before


def test_without_the_municipalities_the_cure_is_named(db):
    assert not Municipality.objects.exists()
    with pytest.raises(DocumentError, match="bredvid places load"):
        load()
    assert not Round.objects.exists()
