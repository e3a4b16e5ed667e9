"""Cookies, sessions and what is kept of a request: as little as can be."""

import time
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress, EmailConfirmation
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from bredvid.accounts.models import Staff
from bredvid.accounts.tests.makers import PASSWORD, code_now, give_second_factor, link_in, signed_in_client, staff_with

pytestmark = pytest.mark.django_db

LOGIN, CODE = "/personal/logga-in/", "/personal/tvasteg/kod/"
ADDRESS, BROWSER = "192.0.2.77", "a-very-peculiar-browser"


@pytest.fixture(autouse=True)
def _fresh_counts():
    cache.clear()


def sign_in(browser: Client, staff: Staff, secret: str, **extra: str):
    browser.post(f"{LOGIN}{extra.pop('query', '')}", {"login": staff.email, "password": PASSWORD, **extra})
    return browser.post(CODE, {"code": code_now(secret, at=time.time())})


def somebody() -> tuple[Staff, str]:
    staff = staff_with(role="reviewer", second_factor=False)
    return staff, give_second_factor(staff)


def test_the_session_gets_a_new_name_when_she_signs_in():
    # Given a session that somebody else may have planted
    browser = Client()
    staff, secret = somebody()
    browser.post(LOGIN, {"login": staff.email, "password": PASSWORD})
    planted = browser.cookies["personal"].value
    # When she signs in, then its name is another, and the old one opens nothing
    browser.post(CODE, {"code": code_now(secret, at=time.time())})
    assert browser.cookies["personal"].value != planted
    other = Client()
    other.cookies["personal"] = planted
    assert other.get("/personal/").status_code == 302


def test_half_signed_in_is_not_signed_in():
    staff, _ = somebody()
    browser = Client()
    browser.post(LOGIN, {"login": staff.email, "password": PASSWORD})
    for page in ("/personal/", "/personal/konto/", "/personal/tvasteg/"):
        assert browser.get(page).headers["Location"].startswith(LOGIN)


def test_the_cookies_are_hidden_from_scripts_and_from_other_sites():
    staff, secret = somebody()
    browser = Client()
    browser.get(LOGIN)
    sign_in(browser, staff, secret)
    for name, same_site in (("personal", "Lax"), ("csrftoken", "Strict")):
        cookie = browser.cookies[name]
        assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, same_site, "/")
        # It goes when the browser is closed.
        assert cookie["max-age"] == cookie["expires"] == ""


def test_signing_out_ends_the_session_here_and_on_the_server():
    browser = signed_in_client("reviewer")
    kept = browser.cookies["personal"].value
    assert browser.get("/personal/logga-ut/").status_code == 200
    assert browser.get("/personal/").status_code == 200
    browser.post("/personal/logga-ut/")
    assert not Session.objects.filter(pk=kept).exists()
    assert browser.get("/personal/").status_code == 302


def test_sessions_that_have_ended_are_deleted_when_somebody_signs_in():
    signed_in_client("reviewer")
    Session.objects.update(expire_date=timezone.now() - timedelta(minutes=1))
    staff, secret = somebody()
    sign_in(Client(), staff, secret)
    assert Session.objects.count() == 1


def test_a_new_password_signs_her_out_elsewhere():
    here, elsewhere = signed_in_client("analyst"), Client()
    elsewhere.force_login(here.staff)
    new = {"oldpassword": PASSWORD, "password1": "another-quiet-lake", "password2": "another-quiet-lake"}
    here.post("/personal/losenord/", new)
    assert here.get("/personal/").status_code == 200
    assert elsewhere.get("/personal/").status_code == 302


