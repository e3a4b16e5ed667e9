"""What cannot be used is refused by sheet, row and column, in clear words and all at once."""

import pytest

from bredvid.review.xlsform.tests.books import CHOICES, SURVEY, book, refused, survey_of

L = [("l", "a", "A"), ("l", "b", "B")]
WIDE = (*SURVEY, "calculation", "choice_filter", "default", "appearance", "parameters", "read_only")


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("calculate", "x", ""), "column type: the type 'calculate' cannot be used here"),
        (("begin repeat", "x", "X"), "column type: nothing is repeated here"),
        (("geopoint", "x", "X"), "column type: the type 'geopoint' cannot be used here"),
        (("image", "x", "X"), "column type: the type 'image' cannot be used here"),
        (("rank l", "x", "X"), "column type: the type 'rank l' cannot be used here"),
        (("select_one_from_file a.csv", "x", "X"), "column type: the type 'select_one_from_file a.csv' cannot"),
        (("select_one", "x", "X"), "column type: the type 'select_one' cannot be used here"),
        (("select_one l or_other", "x", "X"), "column type: or_other cannot be used; write the other answer as"),
        (("select_one gone", "x", "X"), "column type: the choices have no list 'gone'"),
        (("", "x", "X"), "column type: the type is missing"),
        (("text", "", "X"), "column name: the name is missing"),
        (("text", "x y", "X"), "column name: 'x y' cannot be a name"),
        (("text", "first", "X"), "column name: 'first' is also on row 2"),
        (("text", "x", ""), "column label: the text is missing"),
        (("text", "x", "Hej ${first}"), "column label: an answer inside a text, ${…}, cannot be shown"),
        (("text", "x", "X", "maybe"), "column required: 'maybe' is neither yes nor no"),
        (("text", "x", "X", "${first} = 'a'"), "neither yes nor no"),
        (("text", "x", "X", "", "jr:choice-name(${first}) = 'A'"), "column relevant: character 3: ':' cannot be"),
        (("text", "x", "X", "", "indexed(1) = 2"), "column relevant: character 1: 'indexed' is not a word that can be"),
        (("text", "x", "X", "", "${later} = 'a'"), "column relevant: there is no question 'later'"),
        (("text", "x", "X", "", "${first} = 'c'"), "column relevant: question 'first' has no answer 'c'"),
        (("text", "x", "X", "", "${x} = 'c'"), "column relevant: a question cannot depend on its own answer"),
        (("text", "x", "X", "", "", ". > 3"), "column constraint: a number cannot be compared with a text"),
        (("text", "x", "X", "", "", "", "1 + 1"), "column calculation: nothing is calculated here"),
        (("select_one l", "x", "X", "", "", "", "", "a = ${first}"), "column choice_filter: options cannot be"),
        (("text", "x", "X", "", "", "", "", "", "a"), "column default: no answer is filled in beforehand here"),
        (("date", "x", "X", "", "", "", "", "", "", "month-year"), "column appearance: the appearance 'month-year'"),
        (("integer", "x", "X", "", "", "", "", "", "", "", "start=1"), "column parameters: parameters cannot be used"),
        (("text", "x", "X", "", "", "", "", "", "", "", "", "yes"), "column read_only: a question that nobody can"),
        (("end group",), "column type: no group begins before"),
        (("begin group", "g", "G"), "column type: the group has no end"),
        (("begin group", "g", "G", "yes"), "column required: a group cannot have this"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_used_is_named(row, problem):
    problems = refused(survey_of(("select_one l", "first", "Först"), row, choices=L, header=WIDE))
    assert any(each.startswith("survey, row 3, ") and problem in each for each in problems), problems


def test_empty_rows_are_counted_as_a_spreadsheet_counts_them():
    assert refused(survey_of((), ("text", "a", "A"), (), (), ("text", "b", ""))) == [
        "survey, row 6, column label: the text is missing"
    ]


def test_a_group_inside_a_group_is_refused():
    rows = [("begin group", "a", "A"), ("begin group", "b", "B"), ("text", "q", "Q"), ("end group",), ("end group",)]
    assert refused(survey_of(*rows)) == [
        "survey, row 3, column type: a group inside a group; end the first one before",
        "survey, row 6, column type: no group begins before",
    ]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (("", "c", "C"), "choices, row 4, column list_name: the name of the list is missing"),
        (("l", "", "C"), "choices, row 4, column name: the name is missing"),
        (("l", "a", "C"), "choices, row 4, column name: 'a' stands twice in the list"),
        (("l", "c", ""), "choices, row 4, column label: the text is missing"),
        (("l", "c", "x" * 201), "choices, row 4, column label: the text is longer than 200 characters"),
    ],
)
def test_a_choice_that_cannot_be_used_is_named(row, problem):
    assert refused(survey_of(("select_one l", "q", "Q"), choices=[*L, row])) == [problem]


