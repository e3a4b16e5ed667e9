"""Outreach: counted, corrected, removed; a number nobody counted is not zero."""

from datetime import date

import pytest

from bredvid.register.actions import outreach as actions
from bredvid.register.errors import RegisterRefused
from bredvid.register.models import AccessEntry, FrozenYear, Outreach, Summary
from bredvid.register.tests.makers import stored, unit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_november")]
PAGE = "/personal/register/uppsokande/"


def evening(of, month=202611, **changed):
    values = stored(outreach_arena="GATA", partners=["POL", "MIKA"])
    return actions.record(unit=of, staff=None, month=month, place=9001, values=values, **changed)


def filled(**changed):
    return {
        "outreach_arena": "GATA", "partners": ["POL"], "reached": "40", "conversations": "7", "month": "202611",
        "place": "9001", "key": "7", **changed,
    }  # fmt: skip


def test_an_evening_is_counted_once_and_leads_to_its_talks(worker):
    worker.post(PAGE, filled())
    answer = worker.post(PAGE, filled())
    [made] = Outreach.objects.all()
    assert (made.outreach_arena, made.partners, made.reached, made.conversations) == (8, 1 << 5, 40, 7)
    words = worker.get(answer["Location"]).content.decode()
    assert "rakna/?kanal=UPPS&amp;antal=7&amp;manad=202611&amp;plats=9001" in words
    assert [entry.deed for entry in AccessEntry.objects.all()] == [12]
    assert {each.key for each in Summary.objects.all()} == {202611}, (
        "the sums of a year are of women, and hold no outreach"
    )


def test_what_nobody_counted_is_not_zero(worker):
    worker.post(PAGE, filled(reached="", conversations="0"))
    made = Outreach.objects.get()
    assert (made.reached, made.conversations) == (None, 0)
    words = worker.get(PAGE).content.decode()
    assert "inte räknat" in words


@pytest.mark.parametrize(
    "wrong", [{"outreach_arena": ""}, {"reached": "-1"}, {"reached": "många"}, {"partners": ["POL", "INGEN"]},
              {"month": "202612"}, {"conversations": "1000000"}, {"place": "180"}],
)  # fmt: skip
def test_what_cannot_be_is_told_and_nothing_is_lost(worker, wrong):
    page = worker.post(PAGE, filled(**wrong))
    assert page.status_code == 422
    assert not Outreach.objects.exists()
    assert 'value="7"' in page.content.decode()


def test_this_years_is_listed_one_s_own_only(worker, ours):
    evening(ours, conversations=3)
    evening(ours, month=202512)
    evening(unit())
    assert len(worker.get(PAGE).context["evenings"]) == 1


def test_it_is_corrected_and_removed(worker, ours):
    made = evening(ours, reached=3)
    assert worker.get(f"{PAGE}{made.pk}/").status_code == 200
    worker.post(f"{PAGE}{made.pk}/", filled(outreach_arena="SKOLA", reached="", month="202610"))
    made.refresh_from_db()
    assert (made.outreach_arena, made.reached, made.month) == (2, None, 202610)
    worker.post(f"{PAGE}{made.pk}/ta-bort/")
    assert not Outreach.objects.exists()


@pytest.mark.parametrize(("way", "method"), [("", "get"), ("", "post"), ("ta-bort/", "post")])
def test_a_foreign_one_and_one_that_never_was_are_answered_alike(worker, way, method):
    theirs = evening(unit())
    address = f"{PAGE}{theirs.pk}/{way}"
    foreign = getattr(worker, method)(address, filled())
    assert Outreach.objects.get().outreach_arena == 8
    theirs.delete()
    never = getattr(worker, method)(address, filled())
    assert never.status_code == foreign.status_code == 404
    assert never.content == foreign.content


def test_a_key_of_another_unit_is_no_key_here(ours):
    theirs = evening(unit(), key=4711)
    assert evening(ours, key=4711).pk != theirs.pk


def test_a_closed_year_is_not_touched(worker, ours):
    made = evening(ours, month=202512)
    FrozenYear.objects.create(unit=ours, year=2025, frozen_on=date(2026, 2, 1), figures={})
    with pytest.raises(RegisterRefused, match="2025"):
        evening(ours, month=202512)
    assert "Året är stängt" in worker.get(f"{PAGE}{made.pk}/").content.decode()
    assert worker.post(f"{PAGE}{made.pk}/", filled()).status_code == 409
    assert worker.post(f"{PAGE}{made.pk}/ta-bort/").status_code == 409
    assert Outreach.objects.get().month == 202512


@pytest.mark.parametrize("values", [{"channel": 1}, {"outreach_arena": 99}, {"partners": (1 << 59) + 1}])
def test_what_the_codebook_does_not_know_is_refused(ours, values):
    with pytest.raises(RegisterRefused):
        actions.record(unit=ours, staff=None, month=202611, place=0, values=values)
