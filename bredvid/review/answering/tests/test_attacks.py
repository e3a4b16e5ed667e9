"""What somebody may try who wants in, out or in the way: odd bytes, odd addresses, and a link read long afterwards."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from bredvid.review.answering.tests import makers
from bredvid.review.answering.tests.makers import Municipality
from bredvid.review.models import Link

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_at_once", "a_published_round")]

ODD_NUMBERS = ["²", "९", "9" * 5000, "-1", "1e9", "\x00", " 1"]
ODD_LANGUAGES = ["", "de", "../../x", "\x00", "sv/../en", "x" * 5000]


@pytest.fixture
def municipality():
    """Somebody who is in, with nothing answered."""
    return Municipality(makers.case()).gets_in()


@pytest.mark.parametrize("odd", ODD_NUMBERS)
def test_no_odd_revision_is_an_error_of_ours(municipality, odd):
    municipality.answers("q3", t="Ord")
    response = municipality.answers("q3", seen=1, t="Andra ord", keep=f"q3:{odd}")
    assert response.status_code in (302, 409, 422)


@pytest.mark.parametrize("odd", ODD_NUMBERS)
def test_no_odd_place_that_was_read_up_to_is_an_error_of_ours(municipality, odd):
    municipality.answers("q1", o="nej")
    assert municipality.sends("lamna-in/", read=odd).status_code == 409


@pytest.mark.parametrize("odd", ODD_LANGUAGES)
def test_an_unknown_language_leads_to_the_overview(municipality, odd):
    response = municipality.sends(seen_q3=0, t_q3="Ord", go=f"language:{odd}")
    assert response.status_code == 302
    assert response["Location"] == municipality.address("oversikt/")


@pytest.mark.parametrize("code", ["", "\x00", "å" * 10_000, "AAAA\n\rAAAA", "İ" * 9, "\N{RIGHT-TO-LEFT OVERRIDE}AAAA"])
def test_no_odd_code_is_an_error_of_ours(municipality, code):
    stranger = Client()
    response = stranger.post(municipality.address("kod/"), {"code": code})
    assert response.status_code == 422
    assert not response.cookies


def test_a_page_with_more_fields_than_any_form_has_is_refused_calmly(municipality):
    fields = {"form": municipality.form} | {f"seen-x{number}": "0" for number in range(10_000)}
    assert municipality.client.post(municipality.address("del/s1/"), fields).status_code == 400


def test_link_and_code_read_in_the_mail_after_a_week_open_nothing(municipality):
    # Given that somebody is handed the municipality's mail, with the link and the newest code
    code = makers.code_in(mail.outbox[-1].body)
    Link.objects.update(code_sent_at=timezone.now() - timedelta(days=7))
    # When she types it
    reader = Municipality(municipality.case, token=municipality.token)
    response = reader.types(code)
    # Then nothing opens, and the page says why to those whose answers they are
    assert response.status_code == 422
    assert not response.cookies
    assert reader.opens("oversikt/").status_code == 302
    assert "gäller inte längre" in response.content.decode()
    # And a new one does, which comes to the mailbox on file
    assert reader.types(reader.asks_for_a_code()).status_code == 302


def test_handing_in_ends_the_code_and_leaves_the_receipt_to_who_handed_in(municipality):
    code = makers.code_in(mail.outbox[-1].body)
    municipality.answers("q1", o="nej")
    municipality.answers("q8", o="over-30", n="47")
    assert municipality.hands_in().status_code == 302
    reader = Municipality(municipality.case, token=municipality.token)
    assert reader.types(code).status_code == 422
    assert "47" in municipality.opens("kvitto/").content.decode()


def test_what_was_typed_while_the_code_grew_too_old_is_kept_past_a_new_one(municipality):
    code = makers.code_in(mail.outbox[-1].body)
    municipality.client.cookies.clear()
    Link.objects.update(code_sent_at=timezone.now() - timedelta(days=8))
    response = municipality.answers("q3", t="Skrivet länge", code=code)
    assert response.status_code == 403
    assert "gäller inte längre" in response.content.decode()
    again = municipality.asks_for_a_code()
    assert municipality.answers("q3", t="Skrivet länge", code=again).status_code == 302
