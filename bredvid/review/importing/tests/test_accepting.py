"""Accepting writes everything or nothing, the same only once, and never over the municipality's own word unasked."""

import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.django import TestCase

from bredvid.accounts.activity import verify
from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import staff_with
from bredvid.review.answers_file.writing import answers_csv
from bredvid.review.fieldwork.saving import Conflict, NotOpen, save_answer
from bredvid.review.fieldwork.submitting import reopen, set_locked
from bredvid.review.fieldwork.tests import makers as field
from bredvid.review.importing import writing
from bredvid.review.importing.accepting import accept
from bredvid.review.importing.batches import put_aside, same_file
from bredvid.review.importing.tests.makers import accepted, answers, fieldwork, option, question, questions, waiting
from bredvid.review.importing.withdrawing import withdraw
from bredvid.review.models import Case, Entry, Fieldwork, ImportBatch
from bredvid.sheets.errors import ImportRefused
from bredvid.sheets.tests.makers import csv_of

pytestmark = pytest.mark.django_db
FILE = csv_of([["kod", "q2", "q8"], ["0180", "ja", "3"], ["0114", "nej", "vet ej"]])
CHANGED = csv_of([["kod", "q2", "q8"], ["0180", "nej", "3"], ["0114", "nej", "vet ej"]])


def own_answer(round_, value: str = "nej", code: str = "0180"):
    case = field.case(round_, code)
    save_answer(case=case, question=field.question_of(case, "q2"), value={"options": [value]}, seen=0)
    return case


def test_accepted_answers_hold_and_say_where_they_are_from():
    round_, by = fieldwork(), staff_with("reviewer")
    batch = waiting(round_, FILE)
    accept(batch=batch, by=by)
    assert answers(round_) == {
        ("0180", "q2"): {"options": ["ja"]},
        ("0180", "q8"): {"number": "3", "options": ["0-5"]},
        ("0114", "q2"): {"options": ["nej"]},
        ("0114", "q8"): "dont_know",
    }
    assert set(Entry.objects.values_list("origin", "staff", "batch")) == {("import", by.pk, batch.pk)}


def test_the_log_says_who_and_how_many_but_never_what():
    batch = waiting(fieldwork(), FILE)
    accept(batch=batch, by=staff_with("reviewer"))
    entry = ActivityEntry.objects.get()
    assert (entry.action, entry.subject) == ("import.run", f"2031/import/{batch.pk}")
    assert "4 answers, 2 rows" in entry.detail
    assert verify().whole


def test_imported_twice_is_imported_once_under_another_name_too():
    round_ = fieldwork()
    first = accepted(round_, FILE)
    again = accepted(round_, FILE, name="samma fil.csv")
    assert Entry.objects.count() == 4
    assert again.summary["figures"]["written"] == 0
    assert same_file(again) == first


def test_a_changed_file_adds_revisions_and_keeps_the_former():
    round_ = fieldwork()
    accepted(round_, FILE)
    accepted(round_, CHANGED)
    history = Entry.objects.filter(case__code="0180", question__code="q2").order_by("revision")
    assert [(entry.revision, entry.superseded, entry.value["options"]) for entry in history] == [
        (1, True, ["ja"]),
        (2, False, ["nej"]),
    ]


def test_the_municipalitys_own_word_stands_unless_the_file_is_chosen():
    round_ = fieldwork()
    own_answer(round_, "nej")
    kept = accepted(round_, FILE)
    assert answers(round_)["0180", "q2"] == {"options": ["nej"]}
    assert kept.summary["figures"]["conflicts"] == 1
    assert Case.objects.get(fieldwork=round_, code="0180").state == Case.State.BEGUN
    accepted(round_, FILE, take_file=True)
    assert answers(round_)["0180", "q2"] == {"options": ["ja"]}


def test_what_is_answered_between_preview_and_accepting_is_not_overwritten():
    # Given a file whose preview showed nothing but new answers
    round_ = fieldwork()
    batch = waiting(round_, FILE)
    # When the municipality answers before it is accepted
    own_answer(round_, "nej")
    accept(batch=batch, by=None)
    # Then its answer stands
    assert answers(round_)["0180", "q2"] == {"options": ["nej"]}


