"""Publishing makes an edition whole or not at all, and tells what is new since the one before."""

from datetime import date
from random import Random

import pytest
from django.test import Client
from django.utils import translation

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client, staff_with
from bredvid.places.actions import load as load_places
from bredvid.report.claims.chapter import LANGUAGES
from bredvid.report.manuscript.reading import chapters_of
from bredvid.report.manuscript.writing import Place, Writing, save
from bredvid.report.models import ChapterVersion, EditionChapter
from bredvid.report.pages import all_pages
from bredvid.report.publishing import actions
from bredvid.report.publishing.actions import ChangedSince, NotReady, publish, seen_of
from bredvid.report.publishing.changes import chapter_changes, newly_answered
from bredvid.report.publishing.checklist import checklist
from bredvid.report.tests.random_rounds import Shape, enter, random_fieldwork
from bredvid.review.actions import load as load_rounds
from bredvid.review.models import Entry, Fieldwork, Publication, Round
from bredvid.review.projection import build

pytestmark = pytest.mark.django_db
SHAPE = Shape(seed=11, sections=3, questions=4, frame=12, answered=7)


@pytest.fixture
def fieldwork() -> Fieldwork:
    return random_fieldwork(SHAPE)


def drafted(fieldwork: Fieldwork, edition: int = 1) -> Round:
    return build(fieldwork, draft=True, edition=edition, published_on=date(2031, 11, 1))


def published(fieldwork: Fieldwork, **values) -> Publication:
    draft = drafted(fieldwork, Publication.objects.filter(fieldwork=fieldwork).count() + 1)
    return publish(fieldwork=fieldwork, seen=seen_of(draft), staff=staff_with(role="reviewer"), **values)


def test_the_first_edition_is_what_the_draft_was(fieldwork):
    edition = published(fieldwork)
    assert edition.edition == 1
    public = Round.objects.get(code="2031")
    assert (public.draft, public.edition, public.answered) == (False, 1, SHAPE.answered)
    assert chapters_of("2031", "sv")
    assert ActivityEntry.objects.filter(action="round.publish", subject="2031").count() == 1


def test_a_chapter_nobody_has_written_is_left_out(fieldwork):
    published(fieldwork)
    assert "forord" not in [chapter.slug for chapter in chapters_of("2031", "sv")]


def test_a_foreword_nobody_has_written_is_nothing_new_after_it_was_left_out(fieldwork):
    published(fieldwork)
    assert chapter_changes(drafted(fieldwork, 2)) == []


@pytest.mark.parametrize(
    ("written", "told"),
    [(["sv"], "in English yet"), (["en"], "in Swedish yet"), ([], "foreword yet"), (["sv", "en"], "")],
)
def test_it_is_told_in_which_language_nobody_has_written_the_foreword(fieldwork, written, told):
    draft = drafted(fieldwork)
    for language in written:
        place = Place(round="2031", kind="report", slug="forord", language=language)
        text = "---\ntitle: Förord\nscope: respondents\n---\nTack.\n"
        save(place=place, writing=Writing(number=1, text=text), based_on=0, staff=staff_with())
    with translation.override("en"):
        about = [point.text for point in checklist(fieldwork, draft) if "oreword" in point.text]
    assert len(about) == bool(told)
    assert told in "".join(about)


def test_a_chapter_in_one_language_leads_to_the_other_languages_first_page(fieldwork):
    place = Place(round="2031", kind="report", slug="forord", language="sv")
    text = "---\ntitle: Förord\nscope: respondents\n---\nTack.\n"
    save(place=place, writing=Writing(number=1, text=text), based_on=0, staff=staff_with())
    published(fieldwork)
    assert Client().get("/en/2031/rapport/forord/").status_code == 404
    page = Client().get("/2031/rapport/forord/").content.decode()
    assert "/en/2031/rapport/forord/" not in page
    assert 'href="/en/2031/"' in page
    assert "/en/2031/rapport/kvalitet/" in Client().get("/2031/rapport/kvalitet/").content.decode()


def test_what_is_written_after_publication_is_not_public(fieldwork):
    published(fieldwork)
    place = Place(round="2031", kind="report", slug="kvalitet", language="sv")
    text = "---\ntitle: Nytt\nscope: respondents\n---\nNya ord.\n"
    newest = place.newest()
    assert newest is not None
    save(place=place, writing=Writing(number=140, text=text), based_on=newest.version, staff=staff_with())
    assert "Nya ord" not in "".join(chapter.text for chapter in chapters_of("2031", "sv"))
    assert "Nya ord" in "".join(chapter.text for chapter in chapters_of(drafted(fieldwork).code, "sv"))


