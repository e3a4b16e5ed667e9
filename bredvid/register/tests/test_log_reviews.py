"""Looking through the access log: who sees it, what is drawn, who may sign, and what is kept of it."""

import re
from datetime import date
from itertools import count
from math import comb
from pathlib import Path

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory

from bredvid.accounts.models import ActivityEntry
from bredvid.register import clock
from bredvid.register.actions.access_log import note
from bredvid.register.actions.log_retention import forget_old
from bredvid.register.actions.tidying import tidy
from bredvid.register.models import AccessEntry, LogReview
from bredvid.register.reads.log_reviews import months_left, sample_of
from bredvid.register.rules.log_sample import KEPT_MONTHS, drawn, sample_size
from bredvid.register.tests.makers import client_of, staff_of, unit

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
PAGE_OF_DOCS = Path(__file__).parents[3] / "docs" / "how-to" / "review-the-access-log.md"
LOG, REVIEW = "/personal/register/atkomstlogg/", "/personal/register/atkomstlogg/202610/granska/"
_numbers = count(1)


@pytest.fixture(autouse=True)
def in_november(monkeypatch):
    monkeypatch.setattr(clock, "today", lambda: TODAY)


def entries(ours, staff, how_many=3, day=date(2026, 10, 5)):
    for _ in range(how_many):
        AccessEntry.objects.create(unit=ours, day=day, staff=staff, deed=5, number=next(_numbers))


def everything_ticked(ours, month=202610, finding="INGET"):
    return {"seen": [entry.pk for entry in sample_of(ours, month).entries], "finding": finding}


@pytest.mark.parametrize(
    ("all_there_are", "drawn_of_them"), [(0, 0), (4, 4), (10, 10), (90, 10), (101, 11), (500, 50), (9000, 50)]
)
def test_one_in_ten_is_drawn_but_never_few_and_never_many(all_there_are, drawn_of_them):
    assert sample_size(all_there_are) == drawn_of_them
    assert len(drawn(range(all_there_are), seed=1)) == drawn_of_them


@pytest.mark.parametrize(("rows", "wrong", "said"), [(100, 10, "67 %"), (200, 20, "89 %")])
def test_how_often_a_sample_meets_what_is_wrong_is_as_the_page_says(rows, wrong, said):
    missed = comb(rows - wrong, sample_size(rows)) / comb(rows, sample_size(rows))
    assert f"{100 * (1 - missed):.0f} %" == said
    assert said in PAGE_OF_DOCS.read_text("utf-8")


def test_the_same_seed_draws_the_same_and_another_draws_others():
    assert drawn(range(400), 1) == drawn(reversed(range(400)), 1)
    assert drawn(range(400), 1) != drawn(range(400), 2)


def test_only_who_looks_through_the_log_sees_it():
    ours = unit()
    entries(ours, staff_of(ours))
    for role, status in [("worker", 403), ("reviewer", 403), ("administrator", 403), ("coordinator", 200)]:
        client = client_of(ours, role)
        assert [client.get(path).status_code for path in (LOG, REVIEW)] == [status, status], role


def test_another_units_month_answers_as_one_that_never_was():
    ours, theirs = unit(), unit()
    entries(theirs, staff_of(theirs))
    client = client_of(ours, "coordinator")
    never = client.get("/personal/register/atkomstlogg/190001/granska/")
    assert client.get(REVIEW).status_code == never.status_code == 404
    assert client.get(REVIEW).content == never.content
    assert client.post(REVIEW, everything_ticked(theirs)).status_code == 404
    assert not LogReview.objects.exists()


def test_the_log_is_of_one_unit_and_filtered_by_month_and_person_alone():
    ours, theirs = unit(), unit()
    kajsa, stina = staff_of(ours, name="Kajsa Ek"), staff_of(ours, name="Stina Al")
    entries(ours, kajsa)
    entries(ours, stina, day=date(2026, 9, 2))
    entries(theirs, staff_of(theirs, name="Främmande"))
    client = client_of(ours, "coordinator")
    october, september = (client.get(f"{LOG}?manad={month}").content.decode() for month in (202610, 202609))
    assert "2026-10-05" in october
    assert "2026-09-02" not in october
    assert "2026-09-02" in september
    hers = client.get(f"{LOG}?manad=202610&vem={stina.pk}").content.decode()
    assert "2026-10-05" not in hers
    assert "Främmande" not in october + september
    # What is no filter changes nothing: there is no looking by number or deed.
    number = AccessEntry.objects.filter(unit=ours, staff=kajsa).values_list("number", flat=True)[0]
    assert client.get(f"{LOG}?manad=202610&number={number}&deed=1").context["page"].paginator.count == 3


