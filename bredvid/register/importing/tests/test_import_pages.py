"""The pages of bringing in a sheet: step by step, without a script, and nothing of the sheet is kept on the way."""

import html
import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bredvid.accounts.tests.makers import signed_in_client
from bredvid.register.importing import carrying
from bredvid.register.importing.tests.makers import ROWS, brought_in, sheet
from bredvid.register.importing.views import files
from bredvid.register.models import Contact, SheetImport
from bredvid.register.tests.makers import client_of, unit
from bredvid.sheets.tests.makers import csv_of, xlsx_of

pytestmark = pytest.mark.django_db
START = "/personal/register/importera/"
COLUMNS, JUDGED = f"{START}kolumner/", f"{START}granska/"


def hand_in(client: Client, data: bytes, name: str = "statistik.csv", **fields: str) -> Any:
    return client.post(START, {"file": SimpleUploadedFile(name, data), **fields})


def fields_of(page: Any) -> dict[str, str]:
    """What the page's form would send: hidden fields, and what is selected."""
    text = page.content.decode()
    found = {
        html.unescape(name): html.unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', text)
        if name != "csrfmiddlewaretoken"
    }
    for name, options in re.findall(r'<select id="[^"]+" name="([^"]+)"[^>]*>(.*?)</select>', text, re.S):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        found[name] = html.unescape(chosen[1]) if chosen else ""
    return found


def words(page: Any) -> str:
    return html.unescape(re.sub(r"<[^>]+>", " ", page.content.decode()))


@pytest.fixture
def ours():
    return unit("Jouren vid sjön")


@pytest.fixture
def client(ours):
    return client_of(ours, "coordinator")


def test_a_sheet_is_brought_in_step_by_step(ours, client):
    # Given a sheet that has been handed in: every column is proposed
    columns = hand_in(client, sheet())
    sent = fields_of(columns)
    assert [sent[f"c{at}"] for at in range(6)] == ["when", "V04", "V05", "V08", "V06", "V16"]
    # When the columns are as proposed, then what would be added is shown, and nothing is written
    preview = client.post(COLUMNS, sent)
    assert "2024" in words(preview)
    assert not Contact.objects.exists()
    # When it is accepted, then it is written
    done = client.post(JUDGED, {**fields_of(preview), "accept": "1"}, follow=True)
    assert Contact.objects.filter(unit=ours).count() == 4
    assert "4 kontakter lades till" in words(done)
    assert "januari 2023 – november 2024" in words(client.get(START))


def test_words_that_are_no_codes_are_asked_for_and_then_known(ours, client):
    # Given a sheet with a word that nobody knows
    columns = hand_in(client, sheet(["2024-03-05", "brevduva", *ROWS[0][2:]]))
    # When it is said what it means
    asked = client.post(COLUMNS, fields_of(columns))
    assert "finns inte bland koderna" in words(asked)
    sent = fields_of(asked)
    (field,) = [name for name in sent if name.startswith("v")]
    preview = client.post(COLUMNS, {**sent, field: "OMBUD"})
    client.post(JUDGED, {**fields_of(preview), "accept": "1"})
    # Then the contact has the code
    assert Contact.objects.get(unit=ours).channel == 6


def test_going_on_without_saying_leaves_the_rows_out(ours, client):
    columns = hand_in(client, sheet(ROWS[0], ["2024-03-05", "brevduva", *ROWS[0][2:]]))
    asked = client.post(COLUMNS, fields_of(columns))
    preview = client.post(COLUMNS, fields_of(asked))
    assert "brevduva" in words(preview)
    client.post(JUDGED, {**fields_of(preview), "accept": "1"})
    assert Contact.objects.filter(unit=ours).count() == 1


def test_a_column_of_crosses_asks_what_they_are_for(client):
    columns = hand_in(client, csv_of([["Datum", "Kryss"], ["2024-03-05", "x"]]))
    asked = client.post(COLUMNS, {**fields_of(columns), "c1": "V08:"})
    assert asked.status_code == 422
    preview = client.post(COLUMNS, {**fields_of(asked), "o1": "P3"})
    assert preview.status_code == 200
    client.post(JUDGED, {**fields_of(preview), "accept": "1"})
    assert Contact.objects.get().forms == 4


