"""Taking figures out: who may, why, what every file says, and what none of them holds."""

import csv
import io
import zipfile
from datetime import date

import openpyxl  # type: ignore[import-untyped]  # it has no types
import pytest

from bredvid.accounts.models import ActivityEntry
from bredvid.register import clock
from bredvid.register.actions.summaries import touch
from bredvid.register.codebook import current
from bredvid.register.exports.choosing import checked
from bredvid.register.exports.files import file_of
from bredvid.register.exports.kinds import kinds, variables
from bredvid.register.exports.material import material_of
from bredvid.register.models import AccessEntry, PeriodYear, SupportPeriod
from bredvid.register.tests.makers import client_of, contact, stored, unit

pytestmark = pytest.mark.django_db
PAGE = "/personal/register/ta-ut/"
OWN, REVIEW, MEMBERS = "verksamhetsberattelse", "arsgranskning", "medlemsstatistik"
EVERY_FILE = [(OWN, "csv"), (OWN, "xlsx"), (MEMBERS, "csv"), (MEMBERS, "xlsx"), (REVIEW, "csv")]


@pytest.fixture(autouse=True)
def in_november(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))


def woman(ours, year=2025, **codes):
    """A support period with one year of hers."""
    number = SupportPeriod.objects.count() + 5301
    period = SupportPeriod.objects.create(unit=ours, number=number, alias=number + 100_000, opened_month=year * 100 + 1)
    values = stored(**{"age": "25-39", "situation": "PÅG", "forms": ["P1"], **codes})
    return PeriodYear.objects.create(period=period, year=year, first_month=year * 100 + 1, **values)


def taken_out(client, kind=OWN, form="csv", year=2025, purpose="UPPF"):
    return client.post(PAGE, {"kind": kind, "form": form, "year": str(year), "purpose": purpose})


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def cells(data: bytes, title: str, what: str) -> list[tuple[str, str]]:
    """Number and base of the rows with this table and name."""
    return [(row[3], row[4]) for row in rows(data) if row[:2] == [title, what]]


def everything(response) -> str:
    """All that a file holds, as text."""
    if "sheet" not in response["Content-Type"]:
        return str(response.content.decode())
    with zipfile.ZipFile(io.BytesIO(response.content)) as book:
        return "".join(book.read(name).decode() for name in book.namelist())


def test_only_who_takes_figures_out_comes_in():
    ours = unit()
    contact(ours, 202503)
    for role, status in [("worker", 403), ("reviewer", 403), ("administrator", 403), ("coordinator", 200)]:
        client = client_of(ours, role)
        assert [client.get(PAGE).status_code, taken_out(client).status_code] == [status, status], role


def test_a_unit_takes_out_its_own_and_nobody_elses():
    ours, theirs = unit("Vår jour"), unit("Deras jour")
    contact(theirs, 202503)
    woman(theirs)
    before = taken_out(client_of(ours, "coordinator"), year=2026).content
    contact(theirs, 202603)
    assert taken_out(client_of(ours, "coordinator"), year=2026).content == before
    assert "Deras" not in before.decode()
    # And a year that only another unit has is no year of ours.
    assert taken_out(client_of(ours, "coordinator"), year=2025).status_code == 422


@pytest.mark.parametrize("missing", ["kind", "year", "purpose", "form"])
def test_without_a_purpose_or_any_other_choice_nothing_is_taken_out_and_nothing_chosen_is_lost(missing):
    ours = unit()
    contact(ours, 202503)
    chosen = {"kind": OWN, "form": "csv", "year": "2025", "purpose": "UPPF"}
    answer = client_of(ours, "coordinator").post(PAGE, {**chosen, missing: ""})
    assert answer.status_code == 422
    page = answer.content.decode()
    assert [
        f'value="{value}"' in page and f'value="{value}" ' in page for name, value in chosen.items() if name != missing
    ]
    assert page.count(" checked") == len([name for name in chosen if name not in (missing, "year")])
    assert not AccessEntry.objects.exists()
    assert not ActivityEntry.objects.filter(action="figures.export").exists()


def test_a_purpose_of_somebodys_own_is_none():
    assert "purpose" in checked({"kind": OWN, "form": "csv", "year": "2025", "purpose": "kanariefågel"}, [2025]).faults


def test_it_is_noted_who_took_out_what_and_why_and_not_what_it_held():
    ours = unit()
    contact(ours, 202503)
    client = client_of(ours, "coordinator")
    for _ in range(2):
        assert taken_out(client, purpose="TILL").status_code == 200
    entry = AccessEntry.objects.get()
    assert (entry.staff, entry.deed, entry.purpose, entry.number) == (client.staff, 11, 4, 0)
    details = list(ActivityEntry.objects.filter(action="figures.export").values_list("detail", flat=True))
    assert details == [f"{OWN} 2025 TILL csv"] * 2


