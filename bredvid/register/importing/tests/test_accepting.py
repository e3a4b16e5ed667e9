"""What is understood and new becomes contacts, all of it or nothing; twice is once; and it can be taken back."""

import random
from datetime import date

import pytest
from hypothesis import given, settings, strategies as st
from hypothesis.extra.django import TestCase

from bredvid.accounts.models import ActivityEntry
from bredvid.register.actions import summaries
from bredvid.register.errors import RegisterRefused
from bredvid.register.importing import accepting
from bredvid.register.importing.tests.makers import HEAD, ROWS, bring, brought_in, contacts, sheet
from bredvid.register.importing.withdrawing import withdraw
from bredvid.register.models import Contact, FrozenYear, SheetImport, Summary
from bredvid.register.tests.makers import contact, unit
from bredvid.sheets.tests.makers import csv_of

pytestmark = pytest.mark.django_db
CELLS = [
    ["2024-03-05", "2024-03-20", "2023-01-02"], ["Telefon", "Chatt"], ["Hon själv"], ["P1", "P1; M2", ""], ["", "23"],
    ["Stödsamtal"],
]  # fmt: skip


def test_a_sheet_brought_in_twice_is_brought_in_once():
    ours = unit()
    assert brought_in(ours, sheet()).added == 4
    before = contacts(ours)
    assert bring(ours, sheet()) is None
    assert contacts(ours) == before
    assert SheetImport.objects.count() == 1


class Again(TestCase):
    @settings(max_examples=25, deadline=None)
    @given(st.lists(st.tuples(*map(st.sampled_from, CELLS)), min_size=1, max_size=12), st.randoms(), st.integers(0, 12))
    def test_in_any_order_and_grown_only_what_is_new_is_added(self, rows, chance, first):
        # Given a unit that has brought in some of the rows of a sheet
        ours, whole = unit(), [list(row) for row in rows]
        part = whole[:first]
        if part:
            bring(ours, sheet(*part))
        # When the whole of it is brought in, in another order
        chance.shuffle(whole)
        bring(ours, sheet(*whole))
        # Then there are as many contacts as rows, and they are those of the sheet brought in at once
        other = unit()
        brought_in(other, sheet(*[list(row) for row in rows]))
        assert contacts(ours) == contacts(other)
        assert contacts(ours).total() == len(rows)


def test_the_same_columns_in_another_order_and_under_other_names_are_the_same_contacts():
    ours = unit()
    brought_in(ours, csv_of([["Datum", "Kanal", "Form"], ["2024-03-05", "Telefon", "P1"]]))
    turned = csv_of(
        [["Form av utsatthet", "Namn", "Kontaktväg", "Månad"], ["Sexköp mot pengar", "A", "TEL", "mars 2024"]]
    )
    assert bring(ours, turned) is None


def test_the_same_row_in_two_units_is_two_contacts():
    one, other = unit(), unit()
    brought_in(one, sheet())
    assert brought_in(other, sheet()).added == 4
    ids = Contact.objects.values_list("pk", flat=True)
    assert len(set(ids)) == 8


def test_the_numbers_of_contacts_tell_nothing_of_their_order_in_the_sheet():
    ours = unit()
    rows = [[f"2024-{month:02}-01", *ROWS[0][1:]] for month in range(1, 13)]
    brought_in(ours, sheet(*rows))
    months = list(Contact.objects.order_by("pk").values_list("month", flat=True))
    assert months != sorted(months)


def test_a_contact_that_has_been_corrected_is_not_added_again():
    ours = unit()
    brought_in(ours, sheet())
    Contact.objects.filter(unit=ours, month=202411).update(channel=1)
    assert bring(ours, sheet()) is None


def test_rows_with_faults_are_left_out_and_the_rest_is_added():
    ours = unit()
    assert brought_in(ours, sheet(ROWS[0], ["2024-03-05", "brevduva", *ROWS[0][2:]])).added == 1


