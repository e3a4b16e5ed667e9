"""A chapter that somebody has written in can be given back to the machine; what stood there is never gone."""

from datetime import date
from html import unescape

import pytest

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.report.models import ChapterVersion
from bredvid.report.tests.random_rounds import Shape, random_fieldwork
from bredvid.review.projection import build

pytestmark = pytest.mark.django_db
LIST = "/personal/rapport/2031/"
SUMMARY = f"{LIST}report/sammanfattning/sv/"
HAND_BACK = f"{SUMMARY}lamna-tillbaka/"
OWN = "Våra egna ord om saken."


@pytest.fixture
def fieldwork():
    made = random_fieldwork(Shape(seed=21, sections=2, questions=3, frame=12, answered=7))
    build(made, draft=True, edition=1, published_on=date(2031, 11, 1))
    return made


@pytest.fixture
def reviewer(fieldwork):
    return signed_in_client(role="reviewer")


def shown(answer) -> str:
    return unescape(answer.content.decode())


def writes(client, body: str = OWN, *, address: str = SUMMARY, based_on: int = 0):
    values = {"title": "Kapitlet", "scope": "respondents", "body": body, "based_on": based_on, "do": "save"}
    return client.post(address, values)


def newest(language: str = "sv") -> ChapterVersion:
    return ChapterVersion.objects.filter(slug="sammanfattning", language=language).latest("version")


def test_what_is_lost_is_shown_before_anything_happens(reviewer):
    machines = reviewer.get(SUMMARY).context["form"].initial["body"]
    writes(reviewer)
    assert HAND_BACK in shown(reviewer.get(SUMMARY))
    body = shown(reviewer.get(HAND_BACK))
    assert OWN in body
    assert machines.splitlines()[0] in body
    assert newest().version == 1


def test_the_machine_writes_it_again(reviewer):
    machines = reviewer.get(SUMMARY).context["form"].initial["body"]
    writes(reviewer)
    answer = reviewer.post(HAND_BACK, {"based_on": "1"}, follow=True)
    assert "Bredvid skriver kapitlet igen" in shown(answer)
    assert reviewer.get(SUMMARY).context["form"].initial["body"] == machines
    assert "Det här har maskinen skrivit" in shown(reviewer.get(SUMMARY))
    assert (newest().version, newest().generated, newest().staff) == (2, True, reviewer.staff)
    assert ActivityEntry.objects.filter(action="report.edit", subject="2031/sv/sammanfattning").count() == 2


def test_the_text_can_be_taken_back(reviewer):
    writes(reviewer)
    reviewer.post(HAND_BACK, {"based_on": "1"})
    reviewer.post(f"{SUMMARY}historik/", {"version": "1"})
    assert OWN in reviewer.get(SUMMARY).context["form"].initial["body"]
    assert not newest().generated


def test_it_keeps_its_place_and_the_other_language_its_words(reviewer):
    writes(reviewer, "Our own words.", address=SUMMARY.replace("/sv/", "/en/"))
    writes(reviewer)
    reviewer.post(f"{LIST}ordning/sammanfattning/", {"do": "down"})
    number = newest().number
    reviewer.post(HAND_BACK, {"based_on": str(newest().version)})
    assert newest().number == number
    assert "Our own words." in newest("en").text


@pytest.mark.parametrize("based_on", ["1", "", "noll", "-1", "9" * 40])
def test_what_a_colleague_saved_meanwhile_is_not_taken_away_unseen(reviewer, based_on):
    writes(reviewer)
    writes(signed_in_client(role="reviewer"), "Den andras ord.", based_on=1)
    answer = reviewer.post(HAND_BACK, {"based_on": based_on}, follow=True)
    assert "Någon sparade en ny version alldeles nyss" in shown(answer)
    assert "Den andras ord." in newest().text


@pytest.mark.parametrize("slug", ["sammanfattning", "forord", "vara-ord"])
def test_it_is_not_offered_where_the_machine_writes_already_or_writes_nothing(reviewer, slug):
    # Given the machine's own chapter, a written foreword, and a chapter that somebody added
    page = f"{LIST}report/{slug}/sv/"
    if slug == "vara-ord":
        reviewer.post(f"{LIST}nytt/", {"title_sv": "Våra ord", "title_en": "Our words", "after": "sammanfattning"})
    elif slug == "forord":
        writes(reviewer, address=page)
    # Then there is no way there
    assert "lamna-tillbaka" not in shown(reviewer.get(page))
    assert reviewer.get(f"{page}lamna-tillbaka/").status_code == 404
    assert reviewer.post(f"{page}lamna-tillbaka/", {"based_on": "1"}).status_code == 404


@pytest.mark.parametrize("role", ["analyst", "administrator", "worker"])
def test_nobody_else_may(reviewer, role):
    writes(reviewer)
    other = signed_in_client(role=role)
    assert other.get(HAND_BACK).status_code == 403
    assert other.post(HAND_BACK, {"based_on": "1"}).status_code == 403
    assert newest().version == 1
