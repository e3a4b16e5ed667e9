"""The pages of importing: hand in, say what the columns are, see, accept, take back. Nothing chosen is lost."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.review.fieldwork.saving import save_answer
from bredvid.review.fieldwork.tests import makers as field
from bredvid.review.importing.batches import mapping_of
from bredvid.review.importing.mapping_file import read_mapping
from bredvid.review.importing.tests.makers import accepted, answers, fieldwork, waiting
from bredvid.review.models import Entry, Fieldwork, ImportBatch
from bredvid.sheets import limits
from bredvid.sheets.tests.makers import csv_of, xlsx_of

pytestmark = pytest.mark.django_db
HOME = "/en/personal/granskning/2031/importera/"
GOOD = csv_of([["kod", "q2", "q8"], ["0180", "ja", "3"], ["0114", "nej", "vet ej"]])
OWN_WORDS = csv_of(
    [["kommun", "Finns stödprogram?", "Handläggare"], ["Stockholm", "Inte än", "x"], ["0114", "Ja", "y"]]
)


@pytest.fixture
def client() -> Client:
    fieldwork()
    return signed_in_client("reviewer")


def hand_in(client: Client, data: bytes, name: str = "svar.csv"):
    return client.post(HOME, {"file": SimpleUploadedFile(name, data)})


def page(path: str = "") -> str:
    return f"{HOME}{ImportBatch.objects.order_by('-pk')[0].pk}/{path}"


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_reviewer_imports_a_file_from_beginning_to_end(client):
    assert hand_in(client, GOOD).headers["Location"] == page("kolumner/")
    screen = client.get(page("kolumner/"))
    assert screen.status_code == 200
    posted = client.post(
        page("kolumner/"), {"c0": "code", "c1": "answer:q2", "c2": "answer:q8", "final": "on", "separator": ";"}
    )
    assert posted.headers["Location"] == page()
    assert "new answers</dt><dd>4</dd>" in text(client.get(page()))
    assert not Entry.objects.exists()
    done = client.post(page("ta-emot/"), follow=True)
    assert "4 answers were written" in text(done)
    assert Entry.objects.count() == 4
    assert ActivityEntry.objects.filter(action="import.run").count() == 1
    back = client.post(page("ta-tillbaka/"), follow=True)
    assert "The file was taken back: 4 answers are as they were before." in text(back)


def test_words_of_their_own_are_asked_for_and_nothing_chosen_is_lost(client):
    # Given a file with words of its own, and a column nobody knows
    hand_in(client, OWN_WORDS)
    screen = text(client.get(page("kolumner/")))
    assert "”Inte än”" in screen
    # When a column is left unsaid
    choices = {
        "c0": "name",
        "c1": "answer:q2",
        "c2": "",
        "q1": "q2",
        "t1-0": "Inte än",
        "v1-0": "nej",
        "separator": ";",
    }
    refused = client.post(page("kolumner/"), choices)
    # Then it is asked for again and the words are kept
    assert refused.status_code == 422
    assert "Choose what the column is, or leave it out." in text(refused)
    assert '<option value="nej" selected>' in text(refused)
    # And when all the rest is left out, the preview comes
    assert client.post(page("kolumner/"), {**choices, "rest": "1"}).headers["Location"] == page()
    assert mapping_of(ImportBatch.objects.get()).ignore == ("Handläggare",)
    assert "new answers</dt><dd>2</dd>" in text(client.get(page()))


def test_words_left_unsaid_are_told_once_and_can_be_gone_past(client):
    hand_in(client, OWN_WORDS)
    choices = {"c0": "name", "c1": "answer:q2", "c2": "ignore", "separator": ";"}
    first = client.post(page("kolumner/"), choices)
    assert "Some words in the file are none of the answers" in text(first)
    assert client.post(page("kolumner/"), {**choices, "words": "1"}).headers["Location"] == page()
    preview = text(client.get(page()))
    assert "Inte än" in preview
    assert "1 row is left out whole" in preview


def test_the_same_columns_are_known_the_next_time(client):
    hand_in(client, OWN_WORDS)
    choices = {"c0": "name", "c1": "answer:q2", "c2": "ignore", "q1": "q2", "t1-0": "Inte än", "v1-0": "nej"}
    client.post(page("kolumner/"), choices)
    client.post(page("ta-emot/"))
    hand_in(client, OWN_WORDS.replace(b"Ja", b"Nej"), "nästa.csv")
    known = mapping_of(ImportBatch.objects.order_by("-pk")[0])
    assert known.ignore == ("Handläggare",)
    assert known.columns[0].values == {"Inte än": "nej"}


def test_one_column_cannot_be_chosen_twice(client):
    hand_in(client, GOOD)
    refused = client.post(page("kolumner/"), {"c0": "code", "c1": "answer:q2", "c2": "answer:q2"})
    assert refused.status_code == 422
    assert "is chosen as the same" in text(refused)


def test_several_sheets_are_chosen_among(client):
    hand_in(client, xlsx_of(["kod", "q2"], ["0180", "ja"], title="Svar 2031", more=["Om filen"]), "svar.xlsx")
    choice = client.get(page("kolumner/"))
    assert "Om filen" in text(choice)
    client.post(page("kolumner/"), {"sheet": "Svar 2031"})
    assert mapping_of(ImportBatch.objects.get()).columns[0].question == "q2"


def test_another_header_row_is_read_anew(client):
    hand_in(client, b"x;y\nkod;q2\n0180;ja")
    client.post(page("kolumner/"), {"look": "1", "header": "2"})
    assert mapping_of(ImportBatch.objects.get()).code == "kod"
    wrong = client.post(page("kolumner/"), {"look": "1", "header": "99"}, follow=True)
    assert "Row 99" in text(wrong)


def test_a_mapping_is_taken_out_and_in_as_a_file(client):
    hand_in(client, GOOD)
    out = client.get(page("kolumner/map.toml"))
    assert out["Content-Disposition"] == 'attachment; filename="map.toml"'
    assert read_mapping(out.content).code == "kod"
    changed = out.content.replace(b"final = true", b"final = false")
    client.post(page("kolumner/"), {"use-map": "1", "map": SimpleUploadedFile("map.toml", changed)})
    assert mapping_of(ImportBatch.objects.get()).final is False
    wrong = client.post(page("kolumner/"), {"use-map": "1", "map": SimpleUploadedFile("m.toml", b"x = ")}, follow=True)
    assert "no TOML" in text(wrong)


def test_the_list_of_faults_is_a_file_and_never_a_page(client):
    hand_in(client, csv_of([["kod", "q2"], ["0180", "<script>alert(1)</script>"], ["0114", "ja"]]))
    client.post(page("kolumner/"), {"c0": "code", "c1": "answer:q2", "words": "1"})
    assert b"<script>alert" not in client.get(page()).content
    faults = client.get(page("fel.csv"))
    assert faults["Content-Type"].startswith("text/csv")
    assert faults["Content-Disposition"].startswith("attachment")
    assert faults["X-Content-Type-Options"] == "nosniff"
    assert "B2;q2;Stockholm" in faults.content.decode()


def test_a_conflict_asks_and_keeps_by_default(client):
    round_ = _round()
    case = field.case(round_)
    save_answer(case=case, question=field.question_of(case, "q2"), value={"options": ["nej"]}, seen=0)
    hand_in(client, GOOD)
    assert 'value="keep" checked' in text(client.get(page()))
    client.post(page("ta-emot/"), {"conflicts": "keep"})
    assert answers(round_)["0180", "q2"] == {"options": ["nej"]}


@pytest.mark.parametrize(("data", "name"), [(b"", "tom.csv"), (b"%PDF-1.7", "svar.pdf"), (b"PK\x03\x04x", "svar.xlsx")])
def test_a_broken_file_is_told_by_name_and_not_kept(client, data, name):
    refused = hand_in(client, data, name)
    assert refused.status_code == 422
    assert f"{name}: The file" in text(refused) or "empty" in text(refused)
    assert not ImportBatch.objects.exists()


def test_no_file_chosen_is_a_line(client):
    assert "Choose a file first." in text(client.post(HOME, {}))


def test_a_file_too_large_is_refused_before_it_is_read(client):
    class Unread:
        def read(self, *args):
            raise AssertionError("the body was read")

        readline = read

    refused = client.generic(
        "POST", HOME, b"", "multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(limits.FILE_BYTES + 2 * limits.MEGABYTE), "wsgi.input": Unread()},
    )  # fmt: skip
    assert refused.status_code == 413
    assert "too large" in text(refused)


def test_a_form_of_another_site_is_refused(client):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(client.staff)
    assert hand_in(strict, GOOD).status_code == 403
    batch = waiting(_round(), GOOD)
    for path in ("kolumner/", "ta-emot/", "lagg-undan/", "ta-tillbaka/"):
        assert strict.post(f"{HOME}{batch.pk}/{path}").status_code == 403
    assert not Entry.objects.exists()


def _round() -> Fieldwork:
    return Fieldwork.objects.get(code="2031")


def test_a_form_of_our_own_is_taken_and_a_browser_says_where_it_is_from(client):
    # Given a browser that keeps the page's cookie and sends its form's token
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(client.staff)
    shown = strict.get(HOME)
    # Without this a browser would send the form with no origin, and it would be refused
    assert shown["Referrer-Policy"] == "same-origin"
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', text(shown))
    assert token
    sent = {"file": SimpleUploadedFile("svar.csv", GOOD), "csrfmiddlewaretoken": token[1]}
    assert strict.post(HOME, sent, headers={"origin": "http://testserver"}).status_code == 302
    # And a page that comes back with a fault says so too
    again = strict.post(HOME, {"csrfmiddlewaretoken": token[1]}, headers={"origin": "http://testserver"})
    assert (again.status_code, again["Referrer-Policy"]) == (422, "same-origin")


@pytest.mark.parametrize("role", ["analyst", "administrator", "worker", "coordinator"])
def test_only_who_may_import_sees_or_does_anything(client, role):
    batch = waiting(_round(), GOOD)
    other = signed_in_client(role)
    for path in ("", f"{batch.pk}/", f"{batch.pk}/kolumner/", f"{batch.pk}/kolumner/map.toml", f"{batch.pk}/fel.csv"):
        assert other.get(HOME + path).status_code == 403
        assert Client().get(HOME + path).status_code == 302
    for path in (
        "",
        f"{batch.pk}/kolumner/",
        f"{batch.pk}/ta-emot/",
        f"{batch.pk}/lagg-undan/",
        f"{batch.pk}/ta-tillbaka/",
    ):
        assert other.post(HOME + path).status_code == 403
    assert not Entry.objects.exists()


def test_a_file_of_another_round_is_not_found(client):
    other = fieldwork(code="2032")
    batch = waiting(other, GOOD)
    assert client.get(f"{HOME}{batch.pk}/").status_code == 404
    assert client.post(f"{HOME}{batch.pk}/ta-emot/").status_code == 404


def test_what_is_dealt_with_cannot_be_dealt_with_again(client):
    accepted(_round(), GOOD)
    count = Entry.objects.count()
    assert "dealt with already" in text(client.post(page("ta-emot/"), follow=True))
    assert client.get(page("kolumner/")).headers["Location"] == page()
    assert Entry.objects.count() == count
    hand_in(client, GOOD, "samma.csv")
    assert "The same file was accepted before, as svar.csv." in text(client.get(page("kolumner/")))
    client.post(page("lagg-undan/"))
    assert "Only an accepted file can be taken back." in text(client.post(page("ta-tillbaka/"), follow=True))
    assert "put aside" in text(client.get(page()))


def test_files_handed_in_are_listed_and_an_empty_list_helps(client):
    assert "No file has been handed in." in text(client.get(HOME))
    accepted(_round(), GOOD)
    listed = text(client.get(HOME))
    assert "svar.csv" in listed
    assert "accepted" in listed
