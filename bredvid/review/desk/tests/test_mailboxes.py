"""A pasted list of addresses: what it would change, and a word on every line that is not understood."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.review.desk.mailboxes import MOST_LINES, read_list
from bredvid.review.desk.tests.rounds import at

pytestmark = pytest.mark.django_db

PATH = "/personal/granskning/2031/adresser/"


def changed(round_, text: str) -> dict[str, str]:
    reading = read_list(round_, text)
    assert reading.problems == []
    return {change.case.name: change.after for change in reading.changes}


@pytest.mark.parametrize(
    "line",
    [
        "0114;reg@uv.example", "114;reg@uv.example", "0114\treg@uv.example", "0114,reg@uv.example",
        "Upplands Väsby; reg@uv.example", "upplands väsby kommun; reg@uv.example", '"Upplands Väsby";"reg@uv.example"',
        "\ufeff0114;reg@uv.example", "  0114 ;  reg@uv.example  ",
    ],
)  # fmt: skip
def test_a_municipality_is_told_by_code_or_name_with_any_usual_sign_between(round_, line):
    assert changed(round_, line) == {"Upplands Väsby": "reg@uv.example"}


def test_headings_and_empty_lines_are_no_mistakes(round_):
    assert changed(round_, "kommun;adress\n\n0114;reg@uv.example\n\n") == {"Upplands Väsby": "reg@uv.example"}


def test_what_is_so_already_changes_nothing(round_):
    reading = read_list(round_, "1480; 1480@kommun.example")
    assert (reading.changes, reading.same, reading.problems) == ([], 1, [])


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("9999; a@b.example", "Rad 1: ”9999; a@b.example” börjar inte med någon kommuns kod eller namn."),
        ("x\nNarnia; a@b.example", "Rad 2: ”Narnia; a@b.example” börjar inte med någon kommuns kod eller namn."),
        ("0180; ingen adress", "Rad 1: ”ingen adress” är ingen e-postadress."),
        ("0180;", "Rad 1: ”” är ingen e-postadress."),
        ("0180", "Rad 1: ”” är ingen e-postadress."),
        ("0180; a@b.example\n0180; c@d.example", "Rad 2: Stockholm står två gånger, med olika adresser."),
        ("0180; a@b.example\nStockholm; c@d.example", "Rad 2: Stockholm står två gånger, med olika adresser."),
    ],
)
def test_a_line_that_is_not_understood_is_named_with_what_is_wrong(round_, lines, said):
    assert said in read_list(round_, lines).problems


def test_the_same_line_twice_is_no_mistake(round_):
    assert changed(round_, "0180; a@b.example\n0180; a@b.example") == {"Stockholm": "a@b.example"}


def test_a_list_without_end_is_cut_off_and_says_so(round_):
    reading = read_list(round_, "0180; a@b.example\n" * (MOST_LINES + 1))
    [said] = reading.problems
    assert said.startswith(f"Bara de första {MOST_LINES} raderna lästes.")


def test_nothing_is_written_until_it_is_accepted(round_):
    client, case = signed_in_client("reviewer"), at(round_, "untouched")
    text = "0180; a@b.example\n9999; x@y.example"
    # When a list is read, then nothing is changed, and the bad line stands there to be mended
    page = client.post(PATH, {"text": text}).content.decode()
    case.refresh_from_db()
    assert case.mailbox != "a@b.example"
    assert "9999" in page
    assert not ActivityEntry.objects.exists()
    # When it is accepted, then what was understood is written, and the log says how many and not which
    client.post(PATH, {"text": text, "accepted": ""})
    case.refresh_from_db()
    assert case.mailbox == "a@b.example"
    [entry] = ActivityEntry.objects.all()
    assert (entry.action, entry.subject, entry.detail) == ("link.manage", "2031", "mailboxes: 1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_a_file_is_read_as_spreadsheets_write_it(round_, encoding):
    sent = SimpleUploadedFile("adresser.csv", "Upplands Väsby;reg@uv.example\r\n".encode(encoding))
    page = signed_in_client("reviewer").post(PATH, {"file": sent, "text": ""})
    [change] = page.context["reading"].changes
    assert (change.case.name, change.after) == ("Upplands Väsby", "reg@uv.example")


def test_an_empty_list_says_what_to_do(round_):
    page = signed_in_client("reviewer").post(PATH, {"text": "  "})
    assert "Listan är tom" in page.content.decode()
