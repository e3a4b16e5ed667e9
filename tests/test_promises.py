"""The page of promises names only tests that exist, and says of each promise what is not stopped or not built."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "promises.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`([\w/]+\.py)::(\w+)`", PAGE)))
PROMISES = re.split(r"^## ", PAGE, flags=re.MULTILINE)[1:]


@pytest.mark.parametrize(("path", "name"), NAMED)
def test_a_test_named_by_a_promise_exists(path, name):
    tree = ast.parse((ROOT / path).read_text("utf-8"))
    assert name in {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)}


def test_there_are_five_promises():
    assert [promise.split(".")[0] for promise in PROMISES] == ["1", "2", "3", "4", "5"]


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.splitlines()[0])
def test_a_promise_names_a_test_or_says_that_it_is_not_built(promise):
    assert "::test_" in promise or "**Not built yet.**" in promise


def test_every_row_says_who_how_what_not_and_which_test():
    rows = [line.strip("|").split("|") for line in PAGE.splitlines() if line.startswith("| ") and "---" not in line]
    rows = [row for row in rows if row[0].strip() != "who could break it"]
    assert rows
    for row in rows:
        assert len(row) == 4
        assert all(cell.strip() for cell in row)
        assert "::test_" in row[3]
