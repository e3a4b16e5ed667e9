"""No column, key or field bears the name of what is never collected, each with its reason."""

import pytest
from django.apps import apps

from bredvid.register.codebook import current
from bredvid.register.codebook.never import forbids, never_collected

COLUMNS = sorted(
    {
        f"{model.__name__}.{field.name}"
        for model in apps.get_app_config("register").get_models()
        for field in model._meta.local_concrete_fields
    }
)


@pytest.mark.parametrize("entry", never_collected(), ids=lambda entry: entry.en)
def test_each_has_its_reason_and_words_that_would_be_found(entry):
    assert entry.why_sv.endswith(".")
    assert entry.why_en.endswith(".")
    assert entry.words
    for word in entry.words:
        assert forbids(f"her_{word}") is not None


@pytest.mark.parametrize("column", COLUMNS)
def test_no_column_collects_it(column):
    assert forbids(column.split(".")[1]) is None


@pytest.mark.parametrize("variable", current().variables, ids=lambda variable: variable.code)
def test_no_variable_collects_it(variable):
    assert forbids(variable.column) is None


@pytest.mark.parametrize("name", ["phone", "her_name", "created_at", "ip", "note_sv", "exact_age", "description"])
def test_a_column_that_would_is_found(name):
    assert forbids(name) is not None


@pytest.mark.parametrize("name", ["naming", "tip", "channel", "first_month", "age", "change_health"])
def test_a_column_that_would_not_is_free(name):
    assert forbids(name) is None
