"""Register and review know nothing of each other: a file is all there is between them. Here both are held together."""

import re
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from bredvid.places.actions import load as load_places
from bredvid.register import clock
from bredvid.register.exports.files import file_of
from bredvid.register.exports.kinds import REVIEW, kinds
from bredvid.register.exports.material import material_of
from bredvid.register.exports.review_file import form
from bredvid.register.models import PeriodYear, SupportPeriod, Unit
from bredvid.register.rules.women import BANDS, LINES, Quality
from bredvid.register.tests.makers import contact, stored, unit
from bredvid.review.answering.prefill_file import read_figures
from bredvid.review.answering.prefilling import STANDS_ON
from bredvid.review.answering.tests.makers import Municipality
from bredvid.review.fieldwork.preparing import start_fieldwork
from bredvid.review.fieldwork.saving import latest_entry, save_answer
from bredvid.review.fieldwork.tests import makers
from bredvid.review.models import Entry, Questionnaire
from bredvid.review.questionnaire_documents import QUESTIONNAIRES, read_questionnaire
from bredvid.review.rules.bands import BAND_CODES
from bredvid.review.storing.questionnaires import store_questionnaire

FORM = form()
DOCUMENT = read_questionnaire(QUESTIONNAIRES / f"{FORM.questionnaire}-{FORM.version}.toml")
QUESTIONS = {row["code"]: row for section in DOCUMENT["sections"] for row in section["questions"]}


def test_the_form_that_is_answered_is_the_newest_there_is():
    versions = [path.stem for path in QUESTIONNAIRES.glob(f"{FORM.questionnaire}-*.toml")]
    assert max(versions) == f"{FORM.questionnaire}-{FORM.version}"


@pytest.mark.parametrize("asked", FORM.questions, ids=lambda asked: asked.code)
def test_each_question_is_in_the_form_and_takes_what_the_register_says(asked):
    question = QUESTIONS[asked.code]
    options = [option["code"] for option in question["options"]]
    if asked.option:
        assert asked.option in options
    else:
        assert question["persons"]
        assert asked.line in LINES
        assert str(FORM.year) in question["text_sv"]
        assert {code for code, _, _ in BANDS} <= set(options)


def test_the_two_rooms_mean_the_same_by_ranges_and_by_what_a_count_stands_on():
    assert tuple(code for code, _, _ in BANDS) == tuple(BAND_CODES)
    assert set(STANDS_ON) == {str(quality) for quality in Quality}


def reception(women: int, *, demonstration: bool = False) -> Unit:
    """A municipal reception that has supported so many in prostitution, and one in pornography, in the form's year."""
    ours = unit("Mottagningen", provider="KM", place=180)
    Unit.objects.filter(pk=ours.pk).update(demonstration=demonstration)
    ours.refresh_from_db()
    for number in range(1, women + 1):
        period = SupportPeriod.objects.create(unit=ours, number=number, alias=number, opened_month=FORM.year * 100 + 1)
        codes = stored(age="25-39", situation="PÅG", forms=["P1", "M1"] if number == 1 else ["P1"])
        PeriodYear.objects.create(period=period, year=FORM.year, first_month=FORM.year * 100 + 1, **codes)
    contact(ours, FORM.year * 100 + 2, who="YRK")
    return ours


def figures_of(ours: Unit) -> SimpleUploadedFile:
    file = file_of(kinds()[REVIEW], material_of(ours, FORM.year, "UPPF"), "csv", "sv")
    return SimpleUploadedFile(file.name, file.data)


def held(case: Any, code: str) -> Any:
    entry = latest_entry(case, makers.question_of(case, code))
    return entry.value if entry else None


def offered(page: Any) -> dict[str, Any]:
    """What a browser sends back when nothing is touched."""
    html = page.content.decode()
    fields: dict[str, Any] = dict(re.findall(r'type="hidden" name="((?:seen|o|n)-[^"]+)" value="([^"]*)"', html))
    return fields | {"fill": re.findall(r'name="fill" value="([^"]+)"[^>]* checked', html), "take": "1"}


@pytest.fixture
def municipality(db, monkeypatch):
    """Somebody at a municipality who has come in, in a round with the form that is answered."""
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 23))
    monkeypatch.setattr("django.db.transaction.on_commit", lambda send: send())
    load_places()
    store_questionnaire(DOCUMENT)
    asked = Questionnaire.objects.get(code=FORM.questionnaire, version=FORM.version)
    fieldwork = start_fieldwork(
        code="2026", questionnaire=asked, title_sv="Granskningen", title_en="The review", year=2026, state="open"
    )
    found = Municipality(makers.case(fieldwork))
    found.types(found.asks_for_a_code())
    found.form = re.search(r'name="form" value="([^"]+)"', found.opens("del/antal/").content.decode())[1]  # type: ignore[index]
    return found


def test_what_was_counted_answers_the_form_with_two_presses(municipality):
    # Given a reception with 33 women in prostitution and one in pornography, who are all in support periods
    file = figures_of(reception(33))
    # When its file is chosen in the form, and what is ticked is accepted
    page = municipality.sends("siffror/", file=file)
    assert Entry.objects.count() == 0
    municipality.sends("siffror/", **offered(page))
    # Then the questions are answered as far as they can be, and no further
    assert {code: held(municipality.case, code) for code in ("q8", "q8u", "q9", "q9u", "n6", "n6a")} == {
        "q8": {"number": "33", "options": ["over-30"]}, "q8u": None, "q9": {"options": ["0-5"]}, "q9u": None,
        "n6": {"options": ["bada"]}, "n6a": {"options": ["ja"]},
    }  # fmt: skip


def test_two_people_at_once_lose_nothing_and_overwrite_nothing(municipality):
    # Given two at the same municipality who look at the same file
    ours = reception(8)
    case = municipality.case
    hers, his = (municipality.sends("siffror/", file=figures_of(ours)) for _ in range(2))
    # When a third answers one question by hand, and both accept
    save_answer(case=case, question=makers.question_of(case, "q9"), value={"options": ["6-14"]}, seen=0)
    first, second = (municipality.sends("siffror/", **offered(page)) for page in (hers, his))
    # Then the answer by hand holds and both are told, and the others are written once
    assert (first.status_code, second.status_code) == (409, 409)
    assert held(case, "q9") == {"options": ["6-14"]}
    assert held(case, "q8") == {"options": ["6-14"]}
    assert Entry.objects.filter(question__code="q8").count() == 1


def test_no_exact_number_below_the_largest_range_is_in_the_file(municipality):
    for women in (1, 7, 29):
        found = read_figures("siffror.csv", figures_of(reception(women)).read())
        assert {line.cell for line in found.lines if line.code in ("q8", "q9")} <= {f"'{code}" for code in BAND_CODES}


def test_what_is_made_up_answers_no_real_review(municipality):
    answer = municipality.sends("siffror/", file=figures_of(reception(8, demonstration=True)))
    assert answer.status_code == 422
    assert "påhittade" in answer.content.decode()
