"""The way in: a link alone shows the empty form, link and code together open it, and a link that ended never was."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from bredvid.review.answering import access
from bredvid.review.answering.tests import makers
from bredvid.review.answering.tests.makers import Municipality
from bredvid.review.fieldwork.letters import send_waiting
from bredvid.review.fieldwork.links import CODES_A_DAY, WRONG_CODES, make_link, withdraw_links
from bredvid.review.fieldwork.tests import makers as field
from bredvid.review.models import Fieldwork, Letter, Link

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("mail_at_once", "a_published_round")]

PAGES = ["", "formular/", "kod/", "stang/", "del/s1/", "oversikt/", "lamna-in/", "kvitto/", "oppna-igen/"]
BEHIND_THE_CODE = ["del/s1/", "oversikt/", "lamna-in/", "kvitto/", "oppna-igen/"]


@pytest.fixture
def municipality():
    """Somebody with a link who has not typed a code."""
    return Municipality(makers.case())


def another_case(fieldwork: Fieldwork):
    """Another municipality in the same round."""
    return field.case(fieldwork, code="0114")


def ended(case, how: str) -> str:
    """The random part of a link that no longer holds, or never did."""
    if how == "guessed":
        return "a" * 27
    _, token = make_link(case=case)
    make_link(case=case) if how == "renewed" else withdraw_links(case=case)
    return token


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("how", ["guessed", "renewed", "withdrawn"])
@pytest.mark.parametrize("method", ["get", "post", "put"])
def test_a_link_that_ended_is_answered_to_the_byte_like_an_address_that_never_was(page, how, method):
    for prefix in ("", "/en"):
        client = Client()
        token = ended(makers.case(), how) if prefix == "" else "b" * 27
        never = getattr(client, method)(f"{prefix}/finns-inte/{'a' * 27}/{page}")
        found = getattr(client, method)(f"{prefix}/svara/{token}/{page}")
        assert found.status_code == never.status_code == 404
        assert found.content == never.content
        assert dict(found.headers) == dict(never.headers)
        assert not found.cookies


def test_a_link_that_ended_ends_what_its_code_opened():
    municipality = Municipality(makers.case()).gets_in()
    assert municipality.opens("oversikt/").status_code == 200
    withdraw_links(case=municipality.case)
    assert municipality.opens("oversikt/").status_code == 404
    assert municipality.answers("q1", o="ja").status_code == 404


def test_reading_a_link_binds_nothing_and_sends_nothing(municipality):
    # A scanner of mails fetches every address in them.
    before = Link.objects.values().get()
    for page in PAGES:
        response = municipality.opens(page)
        assert not response.cookies
    assert Link.objects.values().get() == before
    assert not mail.outbox


@pytest.mark.parametrize("page", BEHIND_THE_CODE)
def test_without_a_code_no_page_with_answers_is_shown(municipality, page):
    response = municipality.opens(page)
    assert response.status_code == 302
    assert response.url == municipality.address("kod/")


@pytest.mark.parametrize("page", BEHIND_THE_CODE)
def test_the_code_of_another_link_opens_nothing(municipality, page):
    # Given somebody who is in at another municipality, with her cookies
    other = Municipality(another_case(municipality.case.fieldwork)).gets_in()
    for name, cookie in other.client.cookies.items():
        municipality.client.cookies[name] = cookie.value
    # Then they open nothing here
    assert municipality.opens(page).status_code == 302


def test_the_whole_form_is_shown_before_anything_is_asked(municipality):
    words = municipality.opens("formular/").content.decode()
    for code in ("q1", "q2", "q3", "q4", "q5", "q8", "q9"):
        assert f"Fråga {code}?" in words
    assert "Bara om ni svarat Ja på fråga 1." in words
    assert "registrator@" not in words


def test_the_code_comes_to_the_mailbox_on_file_and_opens_however_it_is_typed(municipality):
    code = municipality.asks_for_a_code()
    assert mail.outbox[-1].to == ["registrator@kommun.example"]
    response = municipality.types(f"  {code.lower().replace(' ', '-')} ")
    assert response.status_code == 302
    assert municipality.opens("oversikt/").status_code == 200
    assert Letter.objects.get().body == ""


def test_pages_show_only_so_much_of_the_mailbox_that_one_knows_it_again(municipality):
    for page in ("", "kod/"):
        words = municipality.opens(page).content.decode()
        assert "registrator@" not in words
        assert "kommun.example" in words


def test_the_cookie_goes_to_this_links_own_pages_alone_and_to_no_script(municipality, settings):
    settings.CSRF_COOKIE_SECURE = True
    response = municipality.types(municipality.asks_for_a_code())
    paths = {cookie["path"] for cookie in response.cookies.values()}
    assert paths == {f"/svara/{municipality.token}/", f"/en/svara/{municipality.token}/"}
    for cookie in response.cookies.values():
        assert cookie["httponly"]
        assert cookie["secure"]
        assert cookie["samesite"] == "Strict"
        assert cookie["max-age"] == timedelta(hours=12).total_seconds()
        assert municipality.case.code not in cookie.value


def test_the_code_opens_the_english_pages_too(municipality):
    municipality.types(municipality.asks_for_a_code())
    municipality.prefix = "/en"
    response = municipality.opens("oversikt/")
    assert response.status_code == 200
    assert 'lang="en"' in response.content.decode()


def test_a_visit_ends_after_twelve_hours(municipality, monkeypatch):
    municipality.gets_in()
    later = (timezone.now() + access.LONGEST_VISIT + timedelta(seconds=1)).timestamp()
    monkeypatch.setattr("django.core.signing.time.time", lambda: later)
    assert municipality.opens("oversikt/").status_code == 302


def test_a_visit_can_be_closed(municipality):
    municipality.gets_in()
    municipality.client.post(municipality.address("stang/"))
    assert municipality.opens("oversikt/").status_code == 302


def test_a_wrong_code_is_told_with_how_many_tries_are_left(municipality):
    municipality.asks_for_a_code()
    response = municipality.types("AAAAAAAA")
    assert response.status_code == 422
    assert f"{WRONG_CODES - 1} försök kvar" in response.content.decode()
    for _ in range(WRONG_CODES - 1):
        response = municipality.types("AAAAAAAA")
    assert "för många gånger" in response.content.decode()


def test_codes_come_with_some_time_between_and_the_page_says_when(municipality):
    municipality.asks_for_a_code()
    response = municipality.client.post(municipality.address("kod/"))
    assert response.status_code == 429
    assert "i dag" in response.content.decode() or "i morgon" in response.content.decode()
    assert len(mail.outbox) == 1
    Link.objects.update(codes_sent=CODES_A_DAY, code_sent_at=timezone.now() - timedelta(hours=2))
    assert municipality.client.post(municipality.address("kod/")).status_code == 429


def test_without_a_mailbox_nothing_is_sent_and_it_is_told(municipality):
    municipality.case.mailbox = ""
    municipality.case.save(update_fields=["mailbox"])
    assert municipality.client.post(municipality.address("kod/")).status_code == 409
    assert "Ingen kod" not in municipality.opens().content.decode()
    assert Link.objects.get().code_hash == ""


def test_a_mail_server_that_is_away_loses_no_code(municipality, monkeypatch):
    # Given a mail server that cannot be reached
    def away(message):
        raise ConnectionRefusedError("no mail server")

    with monkeypatch.context() as patch:
        patch.setattr("django.core.mail.EmailMessage.send", away)
        municipality.client.post(municipality.address("kod/"))
    letter = Letter.objects.get()
    assert (letter.state, letter.attempts) == (Letter.State.QUEUED, 1)
    # When what waits is sent
    assert send_waiting() == (1, 0)
    # Then the code in it opens
    assert municipality.types(makers.code_in(mail.outbox[-1].body)).status_code == 302


@pytest.mark.parametrize("page", ["kod/", "stang/", "del/s1/", "lamna-in/", "oppna-igen/"])
def test_nothing_is_taken_from_another_site(municipality, page):
    municipality.gets_in()
    fields = municipality.fields(**{"seen-q1": 0, "o-q1": "ja"})
    response = municipality.client.post(municipality.address(page), fields, headers={"sec-fetch-site": "cross-site"})
    assert response.status_code == 403
    assert not municipality.case.entries.exists()


@pytest.mark.parametrize("page", ["del/s1/", "lamna-in/", "oppna-igen/"])
@pytest.mark.parametrize("form", ["", "forged", "of another link"])
def test_nothing_is_taken_without_the_token_of_a_page_behind_this_link(municipality, page, form):
    municipality.gets_in()
    if form == "of another link":
        form = Municipality(another_case(municipality.case.fieldwork)).gets_in().form
    sent = {"form": form, "seen-q1": 0, "o-q1": "ja"}
    assert municipality.client.post(municipality.address(page), sent).status_code == 403
    assert not municipality.case.entries.exists()


@pytest.mark.parametrize("page", ["", "formular/", "kod/", "del/s1/", "oversikt/", "lamna-in/"])
def test_no_page_is_kept_searched_or_told_of(municipality, page):
    response = municipality.gets_in().opens(page)
    assert response.headers["Cache-Control"] == "no-store"
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers["Referrer-Policy"] == "no-referrer"


@pytest.mark.parametrize("page", PAGES)
def test_a_method_that_no_page_has_is_refused(municipality, page):
    assert municipality.client.delete(municipality.address(page)).status_code == 405


@pytest.mark.parametrize("state", [Fieldwork.State.PREPARED, Fieldwork.State.CLOSED])
def test_a_round_that_is_not_open_says_so_at_the_door(municipality, state):
    makers.set_state(municipality.case, state)
    words = municipality.opens().content.decode()
    assert ("inte börjat" if state == Fieldwork.State.PREPARED else "stängd") in words


def test_a_demonstration_says_that_it_is_one():
    case = makers.case(demonstration=True)
    assert "DEMO" in Municipality(case).opens().content.decode()
