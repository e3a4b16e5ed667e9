"""Answers that came after the draft was built are told where it is published, with the way to fetch them."""

from datetime import date
from html import unescape
from random import Random

import pytest
from django.utils import translation

from bredvid.accounts.tests.makers import signed_in_client
from bredvid.report.publishing.actions import seen_of
from bredvid.report.publishing.lagging import told
from bredvid.report.tests.random_rounds import Shape, enter, random_fieldwork
from bredvid.review.models import Case, Entry, Fieldwork, Publication, Round
from bredvid.review.projection import Lag, build, lag_of

pytestmark = pytest.mark.django_db
PAGE = "/personal/rapport/2031/publicera/"
NEWEST = "Utkastet har alla svar som de är nu."
FETCH = 'value="rebuild"'


@pytest.fixture
def fieldwork() -> Fieldwork:
    """Seven of twelve have answered, and the draft has them; then an eighth comes."""
    made = random_fieldwork(Shape(seed=11, sections=3, questions=4, frame=12, answered=7))
    build(made, draft=True, edition=1, published_on=date(2031, 11, 1))
    return made


@pytest.fixture
def reviewer():
    return signed_in_client(role="reviewer")


def one_more(fieldwork: Fieldwork) -> None:
    late = fieldwork.cases.get(code="0008")
    Case.objects.filter(pk=late.pk).update(state="submitted", submitted_at="2031-05-01T12:00Z", outcome="complete")
    enter(late, Random(5))  # noqa: S311  # answers drawn by lot, no secret


def shown(answer) -> str:
    return unescape(answer.content.decode())


def test_a_draft_with_every_answer_says_so(fieldwork, reviewer):
    body = shown(reviewer.get(PAGE))
    assert NEWEST in body
    assert FETCH not in body


def test_answers_that_came_since_are_counted_and_come_before_publishing(fieldwork, reviewer):
    one_more(fieldwork)
    lag = lag_of(fieldwork, Round.objects.get(code="2031-utkast"))
    body = shown(reviewer.get(PAGE))
    assert f"{lag.answers} svar från 1 kommun har kommit eller ändrats" in body
    assert FETCH in body
    assert NEWEST not in body
    assert 'name="code"' not in body


def test_fetching_them_keeps_what_was_typed(fieldwork, reviewer):
    # Given somebody who writes what is new while an answer comes
    seen = seen_of(Round.objects.get(code="2031-utkast"))
    one_more(fieldwork)
    typed = {"code": "2031", "seen": seen, "note_sv": "Nu med åtta.", "note_en": "Now with eight."}
    refused = reviewer.post(PAGE, typed)
    assert refused.status_code == 409
    assert "Nu med åtta." in shown(refused)
    # When she fetches it from there
    body = shown(reviewer.post(PAGE, typed | {"do": "rebuild"}))
    # Then the draft has it, her words are in their boxes, and nothing was published
    assert NEWEST in body
    assert "Nu med åtta." in body
    assert "Now with eight." in body
    assert not Publication.objects.exists()
    assert Round.objects.get(code="2031-utkast").answered == 8
    # And what is shown now can be published
    now = seen_of(Round.objects.get(code="2031-utkast"))
    assert f'value="{now}"' in body
    assert reviewer.post(PAGE, typed | {"seen": now}).status_code == 302
    assert Publication.objects.get().note_sv == "Nu med åtta."


def test_an_answer_that_cannot_be_put_in_is_told_and_the_page_still_stands(fieldwork, reviewer):
    entry = Entry.objects.filter(case__fieldwork=fieldwork, case__submitted_at__isnull=False, superseded=False).first()
    assert entry is not None
    Entry.objects.filter(pk=entry.pk).update(value={"options": ["finns-inte"]}, missing="")
    answer = reviewer.get(PAGE)
    assert answer.status_code == 200
    assert "De senaste svaren kan inte läggas i utkastet" in shown(answer)
    assert "Utkastet gick inte att bygga" in shown(reviewer.post(PAGE, {"do": "rebuild"}))


@pytest.mark.parametrize(
    ("lag", "language", "text"),
    [
        (Lag(0, 0, 0), "en", ""),
        (Lag(1, 1, 0), "en", "1 answer from 1 municipality came or changed after this draft was built."),
        (Lag(1200, 60, 0), "sv", "1\N{NO-BREAK SPACE}200 svar från 60 kommuner har kommit eller ändrats"),
        (Lag(0, 0, 2), "sv", "Om 2 kommuner deltar har ändrats sedan utkastet byggdes."),
    ],
)
def test_it_is_told_in_words(lag, language, text):
    with translation.override(language):
        assert told(lag).startswith(text)
        assert bool(told(lag)) == bool(text)
