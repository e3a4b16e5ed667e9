"""The JSON-stat document is accepted by a validator of the standard, and gives back what was put in."""

import json
from itertools import product
from typing import Any

import pytest
from jsonstat_validator import validate_jsonstat  # type: ignore[import-untyped]

from bredvid.report.data.jsonstat import MEASURES, jsonstat_bytes
from bredvid.report.data.tests.example import make_release

RELEASE = make_release()


def read_cube(cube: dict[str, Any]) -> dict[tuple[Any, ...], object]:
    """A reader of our own after the standard: row-major order over the categories of `id`."""
    categories = [list(cube["dimension"][name]["category"]["index"]) for name in cube["id"]]
    return dict(zip(product(*categories), cube["value"], strict=True))


@pytest.fixture(params=["sv", "en"])
def collection(request):
    return json.loads(jsonstat_bytes(RELEASE, language=request.param))


def test_the_validator_accepts_the_collection_and_every_cube_in_it(collection):
    assert validate_jsonstat(collection) is True
    assert all(validate_jsonstat(cube) is True for cube in collection["link"]["item"])


def test_the_validator_can_say_no(collection):
    collection["link"]["item"][0]["size"] = [1]
    with pytest.raises(Exception, match="Size array length"):
        validate_jsonstat(collection["link"]["item"][0])


def test_every_figure_comes_back_with_its_interval_and_bounds(collection):
    cells = read_cube(collection["link"]["item"][0])
    for figure in RELEASE.table("figures").records():
        for measure in MEASURES:
            assert cells[("x", figure["option"], measure.column)] == figure[measure.column]


def test_every_municipality_stands_in_its_cube_also_the_silent(collection):
    cells = read_cube(collection["link"]["item"][-1])
    assert [cells[(f"X{n}", "state")] for n in (1, 2, 3, 4)] == ["answered", "answered", "silent", "silent"]
    assert [cells[(f"X{n}", "q1")] for n in (1, 2, 3, 4)] == ["ja", "nej", None, None]
    assert collection["link"]["item"][-1]["status"] == {"5": "silent", "7": "silent"}


def test_the_base_stands_beside_every_figure(collection):
    for figure in collection["link"]["item"][0]["extension"]["figures"].values():
        assert set(figure["base"]) == {"asked", "valid", "frame", "unaccounted", "silent"}


def test_an_invented_round_says_so_in_every_cube(collection):
    assert all(cube["extension"]["demonstration"] for cube in [collection, *collection["link"]["item"]])
