"""The glossary binds each English term to its Swedish one, and knows every class that a developer meets."""

import re
from pathlib import Path

import pytest
from django.apps import apps

GLOSSARY = Path(__file__).resolve().parents[1] / "docs" / "glossary.md"
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in GLOSSARY.read_text("utf-8").splitlines()
    if line.startswith("| ") and not line.startswith(("| English", "| ---"))
]
CLASSES = [
    model.__name__
    for room in ("places", "register", "review", "webaudit")
    for model in apps.get_app_config(room).get_models()
]


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_a_developer_meets_is_explained(name):
    assert f"`{name}`" in {term for term, _swedish, _meaning in ROWS}


def test_a_term_in_code_style_is_a_class():
    terms = {found for term, _swedish, _meaning in ROWS for found in re.findall(r"`(\w+)`", term)}
    assert terms == set(CLASSES)


def test_every_row_has_an_english_term_a_swedish_one_and_a_meaning():
    assert len(ROWS) >= 70
    assert all(len(row) == 3 and all(row) for row in ROWS)


def test_an_english_term_has_one_meaning():
    terms = [term for term, _swedish, _meaning in ROWS]
    assert sorted(terms) == sorted(set(terms))