def test_a_sheet_without_a_month_is_stopped_at_the_columns_and_nothing_chosen_is_lost(client):
    columns = hand_in(client, csv_of([["Kanal", "Vem"], ["Telefon", "Hon själv"]]))
    again = client.post(COLUMNS, {**fields_of(columns), "year": "2024"})
    assert again.status_code == 422
    assert "Välj vilken kolumn som är datum" in words(again)
    assert fields_of(again)["c1"] == "V05"


def test_another_header_row_is_read_anew(client):
    columns = hand_in(client, csv_of([["Kanal", "Vem"], ["Datum", "Kanal"], ["2024-03-05", "Telefon"]]))
    again = client.post(COLUMNS, {**fields_of(columns), "look": "1", "header": "2"})
    assert fields_of(again)["c0"] == "when"
    assert client.post(COLUMNS, {**fields_of(columns), "look": "1", "header": "99"}).status_code == 422
    assert client.post(COLUMNS, {**fields_of(columns), "look": "1", "header": "x"}).status_code == 422


def test_a_mapping_is_kept_as_a_file_and_used_again(client):
    # Given a mapping that somebody has made and kept
    columns = hand_in(client, csv_of([["När", "Sätt"], ["2024-03-05", "duva"]]))
    sent = {**fields_of(columns), "c1": "V04"}
    asked = client.post(COLUMNS, sent)
    kept = client.post(COLUMNS, {**fields_of(asked), "v1-0": "OMBUD", "keep-map": "1"})
    assert "attachment" in kept["Content-Disposition"]
    # When it is used for another sheet with these columns
    other = hand_in(client, csv_of([["När", "Sätt"], ["2023-03-05", "duva"]]))
    used = client.post(
        COLUMNS, {**fields_of(other), "use-map": "1", "map": SimpleUploadedFile("map.toml", kept.content)}
    )
    # Then it reads it in the same way
    preview = client.post(COLUMNS, fields_of(used))
    client.post(JUDGED, {**fields_of(preview), "accept": "1"})
    assert Contact.objects.get().channel == 6


def test_what_was_not_understood_can_be_taken_along(client):
    columns = hand_in(client, sheet(ROWS[0], ["2024-13-05", *ROWS[0][1:]]))
    preview = client.post(COLUMNS, fields_of(columns))
    listed = client.post(JUDGED, {**fields_of(preview), "errors": "1"})
    assert listed["Content-Type"].startswith("text/csv")
    assert "A3" in listed.content.decode()
    assert not Contact.objects.exists()


def test_from_the_preview_there_is_a_way_back_to_the_columns(client):
    preview = client.post(COLUMNS, fields_of(hand_in(client, sheet())))
    back = client.post(COLUMNS, {**fields_of(preview), "back": "1"})
    assert fields_of(back)["c1"] == "V04"


def test_a_book_of_several_sheets_asks_for_one_and_for_the_file_again(client):
    data = xlsx_of(["Datum", "Kanal"], ["2024-03-05", "Telefon"], title="2024", more=["Om"])
    asked = hand_in(client, data, "a.xlsx")
    assert asked.status_code == 422
    assert "2024" in words(asked)
    assert hand_in(client, data, "a.xlsx", title="2024").status_code == 200


def test_a_page_that_has_been_tampered_with_is_refused_calmly(client):
    sent = fields_of(hand_in(client, sheet()))
    for changed in (
        {"carried": "x"},
        {"mapping": "x"},
        {"mapping": "{}{"},
        {"mapping": '{"format": 9}'},
        {"carried": ""},
    ):
        for address in (COLUMNS, JUDGED):
            answer = client.post(address, {**sent, **changed})
            assert answer.status_code == 422
            assert "igen" in words(answer) or "format" in words(answer)
    assert not Contact.objects.exists()