@pytest.mark.parametrize("broken", ["_fix_chapters", "_try_everything", "record", "snapshot_of"])
def test_what_is_killed_on_the_way_publishes_nothing(fieldwork, monkeypatch, broken):
    draft = drafted(fieldwork)

    def killed(*_args, **_kwargs):
        raise RuntimeError("killed")

    monkeypatch.setattr(actions, broken, killed)
    with pytest.raises(RuntimeError):
        publish(fieldwork=fieldwork, seen=seen_of(draft), staff=None)
    assert not Round.objects.filter(code="2031").exists()
    assert not Publication.objects.exists()
    assert not EditionChapter.objects.exists()
    assert not ChapterVersion.objects.exists()


def test_answers_that_came_since_the_draft_was_seen_stop_it(fieldwork):
    seen = seen_of(drafted(fieldwork))
    late = fieldwork.cases.get(state="untouched", code="0008")
    type(late).objects.filter(pk=late.pk).update(state="submitted", submitted_at="2031-05-01T12:00Z")
    with pytest.raises(ChangedSince):
        publish(fieldwork=fieldwork, seen=seen, staff=None)
    assert not Publication.objects.exists()


def test_a_faulty_chapter_stops_it(fieldwork):
    place = Place(round="2031", kind="report", slug="eget", language="sv")
    for language in LANGUAGES:
        text = "---\ntitle: Eget\nscope: respondents\n---\nSexton kommuner.\n"
        save(
            place=Place(round="2031", kind="report", slug=place.slug, language=language),
            writing=Writing(number=15, text=text, faults=1), based_on=0, staff=staff_with(),
        )  # fmt: skip
    with pytest.raises(NotReady, match="Eget"):
        published(fieldwork)


def test_invented_answers_in_a_real_round_stop_it(fieldwork):
    Entry.objects.filter(case__fieldwork=fieldwork).update(origin="demonstration")
    with pytest.raises(NotReady):
        published(fieldwork)


def test_a_round_nobody_has_answered_is_not_published():
    empty = random_fieldwork(Shape(seed=3, answered=0), code="2032")
    with pytest.raises(NotReady):
        published(empty)


def test_the_next_edition_says_what_is_new(fieldwork):
    published(fieldwork)
    late = fieldwork.cases.get(code="0008")
    type(late).objects.filter(pk=late.pk).update(
        state="submitted", submitted_at="2031-05-01T12:00Z", first_submitted_at="2031-05-01T12:00Z"
    )
    enter(late, Random(5))  # noqa: S311
    assert newly_answered(drafted(fieldwork, 2)) == ["Ort 8"]
    second = published(fieldwork, note_sv="En kommun till har svarat.", note_en="Another has answered.")
    assert second.edition == 2
    body = Client().get("/2031/").content.decode()
    assert "Vad är nytt" in body
    assert "En kommun till har svarat." in body
    assert "8 kommuner har svarat" in body
    assert "av 7</td>" in body
    assert "av 8</td>" in body


def test_a_demonstration_is_published_and_is_never_the_current_round():
    load_places()
    load_rounds()
    invented = random_fieldwork(Shape(seed=5), code="ovning", demonstration=True)
    Entry.objects.filter(case__fieldwork=invented).update(origin="demonstration")
    published(invented)
    assert "DEMO" in Client().get("/ovning/").content.decode()
    assert 'href="/2025/"' in Client().get("/").content.decode()


@pytest.mark.parametrize("seed", [1, 2])
def test_every_page_stands_when_a_round_with_another_questionnaire_is_the_newest(seed):
    load_places()
    load_rounds()
    published(random_fieldwork(Shape(seed=seed, sections=4, questions=5)))
    broken = {}
    for language in LANGUAGES:
        with translation.override(language):
            pages = [path for name, path in all_pages() if "2025-" not in name and "demo-" not in name]
        for path in pages:
            answer = Client().get(path)
            if answer.status_code != 200:
                broken[path] = answer.status_code
    assert broken == {}
    first = Client().get("/").content.decode()
    assert 'href="/2031/"' in first


def test_readers_do_not_see_a_draft_and_staff_see_that_it_is_one(fieldwork):
    published(fieldwork)
    draft = drafted(fieldwork)
    assert Client().get(f"/{draft.code}/").status_code == 404
    body = signed_in_client(role="reviewer").get(f"/{draft.code}/").content.decode()
    assert "Utkast" in body
    assert 'name="robots" content="noindex' in body