def test_who_answers_what_an_import_has_just_written_is_told():
    round_ = fieldwork()
    case = field.case(round_)
    accepted(round_, FILE)
    with pytest.raises(NotOpen):
        save_answer(case=case, question=field.question_of(case, "q2"), value={"options": ["nej"]}, seen=0)
    reopen(case=case)
    with pytest.raises(Conflict):
        save_answer(case=case, question=field.question_of(case, "q2"), value={"options": ["nej"]}, seen=0)


def test_an_answer_that_slips_in_while_writing_stops_the_whole_import(monkeypatch):
    # Given a writer that another answer has got in before (no lock held it back)
    round_ = fieldwork()
    batch = waiting(round_, FILE)
    real = writing.EntryWriter.write

    def late(self, entries):
        own_answer(round_, "nej")
        real(self, entries)

    monkeypatch.setattr(writing.EntryWriter, "write", late)
    # When the import writes, the database refuses a second answer that holds
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        accept(batch=batch, by=None)
    # Then nothing of it stays
    assert not Entry.objects.filter(origin="import").exists()
    assert ImportBatch.objects.get().state == ImportBatch.State.UPLOADED


def test_killed_half_way_nothing_is_written(monkeypatch):
    from django.db import transaction

    round_ = fieldwork()
    batch = waiting(round_, FILE)

    def killed(*args, **kwargs):
        raise KeyboardInterrupt

    monkeypatch.setattr("bredvid.review.importing.accepting.record", killed)
    with pytest.raises(KeyboardInterrupt), transaction.atomic():
        accept(batch=batch, by=None)
    assert not Entry.objects.exists()
    assert not Case.objects.exclude(state="untouched").exists()
    batch.refresh_from_db()
    assert batch.state == ImportBatch.State.UPLOADED
    assert not ActivityEntry.objects.exists()


def test_a_final_row_submits_the_case_complete_or_in_part():
    round_ = fieldwork()
    accepted(round_, csv_of([["kod", "q2", "q4"], ["0180", "ja", ""], ["0114", "", "god"]]))
    states = Case.objects.filter(code__in=["0180", "0114"]).values_list("code", "state", "outcome")
    assert sorted(states) == [("0114", "submitted", "partial"), ("0180", "submitted", "complete")]
    assert Case.objects.filter(state="untouched", submitted_at=None).count() == 288


def test_rows_that_are_not_final_leave_the_case_open():
    round_ = fieldwork()
    accept(batch=waiting(round_, FILE, final=False), by=None)
    assert set(Case.objects.values_list("state", flat=True)) == {"untouched"}


def test_a_locked_case_is_left():
    round_ = fieldwork()
    set_locked(case=field.case(round_), locked=True)
    accepted(round_, FILE)
    assert ("0180", "q2") not in answers(round_)


def test_columns_nobody_has_said_anything_of_stop_it():
    batch = waiting(fieldwork(), csv_of([["kod", "q2", "okänd"], ["0180", "ja", "x"]]))
    with pytest.raises(ImportRefused, match="okänd"):
        accept(batch=batch, by=None)
    assert not Entry.objects.exists()


@pytest.mark.parametrize("deal", [put_aside, lambda batch: accept(batch=batch, by=None)])
def test_a_file_is_dealt_with_once(deal):
    batch = waiting(fieldwork(), FILE)
    deal(batch=batch)
    with pytest.raises(ImportRefused):
        accept(batch=batch, by=None)


def test_a_file_put_aside_is_not_kept():
    batch = waiting(fieldwork(), FILE)
    put_aside(batch=batch)
    assert bytes(ImportBatch.objects.get().content) == b""


def test_taken_back_everything_is_as_before_and_the_history_stays():
    round_ = fieldwork()
    batch = accepted(round_, FILE)
    result = withdraw(batch=batch, by=None)
    assert (result.put_back, result.left) == (4, 0)
    assert set(answers(round_).values()) == {"blank"}
    assert Entry.objects.count() == 8
    assert not Case.objects.exclude(state="untouched", submitted_at=None, first_submitted_at=None).exists()


