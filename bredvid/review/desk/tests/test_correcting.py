"""An answer is put right with a reason; history, log, mail and the municipality's next receipt all know of it."""

import pytest
from django.core import mail
from django.utils import timezone

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.review.answering.tests import makers as answering
from bredvid.review.answering.tests.makers import Municipality, token_in
from bredvid.review.desk.tests.rounds import SECRET_NUMBER, at, stand
from bredvid.review.fieldwork.tests import makers
from bredvid.review.fieldwork.tests.makers import option, question
from bredvid.review.models import Case, Entry, Letter

pytestmark = pytest.mark.django_db


def page_of(case: Case, rest: str = "") -> str:
    return f"/personal/granskning/{case.fieldwork_id}/kommuner/{case.slug}/{rest}"


def correct(case: Case, question: str = "q1", **fields: str):
    sent = {f"seen-{question}": "1", "reason": "De skrev till oss."}
    sent |= {f"{name}-{question}" if len(name) == 1 else name: value for name, value in fields.items()}
    return signed_in_client("reviewer").post(page_of(case, f"svar/{question}/ratta/"), sent)


@pytest.mark.usefixtures("at_once")
def test_a_correction_keeps_what_stood_before_and_tells_the_municipality(round_):
    case = at(round_, "submitted")
    correct(case, o="ja")
    # Then both answers are there, with who and why
    before, now = Entry.objects.filter(case=case, question__code="q1")
    assert (before.superseded, now.superseded, now.value) == (True, False, {"options": ["ja"]})
    assert (now.origin, now.reason, now.staff is not None) == ("staff", "De skrev till oss.", True)
    # And the mail says the question, both answers and the reason
    [sent] = mail.outbox
    assert sent.to == [case.mailbox]
    for words in ("Fråga q1?", "Svaret var: Nej", "Svaret är nu: Ja", "De skrev till oss."):
        assert words in sent.body
    # And where the municipality stands is as it was
    case.refresh_from_db()
    assert case.state == "submitted"


@pytest.mark.usefixtures("at_once")
def test_no_number_of_persons_is_in_the_log_or_the_mail(round_):
    case = at(round_, "submitted")
    correct(case, "q8", o="over-30", n="57")
    log = " ".join(f"{entry.subject} {entry.detail}" for entry in ActivityEntry.objects.all())
    told = " ".join(f"{each.subject} {each.body}" for each in mail.outbox)
    assert len(mail.outbox) == ActivityEntry.objects.count() == 1
    for number in ("57", str(SECRET_NUMBER)):
        assert number not in log + told
    assert "Over-30" in told


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"o": "ja", "reason": "  "}, "Skriv varför du rättar"),
        ({"o": "kanske"}, "inte ett av svaren"),
        ({"o": "nej"}, "Så står det redan"),
        ({"seen-q1": "7", "o": "ja"}, "har ändrats"),
    ],
)
def test_what_cannot_be_corrected_says_why_keeps_what_was_typed_and_writes_nothing(round_, fields, said):
    case = at(round_, "submitted")
    page = correct(case, **fields)
    assert page.status_code == 422
    assert said in page.content.decode()
    if fields.get("o") == "ja":
        assert 'value="ja" checked' in page.content.decode()
    assert Entry.objects.filter(case=case, question__code="q1").count() == 1
    assert not ActivityEntry.objects.exists()
    assert not Letter.objects.exists()


@pytest.mark.usefixtures("at_once")
def test_the_former_answer_holds_again_as_a_correction_of_its_own(round_):
    case = at(round_, "submitted")
    correct(case, o="ja")
    signed_in_client("reviewer").post(page_of(case, "svar/q1/aterstall/1/"))
    held = Entry.objects.get(case=case, question__code="q1", superseded=False)
    assert (held.revision, held.value) == (3, {"options": ["nej"]})
    assert len(mail.outbox) == 2