@pytest.mark.parametrize(
    "where", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_leads_to_no_other_site(where):
    staff, secret = somebody()
    browser = Client()
    browser.post(f"{LOGIN}?next={where}", {"login": staff.email, "password": PASSWORD, "next": where})
    done = browser.post(CODE, {"code": code_now(secret, at=time.time())})
    assert done.headers["Location"] == "/personal/"


def test_signing_in_leads_to_the_page_that_was_asked_for():
    staff, secret = somebody()
    browser = Client()
    asked = browser.get("/personal/konto/").headers["Location"]
    browser.post(asked, {"login": staff.email, "password": PASSWORD, "next": "/personal/konto/"})
    done = browser.post(CODE, {"code": code_now(secret, at=time.time())})
    assert done.headers["Location"] == "/personal/konto/"


def test_a_code_opens_once_in_whichever_process(monkeypatch):
    staff, secret = somebody()
    code = code_now(secret, at=time.time())
    answers = []
    for _ in range(2):
        browser = Client()
        browser.post(LOGIN, {"login": staff.email, "password": PASSWORD})
        answers.append(browser.post(CODE, {"code": code}).status_code)
        # Another process has a memory of its own.
        cache.clear()
    assert answers == [302, 200]


def test_the_code_before_a_used_one_opens_no_more():
    staff, secret = somebody()
    assert sign_in(Client(), staff, secret).status_code == 302
    cache.clear()
    browser = Client()
    browser.post(LOGIN, {"login": staff.email, "password": PASSWORD})
    assert browser.post(CODE, {"code": code_now(secret, at=time.time() - 30)}).status_code == 200


def test_the_secret_of_an_app_is_sealed_in_the_database(settings):
    staff, secret = somebody()
    kept = Authenticator.objects.get(user_id=staff.pk, type="totp")
    assert secret not in str(kept.data)
    assert kept.wrap().validate_code(code_now(secret, at=time.time()))


def test_guessing_is_slowed_down():
    staff, _ = somebody()
    browser = Client()
    answers = [browser.post(LOGIN, {"login": staff.email, "password": f"guess-{n}-of-many"}) for n in range(7)]
    assert "5" not in {str(answer.status_code)[0] for answer in answers}
    # The right password is of no use while the account rests
    assert browser.post(LOGIN, {"login": staff.email, "password": PASSWORD}).status_code != 302


def test_too_many_attempts_from_one_place_meet_a_calm_page():
    answers = [Client().post("/personal/losenord/glomt/", {"email": f"a{n}@roks.example"}) for n in range(22)]
    assert answers[-1].status_code == 429
    assert "Vänta en stund" in answers[-1].content.decode()
    # Somebody elsewhere is not held up
    elsewhere = Client(REMOTE_ADDR=ADDRESS).post("/personal/losenord/glomt/", {"email": "a@roks.example"})
    assert elsewhere.status_code == 302


def test_guessing_codes_is_slowed_down():
    staff, secret = somebody()
    browser = Client()
    browser.post(LOGIN, {"login": staff.email, "password": PASSWORD})
    for n in range(6):
        browser.post(CODE, {"code": f"00000{n}"})
    assert browser.post(CODE, {"code": code_now(secret, at=time.time())}).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_no_address_and_no_browser_is_written_anywhere():
    # Given somebody who does all that allauth would remember an address for
    staff, secret = somebody()
    browser = Client(REMOTE_ADDR=ADDRESS, HTTP_USER_AGENT=BROWSER)
    browser.post(LOGIN, {"login": staff.email, "password": "wrong-altogether"})
    sign_in(browser, staff, secret)
    # A post that asks her to confirm first: allauth would keep the whole request in the session
    assert "/personal/bekrafta/" in browser.post("/personal/tvasteg/reservkoder/nya/").headers["Location"]
    browser.post("/personal/bekrafta/", {"password": PASSWORD})
    browser.post("/personal/tvasteg/reservkoder/nya/")
    browser.post("/personal/losenord/glomt/", {"email": staff.email})
    # Then no session, no row and no mail holds it
    kept = " ".join(str(session.get_decoded()) for session in Session.objects.all())
    kept += " ".join(f"{letter.subject} {letter.body} {letter.message()}" for letter in mail.outbox)
    kept += dump_of_database()
    assert len(mail.outbox) == 2
    assert ADDRESS not in kept
    assert BROWSER not in kept


def dump_of_database() -> str:
    from django.apps import apps

    return " ".join(str(list(model._default_manager.values())) for model in apps.get_models())


def test_asking_for_a_new_password_says_the_same_of_every_address():
    staff = staff_with(role="reviewer")
    known = Client().post("/personal/losenord/glomt/", {"email": staff.email})
    unknown = Client().post("/personal/losenord/glomt/", {"email": "nobody@bredvid.example"})
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    assert [letter.to for letter in mail.outbox] == [[staff.email]]


def test_the_mail_with_the_link_goes_aside_so_that_the_page_takes_no_longer(settings, monkeypatch):
    settings.MAIL_ASIDE = True
    aside = []
    monkeypatch.setattr("bredvid.accounts.mails.Thread.start", lambda thread: aside.append(thread))
    Client().post("/personal/losenord/glomt/", {"email": staff_with(role="reviewer").email})
    assert len(aside) == 1
    assert mail.outbox == []


def test_an_unknown_address_costs_as_many_hashes_as_a_wrong_password(monkeypatch):
    staff = staff_with(role="reviewer")
    from django.contrib.auth.hashers import MD5PasswordHasher

    counted: list[str] = []
    encode = MD5PasswordHasher.encode

    def counting(self, password, salt):
        counted.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counting)
    Client().post(LOGIN, {"login": staff.email, "password": "wrong-altogether"})
    of_known = len(counted)
    Client().post(LOGIN, {"login": "nobody@bredvid.example", "password": "wrong-altogether"})
    assert of_known == len(counted) - of_known == 1