def test_a_contact_without_a_place_is_where_the_unit_is():
    ours = unit(place=9007)
    brought_in(ours, sheet(ROWS[0]))
    assert Contact.objects.get(unit=ours).place == 9007


def test_the_sums_of_its_months_and_years_are_made_anew():
    ours = unit()
    summaries.touch(ours, months=[202403, 202202], years=[2024])
    Summary.objects.update(figures={"contacts": 0})
    brought_in(ours, sheet())
    stale = Summary.objects.filter(unit=ours, figures__isnull=True).values_list("key", flat=True)
    assert set(stale) == {202301, 202403, 202411, 2023, 2024}


def test_that_it_was_done_stands_in_the_log_and_nothing_of_the_sheet():
    ours = unit()
    batch = brought_in(ours, sheet())
    entry = ActivityEntry.objects.get()
    assert (entry.action, entry.subject) == ("sheet.import", f"register/{ours.pk}/import/{batch.pk}")
    assert entry.detail == "4 contacts brought in"


def test_killed_half_way_nothing_is_written(monkeypatch):
    ours = unit()
    monkeypatch.setattr(accepting, "record", lambda **_said: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        brought_in(ours, sheet())
    assert not Contact.objects.exists()
    assert not SheetImport.objects.exists()
    assert not Summary.objects.exists()


def test_taken_back_its_contacts_go_and_no_others():
    ours = unit()
    mine = contact(ours, 202403)
    batch = brought_in(ours, sheet())
    done = withdraw(unit=ours, pk=batch.pk, by=None)
    assert (done.gone, done.left) == (4, 0)
    assert list(Contact.objects.filter(unit=ours)) == [mine]
    assert SheetImport.objects.get().taken_back
    assert Summary.objects.filter(unit=ours, version__gte=2).exists()


def test_taken_back_a_sheet_can_be_brought_in_again():
    ours = unit()
    withdraw(unit=ours, pk=brought_in(ours, sheet()).pk, by=None)
    assert brought_in(ours, sheet()).added == 4


def test_what_belongs_to_a_closed_year_stays():
    ours = unit()
    batch = brought_in(ours, sheet())
    FrozenYear.objects.create(unit=ours, year=2023, frozen_on=date(2024, 1, 31), figures={})
    done = withdraw(unit=ours, pk=batch.pk, by=None)
    assert (done.gone, done.left) == (3, 1)
    with pytest.raises(RegisterRefused):
        withdraw(unit=ours, pk=batch.pk, by=None)
    assert [each.month for each in Contact.objects.all()] == [202301]


def test_a_foreign_import_is_one_that_never_was():
    batch = brought_in(unit(), sheet())
    with pytest.raises(SheetImport.DoesNotExist):
        withdraw(unit=unit(), pk=batch.pk, by=None)
    assert Contact.objects.count() == 4


def test_a_year_that_is_closed_between_preview_and_accepting_gets_nothing():
    ours = unit()
    FrozenYear.objects.create(unit=ours, year=2024, frozen_on=date(2025, 1, 31), figures={})
    assert brought_in(ours, sheet()).added == 1


def test_a_whole_year_of_everybody_s_sheets_is_counted_row_by_row():
    # Given a sheet of a thousand rows drawn by chance, some of them counts
    chance = random.Random(4)  # noqa: S311 (a test's data)
    head = [*HEAD, "Antal"]
    rows = [[chance.choice(cells) for cells in CELLS] + [str(chance.randrange(4))] for _ in range(1_000)]
    # When it is brought in
    ours = unit()
    brought_in(ours, csv_of([head, *rows]))
    # Then there are as many contacts as the rows say, month by month
    for month in ("2024-03", "2023-01"):
        told = sum(int(row[-1]) for row in rows if row[0].startswith(month))
        assert Contact.objects.filter(unit=ours, month=int(month.replace("-", ""))).count() == told
