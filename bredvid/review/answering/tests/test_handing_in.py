"""Handing in: only what is complete and read through, with a receipt that says what changed; and opening again."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from bredvid.review.answering.tests import makers
from bredvid.review.answering.tests.makers import Municipality
from bredvid.review.fieldwork.saving import save_answer
from bredvid.review.fieldwork.submitting import set_locked
from bredvid.review.fieldwork.tests.makers import question_of
from bredvid.review.models import Case, Fieldwork, Letter, Link, Submission

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_at_once", "a_published_round")]


@pytest.fixture
def municipality():
    """Somebody who is in, with nothing answered."""
    return Municipality(makers.case()).gets_in()


@pytest.fixture
def done(municipality):
    """Somebody who has handed in for the first time."""
    municipality.answers("q1", o="nej")
    municipality.answers("q8", o="over-30", n="47")
    assert municipality.hands_in().status_code == 302
    return municipality


def state_of(municipality: Municipality) -> str:
    return Case.objects.get(pk=municipality.case.pk).state


def opened_again(municipality: Municipality) -> Municipality:
    """Asks for it, takes the link out of the mail and gets in with its code."""
    municipality.sends("oppna-igen/")
    return Municipality(municipality.case, token=makers.token_in(mail.outbox[-1].body)).gets_in()


def test_the_overview_says_what_is_lacking_and_leads_there(municipality):
    words = municipality.opens("oversikt/").content.decode()
    assert "En fråga är kvar" in words
    assert f"{municipality.address('del/s1/')}#q-q1" in words


def test_what_is_incomplete_is_not_handed_in(municipality):
    assert municipality.opens("lamna-in/").status_code == 302
    response = municipality.sends("lamna-in/", read="0")
    assert response.status_code == 422
    assert "något fattas" in response.content.decode()
    assert state_of(municipality) != Case.State.SUBMITTED
    assert not Letter.objects.filter(kind=Letter.Kind.RECEIPT).exists()


def test_do_not_know_without_why_is_incomplete(municipality):
    municipality.answers("q1", o="vet-ej")
    assert municipality.opens("lamna-in/").status_code == 302
    municipality.answers("q1", seen=1, o="vet-ej", w="Ingen vet.")
    assert municipality.opens("lamna-in/").status_code == 200


def test_a_required_question_may_be_refused(municipality):
    municipality.answers("q1", m="refused")
    assert municipality.hands_in().status_code == 302
    assert state_of(municipality) == Case.State.SUBMITTED


def test_what_a_colleague_changed_after_it_was_read_is_not_handed_in_unread(municipality):
    # Given somebody who has read the answers through
    municipality.answers("q1", o="nej")
    page = municipality.opens("lamna-in/").content.decode()
    read = page.split('name="read" value="')[1].split('"')[0]
    # When a colleague answers something before she presses the button
    question = question_of(municipality.case, "q3")
    save_answer(case=municipality.case, question=question, value={"text": "Nytt"}, seen=0)
    # Then nothing is handed in and she is told
    response = municipality.sends("lamna-in/", read=read)
    assert response.status_code == 409
    assert "ett svar har ändrats" in response.content.decode()
    assert state_of(municipality) == Case.State.BEGUN


def test_handing_in_gives_a_receipt_on_the_page_and_in_the_mailbox(done):
    assert state_of(done) == Case.State.SUBMITTED
    page = done.opens("kvitto/").content.decode()
    assert "Inlämning 1" in page
    assert "exakt 47" in page
    receipt = mail.outbox[-1]
    assert receipt.to == ["registrator@kommun.example"]
    assert "Fråga q1?" in receipt.body
    assert "Nej" in receipt.body


def test_a_mail_never_holds_an_exact_number_of_persons(done):
    # A clock may say 47 minutes past; nothing else may say 47.
    assert not re.search(r"(?<![\d:.])47(?!\d)", str(mail.outbox[-1].body))
    assert "Over-30" in mail.outbox[-1].body


def test_handing_in_twice_is_handing_in_once(done):
    assert done.sends("lamna-in/", read="0").status_code == 302
    assert Submission.objects.count() == 1
    assert Letter.objects.filter(kind=Letter.Kind.RECEIPT).count() == 1


def test_after_handing_in_it_can_be_read_and_not_changed(done):
    assert done.opens("oversikt/").status_code == 200
    assert "#q-q1" not in done.opens("oversikt/").content.decode()
    assert done.opens("del/s1/").status_code == 302
    assert done.answers("q1", seen=1, o="ja").status_code == 409


def test_opening_again_mails_a_fresh_link_and_ends_the_one_in_use(done):
    response = done.sends("oppna-igen/")
    assert response.status_code == 200
    assert done.opens().status_code == 404
    letter = Letter.objects.get(kind=Letter.Kind.REOPENED)
    assert letter.to == "registrator@kommun.example"
    # Nothing is open before the fresh link is used with its code
    assert state_of(done) == Case.State.SUBMITTED


def test_the_fresh_link_opens_the_answers_with_its_code(done):
    again = opened_again(done)
    assert state_of(done) == Case.State.REOPENED
    assert again.answers("q1", seen=1, m="refused").status_code == 302


def test_the_fresh_link_alone_opens_nothing(done):
    done.sends("oppna-igen/")
    stranger = Municipality(done.case, token=makers.token_in(mail.outbox[-1].body))
    assert stranger.opens("del/s1/").status_code == 302
    assert state_of(done) == Case.State.SUBMITTED


def test_a_link_opens_submitted_answers_once(done):
    again = opened_again(done)
    again.hands_in()
    assert state_of(done) == Case.State.SUBMITTED
    Link.objects.update(code_sent_at=timezone.now() - timedelta(minutes=2))
    Municipality(done.case, token=again.token).gets_in()
    assert state_of(done) == Case.State.SUBMITTED


def test_a_renewed_link_does_not_open_submitted_answers(done):
    Municipality(done.case).gets_in()
    assert state_of(done) == Case.State.SUBMITTED


def test_the_second_receipt_says_exactly_what_changed(done):
    again = opened_again(done)
    again.answers("q1", seen=1, o="ja")
    again.answers("q8", seen=1, o="over-30", n="48")
    again.hands_in()
    body = mail.outbox[-1].body
    changes = body.split("ÄNDRAT SEDAN INLÄMNING 1")[1].split("ALLA SVAR")[0]
    assert [line.strip() for line in changes.splitlines() if line.strip()] == [
        "1. Fråga q1?", "förut: Nej", "nu: Ja", "6. Fråga q8?", "förut: Over-30, med ett annat exakt antal",
        "nu: Over-30, med ett annat exakt antal",
    ]  # fmt: skip
    page = again.opens("kvitto/").content.decode()
    assert "Ändrat sedan inlämning 1" in page
    assert Submission.objects.get(number=2).revisions == {"q1": 2, "q8": 2}


def test_a_receipt_says_so_when_nothing_changed(done):
    again = opened_again(done)
    again.hands_in()
    assert "Inget." in mail.outbox[-1].body.split("ALLA SVAR")[0]


def test_an_answer_that_is_no_longer_put_is_a_change(municipality):
    municipality.answers("q1", o="ja")
    municipality.answers("q2", o="a")
    municipality.hands_in()
    again = opened_again(municipality)
    again.answers("q1", seen=1, o="nej")
    again.hands_in()
    assert "nu: ställdes inte till er" in mail.outbox[-1].body
    assert "q2" not in Submission.objects.get(number=2).revisions


def test_while_open_again_the_page_says_which_answers_count(done):
    again = opened_again(done)
    assert "det de svaren som räknas" in again.opens("oversikt/").content.decode()


@pytest.mark.parametrize("why", ["closed", "locked", "not handed in"])
def test_what_cannot_be_opened_again_is_not_and_no_link_ends(municipality, why):
    municipality.answers("q1", o="nej")
    if why != "not handed in":
        municipality.hands_in()
    if why == "closed":
        makers.set_state(municipality.case, Fieldwork.State.CLOSED)
    if why == "locked":
        set_locked(case=municipality.case, locked=True)
    assert municipality.sends("oppna-igen/").status_code == 409
    assert municipality.opens("oversikt/").status_code == 200
    assert not Letter.objects.filter(kind=Letter.Kind.REOPENED).exists()


def test_without_a_mailbox_nobody_is_locked_out(done):
    Case.objects.update(mailbox="")
    assert done.sends("oppna-igen/").status_code == 409
    assert done.opens("oversikt/").status_code == 200


def test_a_fresh_link_used_after_the_round_closed_lets_one_read(done):
    done.sends("oppna-igen/")
    makers.set_state(done.case, Fieldwork.State.CLOSED)
    late = Municipality(done.case, token=makers.token_in(mail.outbox[-1].body)).gets_in()
    assert late.opens("oversikt/").status_code == 200
    assert state_of(done) == Case.State.SUBMITTED


@pytest.mark.parametrize("state", [Fieldwork.State.CLOSED, Fieldwork.State.PREPARED])
def test_nothing_is_handed_in_outside_the_time_for_it(municipality, state):
    municipality.answers("q1", o="nej")
    makers.set_state(municipality.case, state)
    assert municipality.opens("lamna-in/").status_code == 302
    newest = municipality.case.entries.order_by("-pk").values_list("pk", flat=True)[0]
    assert municipality.sends("lamna-in/", read=str(newest)).status_code == 409
    assert not Submission.objects.exists()


def test_there_is_no_receipt_before_anything_was_handed_in(municipality):
    assert municipality.opens("kvitto/").status_code == 302


def test_the_receipt_is_written_in_the_language_of_the_page():
    municipality = Municipality(makers.case(), prefix="/en").gets_in()
    municipality.answers("q1", o="nej")
    municipality.hands_in()
    assert mail.outbox[-1].subject == "Receipt: answers from Stockholm, submission 1"