@pytest.mark.parametrize(("kind", "form"), EVERY_FILE)
def test_every_file_says_whose_it_is_why_and_that_it_is_not_for_publication(kind, form):
    ours = unit("Jouren vid sjön")
    contact(ours, 202503)
    answer = taken_out(client_of(ours, "coordinator"), kind, form)
    assert answer["Content-Disposition"].endswith(f"-{kind}-2025-far-inte-publiceras.{form}")
    text = everything(answer)
    for word in ("Jouren vid sjön", "2025", "UPPF", current().version, "år inte publiceras", "noll"):
        assert word in text, word
    assert "DEMO" not in text


@pytest.mark.parametrize(("kind", "form"), [*EVERY_FILE, (OWN, "print")])
def test_what_is_made_up_says_so_in_the_file_and_its_name(kind, form):
    ours = unit()
    ours.demonstration = True
    ours.save()
    contact(ours, 202503)
    answer = taken_out(client_of(ours, "coordinator"), kind, form)
    assert "DEMO" in everything(answer)
    assert form == "print" or "-DEMO-far-inte-publiceras" in answer["Content-Disposition"]


@pytest.mark.parametrize(("kind", "form"), EVERY_FILE)
def test_the_same_figures_are_the_same_bytes_and_others_are_not(kind, form):
    ours = unit(provider="KM")
    woman(ours)
    contact(ours, 202503)
    material = material_of(ours, 2025, "UPPF")
    first = file_of(kinds()[kind], material, form, "sv").data
    assert file_of(kinds()[kind], material_of(ours, 2025, "UPPF"), form, "sv").data == first
    for _ in range(8):
        contact(ours, 202504, forms=["M1"], who="HON")
    touch(ours, months=[202504], years=[2025])
    assert file_of(kinds()[kind], material_of(ours, 2025, "UPPF"), form, "sv").data != first


@pytest.mark.parametrize(("kind", "form"), [*EVERY_FILE, (OWN, "print")])
def test_no_number_alias_or_name_of_anybody_is_in_it(kind, form):
    ours = unit()
    year = woman(ours)
    contact(ours, 202503, period=year.period)
    client = client_of(ours, "coordinator", name="Kajsa Kanariefågel")
    text = everything(taken_out(client, kind, form))
    if form == "print":
        text = text[text.index("<main") : text.index("</main>")]
    for secret in (str(year.period.number), str(year.period.alias), "Kanariefågel", client.staff.email):
        assert secret not in text, secret


def test_an_empty_year_has_no_nought_in_any_cell():
    ours = unit()
    data = taken_out(client_of(ours, "coordinator"), year=2026).content
    numbers = [row[3] for row in rows(data) if row[0] not in ("tabell", "Om filen")]
    assert len(numbers) > 100
    assert set(numbers) == {""}


def test_what_nobody_filled_in_is_empty_and_told_as_a_row_and_what_was_is_counted_of_its_base():
    ours = unit()
    for _ in range(3):
        contact(ours, 202503, channel="TEL", links=[])
    contact(ours, 202504, channel="MÖTE", support=["E1", "P2"])
    data = taken_out(client_of(ours, "coordinator")).content
    assert cells(data, "Kanal", "Telefon") == [("3", "4")]
    assert cells(data, "Kanal", "Möte") == [("1", "4")]
    # That somebody filled in another channel makes this one a true nought.
    assert cells(data, "Kanal", "Chatt") == [("0", "4")]
    links = current().variable("V10")
    assert {number for code in links.codes for number in cells(data, links.sv, code.sv)} == {("", "")}
    assert cells(data, links.sv, "Inte ifyllt") == [("4", "4")]
    # A month in which nothing was counted is no month of nought.
    assert cells(data, "Kontakter månad för månad", "mars 2025") == [("3", "4")]
    assert cells(data, "Kontakter månad för månad", "maj 2025") == [("", "4")]


def test_women_are_counted_between_at_least_and_at_most():
    ours = unit()
    woman(ours, forms=["P1"])
    woman(ours, forms=["P3", "M2"])
    contact(ours, 202503, who="HON", forms=["P2"])
    data = taken_out(client_of(ours, "coordinator"), MEMBERS).content
    title = "Kvinnor och tjejer som fått stöd"
    assert cells(data, title, "Prostitution: minst") == [("2", "")]
    assert cells(data, title, "Prostitution: högst") == [("3", "")]
    assert cells(data, title, "Pornografi: högst") == [("1", "")]


def test_the_workbook_holds_the_same_numbers_and_leaves_missing_cells_out():
    ours = unit()
    contact(ours, 202503)
    client = client_of(ours, "coordinator")
    book = openpyxl.load_workbook(io.BytesIO(taken_out(client, form="xlsx").content))
    figures = [[cell.value for cell in row] for row in book["Siffror"].iter_rows()]
    lines = [row for row in rows(taken_out(client).content) if row[0] != "Om filen"]
    assert [[("" if cell is None else str(cell)) for cell in row[3:5]] for row in figures] == [
        row[3:5] for row in lines
    ]
    assert book.sheetnames == ["Om filen", "Siffror"]


