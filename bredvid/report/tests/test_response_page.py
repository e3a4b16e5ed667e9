"""Who answered, the weighted shares, early and late answers, numbers in brief: on the pages of rounds with answers."""

from datetime import UTC, date, datetime

import pytest
from django.test import Client

from bredvid.review import reads
from bredvid.review.models import Case, Entry, Option, Question, Round
from bredvid.review.projection import build
from bredvid.review.projection.tests.makers import UNTOUCHED, case, entry, fieldwork, question
from bredvid.review.weighting import weighted_question

pytestmark = pytest.mark.django_db
EARLY, LATE = datetime(2031, 3, 1, tzinfo=UTC), datetime(2031, 5, 1, tzinfo=UTC)


@pytest.fixture
def answered() -> Round:
    """Twelve who answered, four of them after a reminder, two who declined and six of whom nothing is known."""
    field = fieldwork(
        question("q2", "single", ("ja", "nej")),
        question("q3", "single", ("a", "b"), relevant="${q2} = 'ja'"),
        question("n3", "integer", unit_sv="timmar", unit_en="hours"),
        code="2031",
        reminders=["2031-04-01"],
    )
    for number in range(1, 13):
        at = LATE if number > 8 else EARLY
        one = case(field, number, in_group="A1" if number % 2 else "B3", submitted_at=at, first_submitted_at=at)
        entry(one, "q2", {"options": ["ja" if number <= 3 else "nej"]}, at=at)
        entry(one, "n3", {"number": str(10 * number)}, at=at)
    for number in range(13, 21):
        outcome = "refusal" if number < 15 else "unknown"
        case(field, number, in_group="B3", **UNTOUCHED | {"outcome": outcome})
    return build(field, draft=False, edition=1, published_on=date(2031, 6, 1))


def page(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return " ".join(answer.content.decode().replace("\N{NO-BREAK SPACE}", " ").split())


def test_the_response_is_told_with_its_base(answered):
    body = page("/2031/svarsfrekvens/")
    assert "12 av 20 kommuner svarade" in body
    assert '<tr id="rr1"><th scope="row">RR1</th>' in body
    assert '<td class="figure">12 av 20</td><td class="figure">60,0 %</td>' in body
    assert '<td class="figure">2 av 20</td><td class="figure">10,0 %</td>' in body


def test_the_waves_are_told_as_they_came(answered):
    body = page("/2031/svarsfrekvens/")
    assert '<td class="figure">8</td><td class="figure">8</td><td class="figure">40,0 %</td>' in body
    assert '<td class="figure">4</td><td class="figure">12</td><td class="figure">60,0 %</td>' in body


def test_a_round_of_totals_has_no_such_page(reader):
    assert reader.get("/2025/svarsfrekvens/").status_code == 404
    assert "svarsfrekvens" not in reader.get("/2025/metod/").content.decode()
    assert "/demo/svarsfrekvens/" in reader.get("/demo/metod/").content.decode()


def test_a_weighted_share_stands_beside_the_unweighted_with_its_base_and_cost(answered):
    body = page("/2031/fragor/q2/")
    weighted = weighted_question(answered, reads.questions_of(answered).get(code="q2"))
    assert weighted is not None
    found = weighted.by_group.estimates["ja"]
    assert (found.count, found.base.valid, found.base.frame) == (3, 12, 20)
    assert 'id="weights"' in body
    assert "Svarade 12 · redovisade 12 · alla 20" in body
    # A1: six of six answered, two yes. B3: six of fourteen, one yes. 6/20 · 2/6 + 14/20 · 1/6 = 13/60
    assert '<td class="figure">3 av 12</td><td class="figure">25,0 %</td> <td class="figure">21,7 %</td>' in body
    assert "Designeffekt" in body


def test_a_follow_up_says_to_whom_it_was_put_and_is_not_weighted(answered):
    body = page("/2031/fragor/q3/")
    assert "Frågan ställdes inte till alla." in body
    assert 'id="weights"' not in body
    assert "Frågan ställdes inte till alla." not in page("/2031/fragor/q2/")


def test_early_and_late_answers_stand_side_by_side(answered):
    body = page("/2031/fragor/q2/")
    assert '<th scope="row">ja</th><td class="figure">3 av 8</td><td class="figure">0 av 4</td>' in body


def test_numbers_are_told_in_brief_with_their_base_and_unit(answered):
    body = page("/2031/fragor/n3/")
    assert "12 gav ett tal, av 12 som svarade · enhet: timmar" in body
    assert '<th scope="row">Median</th><td class="figure">65</td>' in body
    assert 'id="numbers"' not in page("/2031/fragor/q2/")


def test_a_municipality_s_own_number_stands_with_its_unit(answered):
    assert "<dd>70 timmar</dd>" in page("/2031/kommuner/ort-7/")


def test_the_page_of_files_follows_a_corrected_answer(answered):
    before = page("/2031/data/")
    for each in range(1, 13):
        one = fieldwork_case(each)
        entry(one, "n3", {"number": str(10_000_000 + each)}, at=LATE, origin="import")
    build(one.fieldwork, draft=False, edition=1, published_on=date(2031, 6, 1))
    assert page("/2031/data/") != before


def test_a_long_questionnaire_is_listed_in_words_and_the_list_stays_light():
    field = fieldwork(*(question(f"q{number}", "single", ("ja", "nej")) for number in range(30)), code="2031")
    Option.objects.filter(code="ja").update(tone="strong")
    one = case(field, 1, submitted_at=EARLY, first_submitted_at=EARLY)
    asked = list(Question.objects.filter(section__questionnaire=field.questionnaire))
    cases = Case.objects.bulk_create(copy_of(one, number) for number in range(2, 291))
    Entry.objects.bulk_create(
        Entry(
            case=each, question=every, revision=1, origin="link", at=EARLY,
            value={"options": ["ja" if (at * 7 + place * 3) % 11 < 5 else "nej"]},
        )
        for at, each in enumerate(cases)
        for place, every in enumerate(asked)
        if at % 3
    )  # fmt: skip
    build(field, draft=False, edition=1, published_on=date(2031, 6, 1))
    body = page("/2031/fragor/")
    assert len(body.encode()) < 100_000
    assert 'class="drawing small"' not in body
    assert body.count("ja: 8") + body.count("ja: 9") >= 10


def copy_of(one: Case, number: int) -> Case:
    return Case(
        fieldwork=one.fieldwork, code=f"{number:04}", name=f"Ort {number}", slug=f"ort-{number}", county=one.county,
        group=one.group, hex_row=number, hex_column=0, alphabetical=number, state="submitted", submitted_at=EARLY,
        first_submitted_at=EARLY, outcome="complete",
    )  # fmt: skip


def fieldwork_case(number: int) -> Case:
    return Case.objects.select_related("fieldwork").get(fieldwork="2031", code=f"{number:04}")
