"""Forms that others made: what they are read as."""

import pytest

from bredvid.review.xlsform.tests.books import CHOICES, SURVEY, book, questions_of, read_it, remarks_of, survey_of

YES_NO = [("yn", "Ja", "Ja"), ("yn", "Nej!", "Nej")]
BILINGUAL = ("type", "name", "label::Svenska (sv)", "label::English (en)", "hint::sv", "hint::en", "required",
             "relevant", "constraint", "constraint_message::Svenska", "constraint_message::English")  # fmt: skip


def test_a_form_with_everything_is_read():
    content = book(
        survey=[
            BILINGUAL,
            ("start", "start"),
            ("begin group", "contact", "Om er", "About you"),
            ("text", "Kommun", "Vad heter kommunen?", "What is the municipality?", "Hela namnet", "In full", "yes"),
            ("integer", "staff", "Hur många?", "How many?", "", "", "", "", ". >= 0", "Minst noll", "At least 0"),
            ("end group",),
            (),
            ("begin_group", "support", "Stöd", "Support", "", "", "", "${staff} > 0"),
            ("select_one yn", "has", "Finns stöd?", "Is there support?", "", "", "true()"),
            ("select_multiple kind", "which", "Vilket?", "Which?", "", "", "", "${has} = 'Ja'"),
            ("decimal", "share", "Andel", "Share"),
            ("date", "since", "Sedan när?", "Since when?", "", "", "no", "selected(${which}, '1')"),
            ("note", "thanks", "Tack!", "Thank you!"),
            ("end_group",),
        ],
        choices=[
            ("list_name", "name", "label::Svenska (sv)", "label::English (en)"),
            *[(*row, f"{row[2]} en") for row in YES_NO],
            ("kind", 1, "Pengar", "Money"),
            ("kind", 2, "Samtal", "Talks"),
        ],
        settings=[("form_title", "form_id", "version"), ("Stöd i kommunen", "Stod 2026", 3)],
    )  # fmt: skip
    imported = read_it(content)
    row = imported.questionnaire
    assert (row["code"], row["version"], row["title_sv"], row["title_en"]) == (
        "stod-2026", 3, "Stöd i kommunen", "Stöd i kommunen",
    )  # fmt: skip
    assert [(each["code"], each["title_en"], each["relevant"]) for each in row["sections"]] == [
        ("contact", "About you", ""),
        ("support", "Support", "${staff} > 0"),
    ]
    questions = {question["code"]: question for question in questions_of(imported)}
    assert {code: question["kind"] for code, question in questions.items()} == {
        "kommun": "text", "staff": "integer", "has": "single", "which": "multiple", "share": "decimal",
        "since": "date", "thanks": "note",
    }  # fmt: skip
    assert questions["kommun"]["required"]
    assert questions["kommun"]["hint_en"] == "In full"
    assert questions["staff"]["constraint_message_sv"] == "Minst noll"
    assert [option["code"] for option in questions["has"]["options"]] == ["ja", "nej"]
    assert [option["code"] for option in questions["which"]["options"]] == ["1", "2"]
    assert questions["which"]["relevant"] == "${has} = 'ja'"
    assert questions["since"]["relevant"] == "selected(${which}, '1')"
    assert remarks_of(imported) == [
        "survey, row 2, column type: 'start' is not gathered here",
        "survey, row 5, column type: each number is published as it stands; if it counts persons, write yes in a "
        "column bind::bredvid:persons",
        "settings, row 2, column form_id: the questionnaire gets the code 'stod-2026'",
        "survey, row 4, column name: Kommun gets the code kommun",
    ]


def test_a_form_in_one_language_is_swedish_unless_it_says_otherwise():
    rows = [("text", "q1", "What is it?")]
    swedish = read_it(survey_of(*rows))
    english = read_it(survey_of(*rows, settings=[("default_language",), ("English (en)",)]))
    for imported, missing in ((swedish, "English"), (english, "Swedish")):
        question = questions_of(imported)[0]
        assert question["text_sv"] == question["text_en"] == "What is it?"
        assert any(f"1 rows have no {missing} text" in each.message for each in imported.warnings)


