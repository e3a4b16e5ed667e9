"""A reviewer writes the report on pages: tried before it is saved, every version kept, nothing lost."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client
from bredvid.report.models import ChapterVersion
from bredvid.report.tests.random_rounds import Shape, random_fieldwork
from bredvid.review.models import Fieldwork, Round
from bredvid.review.projection import build

pytestmark = pytest.mark.django_db
LIST = "/personal/rapport/2031/"
SUMMARY = f"{LIST}report/sammanfattning/sv/"
GOOD = "[[base.answered|of]] kommuner svarade."
FAULTY = "Sexton kommuner svarade."


@pytest.fixture
def fieldwork() -> Fieldwork:
    made = random_fieldwork(Shape(seed=21, sections=2, questions=3))
    build(made, draft=True, edition=1, published_on=date(2031, 11, 1))
    return made


@pytest.fixture
def reviewer(fieldwork) -> Client:
    return signed_in_client(role="reviewer")


def post(client: Client, body: str, *, do: str = "save", based_on: int = 0, address: str = SUMMARY, note: str = ""):
    return client.post(
        address,
        {"title": "Sammanfattning", "scope": "respondents", "body": body, "based_on": based_on, "do": do, "note": note},
    )


def newest(slug: str = "sammanfattning", language: str = "sv") -> ChapterVersion:
    return ChapterVersion.objects.filter(slug=slug, language=language).latest("version")


def shown(answer) -> str:
    return str(answer.content.decode())


def test_the_list_shows_every_chapter_in_both_languages(reviewer):
    body = shown(reviewer.get(LIST))
    assert SUMMARY in body
    assert f"{LIST}report/sammanfattning/en/" in body
    assert f"{LIST}site/fynd/sv/" in body
    assert "skriven av maskinen" in body


def test_a_foreword_nobody_has_written_is_nobodys_in_the_list_and_on_its_page(reviewer):
    # Given that somebody has written the English one
    post(reviewer, "Thank you.", address=f"{LIST}report/forord/en/")
    # When the list is read, then the Swedish one is said to be nobody's, and only that one
    list_ = shown(reviewer.get(LIST))
    row = list_[list_.index("report/forord/sv/") : list_.index("ordning/forord/")]
    assert row.count("inte skrivet än") == 1
    assert "skriven av maskinen" not in row
    page = shown(reviewer.get(f"{LIST}report/forord/sv/"))
    assert "Det här har maskinen skrivit" not in page
    assert "kan bara en människa skriva" in page


def test_a_round_without_a_draft_offers_to_build_it(fieldwork):
    Round.objects.filter(code="2031-utkast").delete()
    reviewer = signed_in_client(role="reviewer")
    assert "Bygg utkastet" in shown(reviewer.get(LIST))
    reviewer.post(reverse("report:editing:build", args=["2031"]))
    assert Round.objects.filter(code="2031-utkast", draft=True).exists()


def test_the_help_beside_says_what_each_figure_becomes(reviewer):
    body = shown(reviewer.get(SUMMARY))
    assert "[[base.answered]]" in body
    assert "{{figure " in body


def test_trying_a_text_shows_it_with_its_numbers_and_keeps_nothing(reviewer):
    body = shown(post(reviewer, GOOD, do="try"))
    assert "7 av 12 kommuner svarade." in body
    assert not ChapterVersion.objects.exists()


def test_trying_a_faulty_text_says_on_which_line_and_what_to_do(reviewer):
    body = shown(post(reviewer, f"{GOOD}\n\n{FAULTY}", do="try"))
    assert "Rad 3" in body
    assert "”Sexton” är inte bundet till någon siffra" in body


def test_saving_keeps_a_version_with_who_and_why(reviewer):
    answer = post(reviewer, GOOD, note="Kortare")
    version = newest()
    assert answer.status_code == 302
    assert (version.version, version.faults, version.note, version.staff) == (1, 0, "Kortare", reviewer.staff)
    assert ActivityEntry.objects.get(action="report.edit").subject == "2031/sv/sammanfattning"


def test_a_faulty_text_is_kept_and_marked(reviewer):
    post(reviewer, FAULTY)
    assert newest().faults > 0
    assert FAULTY in newest().text
    assert "att rätta" in shown(reviewer.get(LIST))
    assert "Det här behöver rättas först" in shown(reviewer.get(f"{LIST}publicera/"))


def test_a_text_without_a_title_is_shown_again_with_what_was_typed(reviewer):
    answer = reviewer.post(SUMMARY, {"title": "", "scope": "respondents", "body": GOOD, "based_on": 0, "do": "save"})
    assert answer.status_code == 422
    assert GOOD in shown(answer)
    assert not ChapterVersion.objects.exists()


def test_what_is_unchanged_is_not_saved_again(reviewer):
    post(reviewer, GOOD)
    post(reviewer, GOOD, based_on=1)
    assert newest().version == 1


def test_two_who_write_at_once_lose_nothing(reviewer):
    # Given that both opened the machine's text
    other = signed_in_client(role="reviewer")
    post(other, "Den andras ord.")
    # When the second saves
    answer = post(reviewer, "Mina ord.")
    # Then nothing is overwritten and both texts are shown
    body = shown(answer)
    assert answer.status_code == 409
    assert newest().version == 1
    assert "Mina ord." in body
    assert "Den andras ord." in body
    assert 'name="based_on" value="1"' in body
    # And saving on top of the newest makes the next version
    post(reviewer, "Bådas ord.", based_on=1)
    assert newest().version == 2


def test_an_older_version_is_taken_back_as_a_new_one(reviewer):
    post(reviewer, "Ett.")
    post(reviewer, "Annat.", based_on=1)
    history = f"{SUMMARY}historik/"
    body = shown(reviewer.get(history))
    assert "Ett." in body
    assert "Ta tillbaka den här versionen" in body
    reviewer.post(history, {"version": "1"})
    assert newest().version == 3
    assert "Ett." in newest().text


def test_a_chapter_is_added_in_both_languages_after_another(reviewer):
    reviewer.post(f"{LIST}nytt/", {"title_sv": "Våra ord", "title_en": "Our words", "after": "sammanfattning"})
    body = shown(reviewer.get(LIST))
    assert body.index("sammanfattning/sv/") < body.index("vara-ord/sv/") < body.index("sa-gjordes-granskningen/sv/")
    assert newest("vara-ord", "en").text.startswith("---\ntitle: Our words\n")


def test_a_chapter_is_moved_and_still_follows_the_answers(reviewer):
    reviewer.post(f"{LIST}ordning/sammanfattning/", {"do": "down"})
    body = shown(reviewer.get(LIST))
    assert body.index("sa-gjordes-granskningen/sv/") < body.index("sammanfattning/sv/")
    assert newest().generated
    assert "Det här har maskinen skrivit" in shown(reviewer.get(SUMMARY))


def test_a_chapter_is_taken_away_and_brought_back(reviewer):
    post(reviewer, GOOD)
    reviewer.post(f"{LIST}ordning/sammanfattning/", {"do": "remove"})
    assert reviewer.get(SUMMARY).status_code == 404
    assert "Ta tillbaka det" in shown(reviewer.get(LIST))
    reviewer.post(f"{LIST}ordning/sammanfattning/", {"do": "restore"})
    assert GOOD in shown(reviewer.get(SUMMARY))


def test_the_older_language_is_marked(reviewer):
    post(reviewer, GOOD)
    assert "det andra språket är nyare" in shown(reviewer.get(LIST))
    assert "Texten på det andra språket är nyare" in shown(reviewer.get(f"{LIST}report/sammanfattning/en/"))


@pytest.mark.parametrize("address", [LIST, SUMMARY, f"{LIST}nytt/", f"{LIST}publicera/", "/personal/rapport/"])
@pytest.mark.parametrize("role", ["worker", "coordinator", "analyst", "administrator"])
def test_nobody_else_opens_a_page(fieldwork, role, address):
    assert signed_in_client(role=role).get(address).status_code == 403


@pytest.mark.parametrize("address", [SUMMARY, f"{LIST}nytt/", f"{LIST}bygg/", f"{LIST}publicera/"])
def test_an_analyst_changes_nothing(fieldwork, address):
    assert signed_in_client(role="analyst").post(address, {"do": "save"}).status_code == 403
    assert not ChapterVersion.objects.exists()


@pytest.mark.parametrize("address", [LIST, SUMMARY])
def test_without_a_sign_in_one_is_asked_to_sign_in(fieldwork, address):
    answer = Client().get(address)
    assert answer.status_code == 302
    assert "/personal/" in answer.headers["Location"]


@pytest.mark.parametrize(
    "address", ["2099/", "2031/report/nope/sv/", "2031/report/sammanfattning/de/", "2031/nope/fynd/sv/"]
)
def test_what_is_not_there_is_not_found(reviewer, address):
    assert reviewer.get(f"/personal/rapport/{address}").status_code == 404


def test_publishing_asks_for_the_code_and_the_draft_as_it_was_seen(reviewer):
    page = f"{LIST}publicera/"
    seen = reviewer.get(page).context["form"].initial["seen"]
    assert "Inget är publicerat" in shown(reviewer.post(page, {"code": "2030", "seen": seen}))
    assert not Round.objects.filter(code="2031").exists()
    assert reviewer.post(page, {"code": "2031", "seen": "other"}).status_code == 409
    assert reviewer.post(page, {"code": "2031", "seen": seen}).status_code == 302
    assert Client().get("/2031/").status_code == 200