@pytest.mark.parametrize(
    ("settings", "problem"),
    [
        ([("version",), ("2026031501",)], "column version: '2026031501' is no version here"),
        ([("version",), ("1.5",)], "column version: '1.5' is no version here"),
        ([("form_title",), ("x" * 201,)], "column form_title: the text is longer than 200 characters"),
        ([("form_title",), ("A",), ("B",)], "the settings have one row"),
        ([("form_id", "id_string"), ("a", "b")], "settings, row 1, column id_string: the column stands twice"),
    ],
)
def test_settings_that_cannot_be_used_are_named(settings, problem):
    problems = refused(survey_of(("text", "q", "Q"), settings=settings))
    assert len(problems) == 1
    assert problem in problems[0]


@pytest.mark.parametrize(
    ("attribute", "value", "problem"),
    [
        ("kind", "multiple", "the type select_one cannot be of the kind 'multiple'; it can be single, ordinal, count"),
        ("exclusivity", "some", "'some' is not one of exclusive, multiple, undeclared"),
        ("persons", "many", "'many' is neither yes nor no"),
        ("coded", "yes", "what is coded afterwards is answered in own words, so its type is text"),
        ("depends_on", "first.a", "it hangs on 'first.a', so relevant begins with selected(${first}, 'a')"),
        ("short_sv", "x" * 121, "the text is longer than 120 characters"),
        ("recommendation", "R1234", "the text is longer than 4 characters"),
    ],
)
def test_our_own_columns_are_checked_too(attribute, value, problem):
    column = f"bind::bredvid:{attribute}"
    rows = [("select_one l", "first", "F"), ("select_one l", "q", "Q", "", "", "", value)]
    problems = refused(survey_of(*rows, choices=L, header=(*SURVEY, column)))
    assert len(problems) == 1
    assert problems[0].startswith(f"survey, row 3, column {column}: {problem}")


def test_a_condition_that_was_changed_beside_its_follow_up_is_noticed():
    header = (*SURVEY, "bind::bredvid:depends_on")
    first = ("select_one l", "first", "F")
    same = ("text", "q", "Q", "", "selected(${first}, 'a') and (${first} != '')", "", "first.a")
    changed = ("text", "q", "Q", "", "selected(${first}, 'b')", "", "first.a")
    assert refused(survey_of(first, same, choices=L, header=header)) == []
    assert len(refused(survey_of(first, changed, choices=L, header=header))) == 1


def test_everything_that_is_wrong_is_said_at_once_in_the_order_of_the_sheet():
    content = survey_of(
        ("geopoint", "a", "A"), ("text", "b", ""), ("text", "c", "C", "perhaps"), choices=[("l", "", "X")]
    )
    assert [each.partition(":")[0] for each in refused(content)] == [
        "survey, row 2, column type",
        "survey, row 3, column label",
        "survey, row 4, column required",
        "choices, row 2, column name",
    ]


def test_a_form_without_a_question_is_refused():
    assert refused(book(survey=[SURVEY, ("begin group", "g", "G"), ("end group",)])) == ["survey: there is no question"]
    assert refused(book(blad1=[("Hej",)], choices=[CHOICES])) == [
        "survey: the sheet is missing; is this an XLSForm?",
        "survey: there is no question",
    ]


def test_sheets_that_change_what_a_form_does_are_refused():
    content = survey_of(("text", "q", "Q"), entities=[("dataset",), ("people",)])
    assert refused(content) == ["entities: such a sheet cannot be used here"]
