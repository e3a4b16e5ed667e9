"""Links by mail: each its own, one failing address stops nobody, and what a killed process left goes out later."""

from smtplib import SMTPRecipientsRefused

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import transaction

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.review.answering.tests.makers import Municipality, token_in
from bredvid.review.desk.tests.rounds import AT, at
from bredvid.review.fieldwork.letters import TRIES, send_waiting
from bredvid.review.fieldwork.links import find_link
from bredvid.review.models import Case, Fieldwork, Letter, Link

pytestmark = pytest.mark.django_db

SEND = "/personal/granskning/2031/kommuner/skicka/"
CHOSEN = ["0180", "1480", "0114"]


@pytest.fixture
def addresses(round_):
    Case.objects.filter(code="0114").update(mailbox="0114@kommun.example")


def send(**changed):
    return signed_in_client("reviewer").post(SEND, {"case": CHOSEN, "confirmed": "", **changed})


@pytest.mark.usefixtures("addresses", "at_once")
def test_everybody_chosen_gets_a_link_of_their_own():
    send()
    assert sorted(each.to[0] for each in mail.outbox) == [
        "0114@kommun.example",
        "0180@kommun.example",
        "1480@kommun.example",
    ]
    for each in mail.outbox:
        link = find_link(token_in(each.body))
        assert link is not None
        assert link.case.mailbox == each.to[0]
        assert each.reply_to == ["vi@roks.example"]
    # And nothing of it is kept where it could be read
    assert set(Letter.objects.values_list("state", "body")) == {("sent", "")}
    log = " ".join(f"{entry.subject} {entry.detail}" for entry in ActivityEntry.objects.all())
    assert ActivityEntry.objects.filter(action="link.manage").count() == len(CHOSEN)
    assert not any(token_in(each.body) in log for each in mail.outbox)


@pytest.mark.usefixtures("addresses", "at_once")
def test_first_the_mail_is_shown_and_nothing_is_sent():
    page = signed_in_client("reviewer").post(SEND, {"case": CHOSEN})
    assert page.status_code == 200
    assert page.context["body"].startswith("Till ")
    assert (len(mail.outbox), Link.objects.count()) == (0, 0)


@pytest.mark.usefixtures("addresses", "at_once")
def test_those_who_have_answered_or_have_no_address_are_left_out():
    everybody = [*AT.values(), "0115"]
    send(case=everybody)
    assert sorted(each.to[0] for each in mail.outbox) == ["0180@kommun.example", "1480@kommun.example"]


@pytest.mark.usefixtures("at_once")
def test_where_nobody_can_be_sent_to_it_says_so(round_):
    answer = signed_in_client("reviewer").post(SEND, {"case": ["0115"], "confirmed": ""}, follow=True)
    assert "Ingen av dem kan få en länk" in answer.content.decode()
    assert not Link.objects.exists()


class OneRefused(EmailBackend):
    """A mail server that does not know one of the addresses."""

    def send_messages(self, messages):
        if any("1480@kommun.example" in message.to for message in messages):
            raise SMTPRecipientsRefused({"1480@kommun.example": (550, b"unknown")})
        return super().send_messages(messages)


@pytest.mark.usefixtures("addresses", "at_once")
def test_one_address_that_fails_does_not_stop_the_others(settings):
    settings.EMAIL_BACKEND = f"{__name__}.OneRefused"
    send()
    assert sorted(each.to[0] for each in mail.outbox) == ["0114@kommun.example", "0180@kommun.example"]
    left = Letter.objects.get(case__code="1480")
    assert (left.state, left.attempts) == ("queued", 1)
    assert "550" in left.error
    # And after some tries it waits for somebody to look at the address, who sends it again
    for _ in range(TRIES):
        send_waiting()
    left.refresh_from_db()
    assert left.state == "failed"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    signed_in_client("reviewer").post("/personal/granskning/2031/brev/igen/")
    left.refresh_from_db()
    assert left.state == "sent"


@pytest.mark.usefixtures("addresses")
def test_what_was_not_sent_when_the_process_ended_goes_out_later(monkeypatch):
    # Given links that were made, and a process that ended before any mail was sent
    monkeypatch.setattr(transaction, "on_commit", lambda send: None)
    send()
    assert Letter.objects.filter(state="queued").count() == len(CHOSEN)
    # When one of them had gone out and the rest are sent by whoever comes next
    first = Letter.objects.order_by("pk")[0]
    first.state = "sent"
    first.save()
    assert send_waiting() == (2, 0)
    # Then each went out once
    assert len(mail.outbox) == len(CHOSEN) - 1
    assert send_waiting() == (0, 0)


@pytest.mark.usefixtures("at_once")
def test_a_new_link_to_submitted_answers_opens_them_again_and_says_so(round_):
    case = at(round_, "submitted")
    page = f"/personal/granskning/2031/kommuner/{case.slug}/"
    # When a reviewer mails a new link
    answer = signed_in_client("reviewer").post(f"{page}lank/", {"mail": ""}, follow=True)
    assert "öppnas igen" in answer.content.decode()
    [sent] = mail.outbox
    assert "ändra svar som ni har lämnat in" in sent.body
    # Then the answers count until the link is used with its code, and are open after it
    case.refresh_from_db()
    assert case.state == "submitted"
    Municipality(case, token=token_in(sent.body)).gets_in()
    case.refresh_from_db()
    assert case.state == "reopened"


@pytest.mark.usefixtures("at_once")
def test_withdrawing_ends_the_link_and_again_changes_nothing(round_):
    case, client = at(round_, "untouched"), signed_in_client("reviewer")
    page = f"/personal/granskning/2031/kommuner/{case.slug}/lank/"
    told = client.post(page, {"make": ""}).context["told"]
    assert client.get(f"/svara/{token_in(told)}/").status_code == 200
    client.post(page, {"withdraw": ""})
    assert client.get(f"/svara/{token_in(told)}/").status_code == 404
    before = ActivityEntry.objects.count()
    client.post(page, {"withdraw": ""})
    assert ActivityEntry.objects.count() == before


def test_the_mail_says_everything_a_municipality_needs(round_):
    from bredvid.review.desk.invitations import invitation

    Fieldwork.objects.update(answer_by="2031-04-12")
    subject, body = invitation(Fieldwork.objects.get(), "Ale", "https://bredvid.example/svara/x/")
    assert subject == "Frågor till Ale: Prov 2031"
    for words in (
        "https://bredvid.example/svara/x/",
        "inget konto",
        "den 12 april 2031",
        "vi@roks.example",
        "vet ni inte",
    ):
        assert words in body
