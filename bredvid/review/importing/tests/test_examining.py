"""Everything that is not understood is told with its cell, why, and how to mend it; nothing is written."""

import contextlib
import io

import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.django import TestCase

from bredvid.review.fieldwork.saving import save_answer
from bredvid.review.fieldwork.submitting import set_locked
from bredvid.review.fieldwork.tests import makers as field
from bredvid.review.importing.examination import Kind
from bredvid.review.importing.mapping import Column
from bredvid.review.importing.problems import ErrorList
from bredvid.review.importing.tests.makers import examined, fieldwork
from bredvid.review.models import Entry, Fieldwork, ImportBatch
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tests.makers import csv_of, xlsx_of

pytestmark = pytest.mark.django_db
HEAD = ["kod", "q2", "q3b", "q4", "q8", "q11", "q12"]


def only_problem(data: bytes, name: str = "svar.csv", **changes):
    found = examined(fieldwork(), data, name, **changes)
    assert found.problem_count == 1, found.problems
    assert not Entry.objects.exists()
    assert not ImportBatch.objects.exists()
    return found.problems[0]


def row(**answers) -> list[object]:
    return ["0180", *(answers.get(code, "") for code in HEAD[1:])]


def test_a_whole_row_is_understood_whatever_kind_the_questions_are():
    data = csv_of([HEAD, row(q2="Ja", q3b="polis; Tjejjour", q4="LÅG", q8="3", q11="2026-11-23", q12="Som så.")])
    found = examined(fieldwork(), data)
    assert found.understood
    assert {change.question.code: dict(change.new.value) for change in found.changes[Kind.NEW]} == {
        "q2": {"options": ["ja"]},
        "q3b": {"options": ["polis", "jour"]},
        "q4": {"options": ["lag"]},
        "q8": {"number": "3", "options": ["0-5"]},
        "q11": {"date": "2026-11-23"},
        "q12": {"text": "Som så."},
    }


@pytest.mark.parametrize("code", ["9999", "018O", "Atlantis"])
def test_a_wrong_code_is_told(code):
    problem = only_problem(csv_of([HEAD, row(q2="ja"), [code, "nej", "", "", "", "", ""]]))
    assert (problem.cell, problem.column, problem.text) == ("A3", "kod", code)
    assert problem.mend


def test_an_unknown_option_is_told_with_those_there_are():
    problem = only_problem(csv_of([HEAD, row(q2="kanske")]))
    assert (problem.cell, problem.column, problem.text, problem.municipality) == ("B2", "q2", "kanske", "Stockholm")
    assert "kanske" in problem.why
    assert "ja, nej, vet-ej" in problem.mend


def test_two_rows_for_one_municipality_are_both_left():
    found = examined(fieldwork(), csv_of([HEAD, row(q2="ja"), row(q2="nej"), ["0114", "ja"]]))
    assert [(problem.row, problem.municipality) for problem in found.problems] == [(2, "Stockholm"), (3, "Stockholm")]
    assert "2, 3" in found.problems[0].why
    assert (found.rows, found.new) == (1, 1)


def test_a_formula_is_told_by_its_cell_and_how_to_paste_values():
    problem = only_problem(xlsx_of(HEAD, row(q2="ja", q8="=SUM(A1:A2)")), "svar.xlsx")
    assert problem.cell == "E2"
    assert "SUM(A1:A2)" in problem.why


def test_a_formula_for_the_code_is_told_too():
    assert only_problem(xlsx_of(HEAD, ["=A5", "ja"], ["0114", "ja"]), "svar.xlsx").cell == "A2"


@pytest.mark.parametrize(
    ("answers", "cell"),
    [
        ({"q8": "-3"}, "E2"),
        ({"q8": "3,5"}, "E2"),
        ({"q8": "många"}, "E2"),
        ({"q4": "2"}, "D2"),
        ({"q3b": "polis;tull"}, "C2"),
        ({"q11": "i våras"}, "F2"),
        ({"q12": "x" * 10_001}, "G2"),
    ],
)
def test_what_is_no_answer_to_its_question_is_told(answers, cell):
    problem = only_problem(csv_of([HEAD, row(q2="ja", **answers), ["0114", "ja"]]))
    assert problem.cell == cell
    assert problem.why
    assert problem.mend