def test_the_link_to_a_new_password_works_once_and_asks_for_the_second_factor_still():
    staff, _ = somebody()
    Client().post("/personal/losenord/glomt/", {"email": staff.email})
    link = link_in(mail.outbox[0])
    browser = Client()
    form = browser.get(link).headers["Location"]
    new = {"password1": "another-quiet-lake", "password2": "another-quiet-lake"}
    assert browser.post(form, new).headers["Location"] == "/personal/losenord/nytt/klart/"
    assert browser.get("/personal/").status_code == 302
    assert "öppnar ingenting" in Client().get(link, follow=True).content.decode()
    browser.post(LOGIN, {"login": staff.email, "password": "another-quiet-lake"})
    assert browser.get("/personal/").status_code == 302


def test_pages_of_staff_are_kept_by_no_cache_and_no_search_engine():
    answer = signed_in_client("reviewer").get("/personal/")
    assert "no-store" in answer.headers["Cache-Control"]
    assert answer.headers["X-Robots-Tag"] == "noindex"


def test_an_app_that_is_the_only_factor_stays():
    browser = signed_in_client("reviewer")
    session = browser.session
    session["account_authentication_methods"] = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    session["account_authentication_methods_user"] = str(browser.staff.pk)
    session.save()
    page = browser.post("/personal/tvasteg/app/ta-bort/")
    assert page.status_code == 200
    assert Authenticator.objects.filter(user_id=browser.staff.pk, type="totp").exists()


def test_the_package_keeps_no_other_address_than_ours():
    staff, secret = somebody()
    sign_in(Client(), staff, secret)
    Client().post("/personal/losenord/glomt/", {"email": staff.email})
    assert set(EmailAddress.objects.values_list("user", "email")) <= {(staff.pk, staff.email)}
    assert not EmailConfirmation.objects.exists()


def test_a_page_with_a_form_lets_the_browser_say_to_our_own_site_where_it_is_from():
    # Under no-referrer a browser sends every form with `Origin: null`, and the check of forms refuses it.
    assert Client().get(LOGIN).headers["Referrer-Policy"] == "same-origin"
    strict = Client(enforce_csrf_checks=True)
    token = strict.get(LOGIN).context["csrf_token"]
    form = {"login": "ada@roks.example", "password": PASSWORD, "csrfmiddlewaretoken": str(token)}
    assert strict.post(LOGIN, form, headers={"origin": "http://testserver"}).status_code == 200
    for elsewhere in ("null", "http://evil.example"):
        assert strict.post(LOGIN, form, headers={"origin": elsewhere}).status_code == 403