def test_taken_back_an_answer_of_the_municipalitys_own_is_its_own_again():
    round_ = fieldwork()
    own_answer(round_, "nej")
    batch = accepted(round_, FILE, take_file=True)
    withdraw(batch=batch, by=None)
    holding = Entry.objects.get(case__code="0180", question__code="q2", superseded=False)
    assert (holding.value, holding.origin, holding.revision) == ({"options": ["nej"]}, "link", 3)


def test_what_was_answered_after_the_import_stands_when_it_is_taken_back():
    round_ = fieldwork()
    batch = accepted(round_, FILE)
    case = field.case(round_)
    reopen(case=case)
    save_answer(case=case, question=field.question_of(case, "q2"), value={"options": ["nej"]}, seen=1)
    result = withdraw(batch=batch, by=None)
    assert (result.put_back, result.left) == (3, 1)
    assert answers(round_)["0180", "q2"] == {"options": ["nej"]}
    assert Case.objects.get(pk=case.pk).state == Case.State.REOPENED


def test_a_file_taken_back_can_be_imported_again():
    round_ = fieldwork()
    batch = accepted(round_, FILE)
    withdraw(batch=batch, by=None)
    accepted(round_, FILE)
    assert answers(round_)["0180", "q2"] == {"options": ["ja"]}
    with pytest.raises(ImportRefused):
        withdraw(batch=batch, by=None)


def test_the_answers_file_is_imported_as_it_is_and_exported_alike():
    # Given a round with answers of every kind, also own words beside codes
    asked = [*questions(), question("b1", "text", option("chef"), option("annan"), coded=True)]
    round_ = field.fieldwork(*asked)
    head = ["kod", "q2", "q3b", "q4", "q8", "q11", "q12", "b1", "b1:text"]
    rows = [
        ["0180", "ja", "polis;skola", "god", "7", "2026-11-23", '=Svårt, "mycket"', "chef", "=Enhetschef"],
        ["0114", "[dont_know]", "[none]", "-", "'6-14", "", "'citat'", "", "7 chefer"],
        ["1480", "", "", "", "[no_statistics] Vi för ingen.", "", "två\nrader", "annan", ""],
    ]
    accepted(round_, csv_of([head, *rows]))
    exported = answers_csv(round_)
    # When the export is imported into an empty round
    other = field.fieldwork(*asked, code="2032")
    accepted(other, exported)
    # Then its export has the same bytes, and importing it again writes nothing
    assert answers_csv(other) == exported
    count = Entry.objects.count()
    accepted(other, exported)
    assert Entry.objects.count() == count
    assert Case.objects.filter(fieldwork=other, state="submitted").count() == 3


ROWS = st.tuples(
    st.sampled_from(["0180", "0114", "1480", "9999"]),
    st.sampled_from(["ja", "nej", "vet-ej", "", "kanske", "-"]),
    st.sampled_from(["", "0", "3", "31", "-1", "vet ej"]),
)


class RandomImports(TestCase):
    round_: Fieldwork

    @settings(max_examples=25)
    @given(st.lists(ROWS, max_size=6), st.booleans())
    def test_any_table_imported_twice_is_imported_once_and_taken_back_is_gone(self, rows, take_file):
        data = csv_of([["kod", "q2", "q8"], *rows])
        accepted(RandomImports.round_, data, take_file=take_file)
        before = (Entry.objects.count(), answers(RandomImports.round_))
        batch = accepted(RandomImports.round_, data, take_file=take_file)
        assert (Entry.objects.count(), answers(RandomImports.round_)) == before
        withdraw(batch=batch, by=None)
        withdraw(batch=ImportBatch.objects.get(state="accepted"), by=None)
        assert set(answers(RandomImports.round_).values()) <= {"blank"}
        assert not Case.objects.exclude(state="untouched").exists()

    @classmethod
    def setUpTestData(cls):
        cls.round_ = fieldwork(code="slump")