def test_a_band_that_became_a_date_is_told_as_such():
    from datetime import date

    problem = only_problem(xlsx_of(HEAD, row(q2="ja", q8=date(2026, 6, 14))), "svar.xlsx")
    assert "2026-06-14" in problem.why
    assert "6–14" in problem.mend


def test_a_row_with_one_cell_not_understood_is_left_whole():
    found = examined(fieldwork(), csv_of([HEAD, row(q2="ja", q4="kanske")]))
    assert (found.rows, found.refused, found.new) == (0, 1, 0)


@pytest.mark.parametrize(
    "name", ["180", "0180", "Stockholm", "stockholms stad", "STOCKHOLMS  KOMMUN", "Stockholm kommun"]
)
def test_a_municipality_is_known_by_what_people_call_it(name):
    found = examined(fieldwork(), csv_of([["kommun", "q2"], ["0114", "nej"], ["Järfälla", "nej"], [name, "ja"]]))
    assert not found.problem_count
    assert "Stockholm" in {change.case.name for change in found.changes[Kind.NEW]}


def test_every_municipality_is_known_by_each_of_its_names(db):
    from bredvid.places.models import Municipality
    from bredvid.review.importing.cases import municipalities_of

    places = municipalities_of(fieldwork())
    for place in Municipality.objects.all():
        for name in (place.name, place.legal_name, place.own_name, f"{place.name} kommun", f"{place.name}s kommun"):
            found = places.by_name(name)
            assert found is not None, name
            assert found.code == place.code, name


def test_letters_of_two_signs_are_letters_all_the_same():
    import unicodedata

    name = unicodedata.normalize("NFD", "Järfälla")
    assert examined(fieldwork(), csv_of([["kommun", "q2"], [name, "ja"]])).new == 1


def test_a_lost_nought_is_put_back_and_told():
    found = examined(fieldwork(), csv_of([HEAD, ["180", "ja"]]))
    assert found.new == 1
    assert "0180" in " ".join(found.notes)


def test_a_code_and_a_name_that_disagree_are_told():
    problem = only_problem(
        csv_of([["kod", "kommun", "q2"], ["0114", "Upplands Väsby", "ja"], ["0180", "Göteborg", "ja"]])
    )
    assert "Stockholm" in problem.why
    assert "Göteborg" in problem.why


def test_a_misspelt_name_is_met_with_the_nearest():
    problem = only_problem(csv_of([["kommun", "q2"], ["Järfälla", "ja"], ["Stokholm", "ja"]]))
    assert "Stockholm?" in problem.mend


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("finns ingen statistik", "no_statistics"),
        ("Vet ej", "dont_know"),
        ("-", "blank"),
        ("Ej besvarad", "blank"),
        ("[refused]", "refused"),
    ],
)
def test_words_for_no_answer_become_reasons_and_never_nought(text, reason):
    found = examined(fieldwork(), csv_of([HEAD, row(q8=text)]))
    (change,) = found.changes[Kind.NEW]
    assert (dict(change.new.value), change.new.missing) == ({}, reason)


@pytest.mark.parametrize(("text", "band"), [("över 30", "over-30"), ("6 – 14", "6-14"), ("'0-5", "0-5")])
def test_a_band_of_persons_is_read_as_people_write_it(text, band):
    (change,) = examined(fieldwork(), csv_of([HEAD, row(q8=text)])).changes[Kind.NEW]
    assert dict(change.new.value) == {"options": [band]}


def test_how_words_were_taken_is_told():
    found = examined(fieldwork(), csv_of([HEAD, row(q2="JA", q8="vet inte")]))
    assert found.readings == [("q2", "JA", "ja"), ("q8", "vet inte", "dont_know")]


def test_an_empty_cell_says_nothing():
    found = examined(fieldwork(), csv_of([HEAD, row(), ["0114", "ja"]]))
    assert (found.empty, found.new, found.problem_count) == (1, 1, 0)


def test_a_column_for_each_option_makes_one_answer():
    data = csv_of(
        [["kod", "q3b/polis", "q3b/jour", "q3b [skola]"], ["0180", "x", "Nej", "1"], ["0114", "nej", "nej", ""]]
    )
    found = examined(fieldwork(), data)
    assert [dict(change.new.value) for change in found.changes[Kind.NEW]] == [
        {"options": ["polis", "skola"]},
        {"options": []},
    ]