@pytest.mark.usefixtures("mail_at_once_too")
def test_the_next_receipt_of_the_municipality_lists_the_correction():
    # Given a municipality that has handed in, and a reviewer who corrects an answer
    case = answering.case()
    visitor = Municipality(case).gets_in()
    visitor.answers("q1", o="nej")
    visitor.answers("q9", t="Enheten för allt")
    visitor.hands_in()
    correct(case, o="ja")
    signed_in_client("reviewer").post(
        f"/personal/granskning/{case.fieldwork_id}/koda/q9/{case.slug}/", {"codes": "a", "seen": "1"}
    )
    # When it opens its answers by a link from the reviewer and hands in again
    signed_in_client("reviewer").post(page_of(case, "lank/"), {"mail": ""})
    again = Municipality(case, token=token_in(mail.outbox[-1].body)).gets_in()
    again.answers("q2", o="a")
    mail.outbox.clear()
    again.hands_in()
    # Then the receipt lists the correction as a change since the time before, and not the codes
    body = mail.outbox[-1].body
    changes = body.partition("ÄNDRAT SEDAN")[2].partition("ALLA SVAR")[0]
    assert "Fråga q1?" in changes
    assert "förut: Nej" in changes
    assert "nu: Ja" in changes
    assert "q9" not in changes


@pytest.fixture
def mail_at_once_too(at_once, db):
    """Mail leaves at once on both sides of the counter."""


@pytest.mark.usefixtures("at_once")
def test_coding_keeps_the_words_mails_nobody_and_goes_to_the_next(round_):
    case, client = at(round_, "begun"), signed_in_client("reviewer")
    # Given two answers in own words without codes (one more is locked), the next is the first in the alphabet
    page = client.get("/personal/granskning/2031/koda/q9/")
    assert page.context["queue"].waiting == 3
    answer = client.post(
        f"/personal/granskning/2031/koda/q9/{case.slug}/", {"codes": "enhet", "seen": "1"}, follow=True
    )
    # Then the words are as they were, beside their code, and the page shows another municipality
    held = Entry.objects.get(case=case, question__code="q9", superseded=False)
    assert held.value == {"text": "Enheten för allt", "options": ["enhet"]}
    assert answer.context["case"] != case
    assert mail.outbox == []
    assert ActivityEntry.objects.get().detail == "q9: codes"


def test_when_nothing_is_left_to_code_it_says_so(round_):
    client = signed_in_client("reviewer")
    for stage in ("begun", "submitted", "reopened"):
        client.post(f"/personal/granskning/2031/koda/q9/{at(round_, stage).slug}/", {"codes": "enhet", "seen": "1"})
    page = client.get("/personal/granskning/2031/koda/q9/", follow=True).content.decode()
    assert "har fått sina koder" in page
    assert "1 till är låst" in page


def test_coding_without_a_code_or_over_a_newer_answer_writes_nothing(round_):
    case, client = at(round_, "begun"), signed_in_client("reviewer")
    path = f"/personal/granskning/2031/koda/q9/{case.slug}/"
    assert client.post(path, {"seen": "1"}).status_code == 422
    assert client.post(path, {"seen": "4", "codes": "enhet"}).status_code == 409
    assert client.post(path, {"seen": "1", "codes": "nonsens"}).status_code == 422
    assert Entry.objects.filter(case=case, question__code="q9").count() == 1
    assert not ActivityEntry.objects.exists()


def test_none_of_them_from_a_spreadsheet_is_told_and_can_hold_again():
    # Given an answer that only an import can give, and a correction of it
    round_ = makers.fieldwork(question("q7", "multiple", option("a"), option("b")), code="2032", state="open")
    case = stand(makers.case(round_, "0180", mailbox="0180@kommun.example"), "submitted")
    asked = round_.questionnaire.sections.get().questions.get()
    Entry.objects.create(
        case=case, question=asked, revision=1, value={"options": []}, origin="import", at=timezone.now()
    )
    assert "inget av dem" in signed_in_client("reviewer").get(page_of(case)).content.decode()
    correct(case, "q7", o="a")
    # When the former answer is let to hold again
    signed_in_client("reviewer").post(page_of(case, "svar/q7/aterstall/1/"))
    # Then it is that answer, and no blank
    now = Entry.objects.get(case=case, superseded=False)
    assert (now.revision, now.value, now.missing) == (3, {"options": []}, "")
    assert now.reason == "Ett tidigare svar gäller igen."
    assert "Svaret är nu: inget av dem" in Letter.objects.latest("pk").body