def test_questions_outside_every_group_get_sections_of_their_own():
    content = survey_of(
        ("text", "first", "Först"),
        ("begin group", "middle", "Mitten"),
        ("text", "second", "Sedan"),
        ("end group",),
        ("text", "third", "Sist"),
    )
    sections = read_it(content).questionnaire["sections"]
    assert [(each["code"], each["title_sv"]) for each in sections] == [
        ("fragor", "Frågor"), ("middle", "Mitten"), ("fragor-", "Frågor"),
    ]  # fmt: skip


def test_a_long_label_is_cut_at_a_word_for_the_short_name():
    label = "Hur många kvinnor och tjejer fick stöd av kommunen under förra året, räknat på alla enheter?"
    question = questions_of(read_it(survey_of(("text", "q1", label))))[0]
    assert question["text_sv"] == label
    assert question["short_sv"] == "Hur många kvinnor och tjejer fick stöd av kommunen under förra året, räknat på…"


def test_names_become_codes_and_conditions_follow():
    rows = [
        ("select_one yn", "Household_members_have_work", "Fråga"),
        ("text", "household_members_have_home", "Fråga", "", "${Household_members_have_work} != 'Nej!'"),
        ("text", "Ålder", "Fråga", "", "selected( ${Household_members_have_work},'Ja' )"),
        ("text", "ålder", "Fråga", "", "${Ålder} = 'Nej!'"),
    ]
    questions = questions_of(read_it(survey_of(*rows, choices=YES_NO)))
    assert [each["code"] for each in questions] == [
        "household_members_ha", "household_members-2", "alder", "alder-2",
    ]  # fmt: skip
    assert [each["relevant"] for each in questions] == [
        "", "${household_members_ha} != 'nej'", "selected(${household_members_ha}, 'ja')", "${alder} = 'Nej!'",
    ]  # fmt: skip


def test_what_only_looks_different_is_passed_over_with_a_remark():
    content = survey_of(
        ("select_one yn", "q1", "Fråga", "", "", "", "minimal", "bild.png", "Förklaring"),
        choices=YES_NO,
        header=(*SURVEY, "appearance", "media::image", "comment"),
        notes=[("Hej",)],
        settings=[("form_title", "style"), ("Prov", "pages")],
    )
    assert set(remarks_of(read_it(content))) >= {
        "survey, row 2, column appearance: how a question looks is settled here",
        "survey, row 1, column media::image: the column is not read",
        "survey, row 1, column comment: the column is not read",
        "settings, row 1, column style: the column is not read",
        "notes: the sheet is not read",
    }


@pytest.mark.parametrize(
    ("written", "kind"),
    [("select one yn", "single"), ("Select_One yn", "single"), ("select_multiple  yn", "multiple"), ("int", "integer"),
     ("select all that apply from yn", "multiple"), ("string", "text"), ("Note", "note")],
)  # fmt: skip
def test_types_are_read_in_every_usual_spelling(written, kind):
    assert questions_of(read_it(survey_of((written, "q1", "Fråga"), choices=YES_NO)))[0]["kind"] == kind


@pytest.mark.parametrize(
    ("written", "required"),
    [("yes", True), ("TRUE", True), ("true()", True), (True, True), (1, True), ("no", False), (False, False)],
)  # fmt: skip
def test_required_is_yes_or_no_in_every_usual_spelling(written, required):
    assert questions_of(read_it(survey_of(("text", "q1", "Fråga", written))))[0]["required"] is required


def test_code_and_version_can_be_given_whatever_the_file_says():
    content = survey_of(("text", "q1", "Fråga"), settings=[("form_id", "version"), ("a", "2026031501")])
    row = read_it(content, code="b", version=7).questionnaire
    assert (row["code"], row["version"]) == ("b", 7)


def test_column_headings_are_read_in_every_usual_spelling():
    content = book(
        survey=[
            ("Type", "Name", "Label", "bind::relevant"),
            ("select_one l", "q1", "Ett"),
            ("text", "q2", "Två", "${q1} = 'a'"),
        ],
        choices=[("list name", "value", "label"), ("l", "a", "A")],
    )  # fmt: skip
    assert questions_of(read_it(content))[1]["relevant"] == "${q1} = 'a'"
    assert CHOICES[0] == "list_name"