def test_a_name_that_a_spreadsheet_would_run_is_written_as_a_text():
    ours = unit("=HYPERLINK(1)")
    contact(ours, 202503)
    client = client_of(ours, "coordinator")
    assert all("=HYPERLINK(1)" not in row for kind in (OWN, REVIEW) for row in rows(taken_out(client, kind).content))
    book = openpyxl.load_workbook(io.BytesIO(taken_out(client, form="xlsx").content))
    assert [cell.data_type for row in book["Om filen"] for cell in row if cell.value == "=HYPERLINK(1)"] == ["s"]


def test_each_row_of_a_file_has_a_name_of_its_own():
    ours = unit()
    contact(ours, 202503)
    names = [tuple(row[:3]) for row in rows(taken_out(client_of(ours, "coordinator")).content)]
    assert len(names) == len(set(names))


def test_what_stays_in_the_unit_is_in_no_export():
    for kind in kinds().values():
        for columns, on in ((kind.contact, "contact"), (kind.year, "year"), (kind.answer, "answer")):
            assert [variable.column for variable in variables(columns, on)] == list(columns)
    with pytest.raises(ValueError, match="minor"):
        variables(("minor",), "contact")


def test_everything_that_may_leave_is_in_the_units_own_figures():
    own = kinds()[OWN]
    for columns, on in ((own.contact, "contact"), (own.year, "year"), (own.answer, "answer")):
        may = {variable.column for variable in current().on(on) if variable.layer == 3}
        left_out = may - set(columns)
        # Of a year of hers only what is not said of her contacts already; her own naming is for the talk.
        assert left_out <= {"naming"} if on == "contact" else set(columns) <= may


@pytest.mark.parametrize(
    ("kind", "form", "year", "says"),
    [(REVIEW, "csv", 2026, "Granskningen frågar om 2025"), (REVIEW, "xlsx", 2025, "finns som CSV"),],
)  # fmt: skip
def test_what_does_not_go_together_is_told_in_one_line(kind, form, year, says):
    ours = unit()
    contact(ours, 202503)
    answer = taken_out(client_of(ours, "coordinator"), kind, form, year)
    assert answer.status_code == 422
    assert says in answer.content.decode()


@pytest.mark.parametrize(
    ("rows_of_hers", "contacts", "answer"),
    [
        (2, 0, ["'0-5", "'0-5", "'0-5", "periods"]),
        (4, 1, ["'0-5", "'0-5", "'0-5", "partly"]),
        (4, 4, ["", "'0-5", "'6-14", "partly"]),
        (0, 7, ["", "'0-5", "'6-14", "contacts"]),
        (33, 0, ["33", "over-30", "over-30", "periods"]),
        (33, 2, ["over-30", "over-30", "over-30", "partly"]),
    ],
)
def test_the_reviews_file_answers_only_where_one_range_is_certain(rows_of_hers, contacts, answer):
    ours = unit()
    for _ in range(rows_of_hers):
        woman(ours)
    for _ in range(contacts):
        contact(ours, 202503, who="HON", forms=["P2"])
    data = taken_out(client_of(ours, "coordinator"), REVIEW).content
    assert [row[1:5] for row in rows(data) if row[0] == "q8"] == [answer]


def test_of_a_year_without_anything_the_review_is_told_nothing():
    ours = unit()
    contact(ours, 202412)
    data = taken_out(client_of(ours, "coordinator"), REVIEW).content
    assert [row[1:5] for row in rows(data) if row[0] in ("q8", "q9")] == [["", "", "", "nothing"]] * 2


@pytest.mark.parametrize(("provider", "told"), [("KM", True), ("SO", True), ("KJ", False), ("HS", False)])
def test_a_routine_is_told_of_where_it_is_the_municipalitys_own(provider, told):
    ours = unit(provider=provider)
    woman(ours)
    data = taken_out(client_of(ours, "coordinator"), REVIEW).content
    assert (["n6", "bada"] in [row[:2] for row in rows(data)]) is told


def test_what_the_count_stands_on_is_said_alike_in_the_file_and_on_the_page():
    ours = unit()
    woman(ours)
    contact(ours, month=202503)
    client = client_of(ours, "coordinator")
    page = client.get("/personal/register/arsfragan/?ar=2025").content.decode()
    [said] = [cell for row in rows(taken_out(client).content) for cell in row if cell.endswith("(partly)")]
    assert said.startswith("Delvis räknat på stödperioder: 0 av 1 kontakter")
    assert said.removesuffix(" (partly)") in page