def test_their_own_words_are_read_as_the_mapping_says():
    columns = (Column(header="program", question="q2", values={"Inte än": "nej", "?": "[no_statistics]"}),)
    data = csv_of([["kod", "program"], ["0180", "inte än"], ["0114", "?"]])
    found = examined(fieldwork(), data, columns=columns)
    assert [(dict(c.new.value), c.new.missing) for c in found.changes[Kind.NEW]] == [
        ({"options": ["nej"]}, ""),
        ({}, "no_statistics"),
    ]


def test_columns_that_nobody_has_said_anything_of_are_told():
    found = examined(fieldwork(), csv_of([[*HEAD, "handläggare"], [*row(q2="ja"), "N.N."]]))
    assert found.unmapped == ["handläggare"]
    assert not found.understood


def test_municipalities_that_are_not_in_the_file_are_no_fault():
    found = examined(fieldwork(), csv_of([HEAD, row(q2="ja")]))
    assert found.understood
    assert found.absent_count == 289


def test_a_locked_case_is_told_and_left():
    round_ = fieldwork()
    set_locked(case=field.case(round_), locked=True)
    found = examined(round_, csv_of([HEAD, row(q2="ja")]))
    assert (found.locked, found.new) == (["Stockholm"], 0)


def test_what_the_municipality_has_answered_otherwise_is_a_conflict():
    round_ = fieldwork()
    case = field.case(round_)
    save_answer(case=case, question=field.question_of(case, "q2"), value={"options": ["nej"]}, seen=0)
    found = examined(round_, csv_of([HEAD, row(q2="ja", q4="god")]))
    assert (found.conflicts, found.new, found.changed) == (1, 1, 0)


@pytest.mark.parametrize(
    "changes",
    [
        {"code": "finns ej"},
        {"code": "", "name": ""},
        {"columns": (Column(header="q2", question="q99"),)},
        {"columns": (Column(header="borta", question="q2"),)},
        {"columns": (Column(header="q2", question="q2", option="ja"),)},
        {"columns": (Column(header="q2", question="q2", values={"x": "kanske"}),)},
        {"columns": ()},
        {"missing": {"x": "kanske"}},
    ],
)
def test_a_mapping_that_fits_neither_file_nor_form_is_refused_in_one_line(changes):
    with pytest.raises(ImportRefused) as refused:
        examined(fieldwork(), csv_of([HEAD, row(q2="ja")]), **changes)
    assert "\n" not in str(refused.value)


def test_the_list_of_faults_is_whole_where_the_page_is_not():
    from bredvid.review.importing.examining import examine
    from bredvid.review.importing.tests.makers import read

    round_ = fieldwork()
    table, mapping = read(round_, csv_of([HEAD, ["0180", "ja"], *([n, "ja"] for n in range(5000, 9000))]))
    out = io.StringIO()
    found = examine(round_, table, mapping, keep=10, on_problem=ErrorList(out).add)
    assert (found.problem_count, len(found.problems)) == (4000, 10)
    assert out.getvalue().count("\r\n") == 4001


def test_nothing_in_the_list_of_faults_is_run_by_a_spreadsheet():
    found = examined(fieldwork(), csv_of([HEAD, ["0114", "ja"], row(q2="=cmd|' /C calc'!A0")]))
    out = io.StringIO()
    list_ = ErrorList(out)
    for problem in found.problems:
        list_.add(problem)
    line = out.getvalue().splitlines()[1]
    assert ";'=cmd" in line or "\"'=cmd" in line


class RandomTables(TestCase):
    round_: Fieldwork

    @settings(max_examples=60)
    @given(st.lists(st.lists(st.text(max_size=12) | st.sampled_from(
        ["kod", "0180", "Stockholm", "q2", "q3b", "q8", "ja", "nej", "-", "3", "[blank]", "'6-14", "=1"]), max_size=6),
        max_size=8))  # fmt: skip
    def test_random_tables_give_an_examination_or_a_refusal(self, rows):
        import csv
        import io

        out = io.StringIO()
        csv.writer(out, delimiter=";").writerows(rows)
        with contextlib.suppress(ImportRefused):
            found = examined(RandomTables.round_, out.getvalue().encode("utf-8", "replace"))
            assert found.rows + found.refused + found.empty + len(found.locked) <= len(rows)
        assert not Entry.objects.exists()

    @classmethod
    def setUpTestData(cls):
        cls.round_ = fieldwork(code="slump")
