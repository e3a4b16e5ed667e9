"""The data dictionary agrees with the review room's own lists, and says everything in both languages."""

import pytest

from bredvid.report.data.dictionary import TABLES, code_list, columns_of, entry_of
from bredvid.review.models import Mention, Missing, Question, Respondent
from bredvid.review.rules.finding import Kind

LISTS = {
    "state": Respondent.State,
    "mention": Mention.Kind,
    "missing": Missing,
    "question_kind": Question.Kind,
    "exclusivity": Question.Exclusivity,
}


def test_the_kinds_of_notes_are_those_of_the_rules():
    assert [code.code for code in code_list("finding")] == [kind.value for kind in Kind]


@pytest.mark.parametrize("name", LISTS)
def test_a_closed_list_holds_the_codes_of_the_review_room(name):
    assert [code.code for code in code_list(name)] == LISTS[name].values


@pytest.mark.parametrize("table", TABLES)
def test_every_column_has_a_title_and_an_explanation_in_both_languages(table):
    for column in columns_of(table):
        assert all((column.title_sv, column.title_en, column.about_sv, column.about_en)), column.name


@pytest.mark.parametrize("table", TABLES)
def test_every_key_is_a_column(table):
    names = {column.name for column in columns_of(table)}
    entry = entry_of(table)
    keys = {*entry["primary_key"], *(c for lists in entry.get("foreign_keys", {}).values() for k in lists for c in k)}
    assert keys <= names