def test_accepted_twice_is_accepted_once(ours, client):
    preview = client.post(COLUMNS, fields_of(hand_in(client, sheet())))
    sent = {**fields_of(preview), "accept": "1"}
    client.post(JUDGED, sent)
    again = client.post(JUDGED, sent)
    assert "finns redan" in words(again)
    assert (Contact.objects.count(), SheetImport.objects.count()) == (4, 1)


def test_an_import_is_taken_back(ours, client):
    batch = brought_in(ours, sheet())
    done = client.post(f"{START}{batch.pk}/ta-tillbaka/", follow=True)
    assert "Ingen av kontakterna är kvar" in words(done)
    assert not Contact.objects.exists()
    assert client.post(f"{START}{batch.pk}/ta-tillbaka/").status_code == 422


def test_a_foreign_import_is_answered_as_one_that_never_was(ours, client):
    foreign = brought_in(unit(), sheet())
    never = client.get(f"{START}987654/")
    for answer in (client.get(f"{START}{foreign.pk}/"), client.post(f"{START}{foreign.pk}/ta-tillbaka/")):
        assert (answer.status_code, answer.content) == (never.status_code, never.content)
    assert Contact.objects.count() == 4


@pytest.mark.parametrize("role", ["worker", "reviewer", "analyst", "administrator", "nobody"])
def test_only_who_answers_for_the_figures_is_let_in(ours, role):
    batch = brought_in(ours, sheet())
    client = Client() if role == "nobody" else client_of(ours, role)
    for address in (START, COLUMNS, JUDGED, f"{START}{batch.pk}/", f"{START}{batch.pk}/ta-tillbaka/"):
        assert client.post(address, {}).status_code in (302, 403)
    assert Contact.objects.count() == 4


def test_who_has_no_unit_meets_a_calm_page():
    assert signed_in_client("coordinator").get(START).status_code == 403


def test_a_form_without_its_token_is_refused(ours):
    strict = client_of(ours, "coordinator")
    strict.handler.enforce_csrf_checks = True
    for address in (START, COLUMNS, JUDGED):
        assert strict.post(address, {"accept": "1"}).status_code == 403


def test_a_file_is_not_read_before_its_size_is_judged(client):
    class Unread:
        def read(self, *_size: int) -> bytes:
            raise AssertionError("the body was read")

        readline = read

    answer = client.generic(
        "POST", START, b"", "multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(files.MOST_BYTES + 2 * 1024 * 1024), "wsgi.input": Unread()},
    )  # fmt: skip
    assert answer.status_code == 413


def test_no_part_of_a_file_is_written_to_a_disk_on_its_way_in(client, monkeypatch):
    def refuse(*_given: Any, **_named: Any) -> None:
        raise AssertionError("a temporary file was made")

    monkeypatch.setattr("django.core.files.uploadhandler.TemporaryUploadedFile", refuse)
    monkeypatch.setattr("tempfile.NamedTemporaryFile", refuse)
    # Larger than what Django keeps in memory by itself.
    rows = [["2024-03-05", "Telefon", "x" * 900]] * 4_000
    assert hand_in(client, csv_of([["Datum", "Kanal", "Anteckning"], *rows])).status_code == 200


def test_a_sheet_too_large_for_the_page_is_told_with_a_way_on(client, monkeypatch):
    monkeypatch.setattr(carrying, "MOST_SIGNS", 100)
    answer = hand_in(client, sheet())
    assert answer.status_code == 422
    assert "kommandoraden" in words(answer)


def test_the_pages_speak_english_too(client):
    assert "Bring in earlier years" in words(client.get(f"/en{START}"))


def test_no_session_is_written_by_bringing_in_a_sheet(client):
    from django.contrib.sessions.models import Session

    before = {each.pk: (each.session_data, each.expire_date) for each in Session.objects.all()}
    preview = client.post(COLUMNS, fields_of(hand_in(client, sheet())))
    client.post(JUDGED, {**fields_of(preview), "accept": "1"})
    assert {each.pk: (each.session_data, each.expire_date) for each in Session.objects.all()} == before
