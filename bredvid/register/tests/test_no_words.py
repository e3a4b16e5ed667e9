"""There is no column for words, and no column or key that the codebook does not know."""

import pytest
from django.apps import apps
from django.db import models

from bredvid.register.codebook import current
from bredvid.register.models import Contact, CountedYear, FollowUpAnswer, Outreach, PeriodYear

MODELS = list(apps.get_app_config("register").get_models())
NUMBERS_DAYS_YES_AND_NO = (models.IntegerField, models.DateField, models.BooleanField, models.ForeignKey)
# Sums: whole numbers by the codebook's columns and codes. What they may hold is tested where they are made.
SUMS = {("Summary", "figures"), ("FrozenYear", "figures")}
# What a row needs to be a row. Everything else must be a column of the codebook.
OF_THE_ROW = {
    Contact: {"id", "unit", "period", "in_period", "tallied", "batch"},
    PeriodYear: {"id", "period", "year", "first", "first_month"},
    CountedYear: {"id", "unit", "year", "first", "quarter"},
    FollowUpAnswer: {"id", "unit", "months"},
    Outreach: {"id", "unit"},
}
ON = {Contact: "contact", PeriodYear: "year", CountedYear: "year", FollowUpAnswer: "answer", Outreach: "outreach"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_column_is_a_whole_number_a_day_yes_or_no_or_leads_to_a_row(model):
    for field in model._meta.local_concrete_fields:
        if (model.__name__, field.name) in SUMS:
            assert isinstance(field, models.JSONField)
        else:
            assert isinstance(field, NUMBERS_DAYS_YES_AND_NO), field
            assert not isinstance(field, models.DateTimeField), "a day has no clock time"


@pytest.mark.parametrize("model", ON, ids=lambda model: model.__name__)
def test_every_other_column_is_the_codebooks_and_every_variable_has_its_column(model):
    columns = {field.name for field in model._meta.local_concrete_fields} - OF_THE_ROW[model]
    expected = {variable.column for variable in current().on(ON[model], coded=False)}
    # A year knows its months by itself.
    assert columns - {"month"} == expected - {"month"}


@pytest.mark.parametrize("model", ON, ids=lambda model: model.__name__)
def test_a_mask_is_a_big_number_and_a_single_code_a_small_one(model):
    for variable in current().on(ON[model]):
        field = model._meta.get_field(variable.column)
        assert isinstance(field, models.BigIntegerField) is variable.is_multiple, variable.column
