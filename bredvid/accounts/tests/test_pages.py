"""The pages of staff, in both languages, and the log as a page and a file."""

import csv
import io

import pytest
from django.core.mail import send_mail
from django.http import Http404
from django.utils import translation

from bredvid.accounts import reads
from bredvid.accounts.activity import Event, record
from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.roles import ROLES, Action
from bredvid.accounts.tests.makers import signed_in_client, staff_with

pytestmark = pytest.mark.django_db

PLAIN = ("/personal/", "/personal/konto/", "/personal/tvasteg/", "/personal/nycklar/", "/personal/losenord/")
OF_ADMINISTRATOR = ("/personal/medarbetare/", "/personal/medarbetare/bjud-in/", "/personal/logg/")


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_pages_are_shown_in_both_languages(prefix):
    browser = signed_in_client("administrator")
    for path in (*PLAIN, *OF_ADMINISTRATOR, f"/personal/medarbetare/{browser.staff.pk}/"):
        page = browser.get(prefix + path)
        assert page.status_code == 200, path
        assert f'<html lang="{"en" if prefix else "sv"}">' in page.content.decode()


def test_every_name_in_the_log_has_words():
    assert set(reads.LABELS) == {*Action, *Event}


def test_the_navigation_shows_what_she_may_and_no_more():
    for role in ROLES:
        page = signed_in_client(role).get("/personal/").content.decode()
        for path, action in (
            ("/personal/medarbetare/", Action.STAFF_READ),
            ("/personal/logg/", Action.LOG_READ),
        ):
            assert (f'href="{path}"' in page) is (action in ROLES[role].actions), (role, path)


def test_the_log_is_read_by_person_action_and_month():
    browser, other = signed_in_client("administrator"), staff_with(name="Other Person")
    record(staff=other, action=Action.ANSWER_LOCK, subject="2026/0180", detail="a lock")
    record(staff=browser.staff, action=Action.ANSWER_CORRECT, subject="2026/0181", detail="a correction")
    month = ActivityEntry.objects.earliest("number").at.strftime("%Y-%m")

    def seen(**asked: str | int) -> list[str]:
        page = browser.get("/personal/logg/", asked)
        return [row["entry"].subject for row in page.context["rows"]]

    assert seen() == ["2026/0181", "2026/0180"]
    assert seen(person=other.pk) == ["2026/0180"]
    assert seen(action="answer.correct") == ["2026/0181"]
    assert seen(month=month) == seen()
    assert seen(month="1999-01") == []
    assert seen(person="x", action="nonsense", month="99") == seen()


def test_the_log_tells_the_name_behind_a_number():
    browser, other = signed_in_client("administrator"), staff_with(name="Berit Berg")
    for subject in (f"staff/{other.pk}", "staff/999999", "staff/x", "2026/0180"):
        record(staff=None, action=Action.STAFF_CHANGE, subject=subject)
    rows = browser.get("/personal/logg/").context["rows"]
    assert [row["whom"] for row in rows] == [None, None, None, other]
    assert "Berit Berg" in browser.get("/personal/logg/").content.decode()


def test_the_log_is_paged_and_says_that_it_is_whole():
    browser = signed_in_client("administrator")
    for n in range(60):
        record(staff=None, action=Action.IMPORT_RUN, subject=str(n))
    first, second = browser.get("/personal/logg/"), browser.get("/personal/logg/", {"sida": 2})
    assert (len(first.context["rows"]), len(second.context["rows"])) == (50, 10)
    assert "Kedjan är hel till och med nummer 60." in first.content.decode()
    assert first.context["verdict"].head in first.content.decode()


def test_the_file_holds_the_whole_chain_and_no_formula():
    browser = signed_in_client("administrator")
    record(staff=browser.staff, action=Action.ANSWER_CORRECT, subject="a/1", detail='=HYPERLINK("x")')
    answer = browser.get("/personal/logg.csv")
    rows = list(csv.DictReader(io.StringIO(answer.getvalue().decode())))
    assert rows[0]["detail"] == '\'=HYPERLINK("x")'
    assert [row["previous"] for row in rows[1:]] == [row["digest"] for row in rows[:-1]]
    # That it was taken out stands in it.
    assert rows[-1]["action"] == "log.read"


def test_on_ones_own_machine_mails_are_a_page_with_links(settings, tmp_path, rf):
    from bredvid.accounts.views.post import post

    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.SHOW_MAIL = True
    settings.EMAIL_FILE_PATH = str(tmp_path)
    send_mail(
        "Hej åäö",
        "Länk: http://testserver/personal/inbjudan/a:b/ <b>\nhttps://evil.example/",
        "a@b.example",
        ["c@d.example"],
    )
    with translation.override("sv"):
        page = post(rf.get("/personal/post/")).content.decode()
    assert "Hej åäö" in page
    assert '<a href="/personal/inbjudan/a:b/">' in page
    assert "&lt;b&gt;" in page
    assert 'href="https://evil.example' not in page


def test_the_page_of_mails_is_not_there_elsewhere(rf):
    from bredvid.accounts.views.post import post

    with pytest.raises(Http404):
        post(rf.get("/personal/post/"))