def test_a_month_is_signed_once_with_a_finding_and_then_waits_no_more():
    ours = unit()
    entries(ours, staff_of(ours), how_many=120)
    client = client_of(ours, "coordinator")
    assert months_left(ours) == [202610]
    response = client.post(REVIEW, everything_ticked(ours, finding="FÖRKLARAT"))
    assert response.status_code == 302
    review = LogReview.objects.get()
    assert (review.entries, review.sampled, review.finding, review.signed_by, review.signed_on) == (
        120, 12, 2, client.staff, TODAY
    )  # fmt: skip
    assert months_left(ours) == []
    assert client.post(REVIEW, everything_ticked(ours)).status_code == 404
    assert ActivityEntry.objects.filter(action="access.review", staff=client.staff).count() == 1
    assert "Avvikelse, förklarad" in client.get(response["Location"]).content.decode()


@pytest.mark.parametrize(("left_out", "finding", "says"), [(1, "INGET", "1 kvar"), (0, "", "Välj"), (0, "X", "Välj")])
def test_a_row_that_is_not_looked_at_or_no_finding_is_told_and_what_was_ticked_stays(left_out, finding, says):
    ours = unit()
    entries(ours, staff_of(ours))
    sent = everything_ticked(ours, finding=finding)
    sent["seen"] = sent["seen"][left_out:]
    answer = client_of(ours, "coordinator").post(REVIEW, sent)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert len(re.findall(r'name="seen" value="\d+" checked', answer.content.decode())) == 3 - left_out
    assert not LogReview.objects.exists()


def test_nobody_signs_her_own_rows_alone_where_a_colleague_can():
    ours = unit()
    client = client_of(ours, "coordinator", "worker")
    entries(ours, client.staff)
    staff_of(ours, "coordinator")
    assert "kollega" in client.get(REVIEW).content.decode()
    assert client.post(REVIEW, everything_ticked(ours)).status_code == 422
    assert not LogReview.objects.exists()


def test_where_there_is_nobody_else_her_own_rows_may_be_signed_and_it_shows():
    ours = unit()
    client = client_of(ours, "coordinator", "worker")
    entries(ours, client.staff)
    # A colleague who has left cannot help.
    staff_of(ours, "coordinator", active=False)
    assert client.post(REVIEW, everything_ticked(ours)).status_code == 302
    assert "det fanns ingen annan" in client.get(LOG).content.decode()


def test_a_month_that_is_not_over_waits_for_nobody():
    ours = unit()
    entries(ours, staff_of(ours), day=date(2026, 11, 2))
    assert months_left(ours) == []


def test_the_frame_reminds_whoever_looks_through_and_nobody_else():
    ours = unit()
    entries(ours, staff_of(ours))
    waiting = "väntar på att gås igenom"

    def frame(staff):
        request = RequestFactory().get("/personal/register/")
        request.user = staff
        request.unit = ours  # type: ignore[attr-defined]  # as access.py does
        return render_to_string("register/base.html", request=request)

    assert waiting in frame(staff_of(ours, "coordinator"))
    assert waiting not in frame(staff_of(ours, "worker"))


def test_the_page_is_no_place_for_words_of_hers():
    ours = unit()
    entries(ours, staff_of(ours))
    sent = everything_ticked(ours, finding="kanariefågel") | {"comment": "kanariefågel"}
    answer = client_of(ours, "coordinator").post(REVIEW, sent)
    assert "kanariefågel" not in answer.content.decode()
    assert not ActivityEntry.objects.filter(detail__contains="kanarie").exists()


def test_a_month_more_than_24_months_back_is_forgotten_whole_and_the_review_stays():
    ours = unit()
    for day in (date(2024, 10, 31), date(2024, 11, 1), TODAY):
        entries(ours, None, how_many=1, day=day)
    LogReview.objects.create(unit=ours, month=202410, seed=1, entries=1, sampled=1, finding=1, signed_on=TODAY)
    assert forget_old(TODAY) == 1
    assert sorted(AccessEntry.objects.values_list("day", flat=True)) == [date(2024, 11, 1), TODAY]
    assert LogReview.objects.count() == 1


def test_the_page_says_how_long_rows_are_kept_as_they_are():
    answer = client_of(unit(), "coordinator").get(LOG)
    assert f"ligger mer än {KEPT_MONTHS} månader tillbaka" in answer.content.decode()


def test_what_is_due_to_go_goes_with_the_rest_that_is_tidied_away():
    entries(unit(), None, day=date(2020, 1, 1))
    tidy(today=TODAY)
    assert not AccessEntry.objects.exists()


def test_a_deed_is_written_once_a_day():
    ours = unit()
    staff = staff_of(ours)
    for _ in range(2):
        note(unit=ours, staff=staff, deed="TAGIT-UT", purpose="UPPF")
    assert AccessEntry.objects.count() == 1
