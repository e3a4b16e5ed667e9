"""An administrator says which organisations count, what they are, where, and who works there; the log remembers."""

import re

import pytest
from django.urls import reverse

from bredvid.accounts import activity
from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client, staff_with
from bredvid.places.actions import load as load_places
from bredvid.places.models import Organisation
from bredvid.register.models import Unit
from bredvid.register.tests import makers

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator():
    load_places()
    return signed_in_client("administrator")


def page(name: str = "units", *args) -> str:
    return reverse(f"register:{name}", args=args)


def listed(administrator, **query) -> list[str]:
    """The names in the table, from the top."""
    shown = administrator.get(page(), query).content.decode()
    return re.findall(r'<th scope="row"[^>]*><a [^>]*>([^<]*)</a>', shown)


def test_an_organisation_of_the_directory_counts_from_the_day_it_is_added(administrator):
    done = administrator.post(page(), {"organisation": "roks", "name": "", "provider": "OV", "place": 180})
    assert done.headers["Location"] == page("unit", "roks")
    unit = Unit.objects.get()
    assert (unit.organisation_id, unit.place, unit.demonstration) == ("roks", 180, False)
    assert "Roks" in administrator.get(page()).content.decode()
    entry = ActivityEntry.objects.get(action="unit.set")
    assert (entry.subject, entry.detail) == ("unit/roks", "added: OV, 0180")


def test_a_new_one_is_made_by_its_name(administrator):
    administrator.post(page(), {"name": " Kvinnojouren  Ängeln ", "provider": "KJ", "place": 0})
    organisation = Organisation.objects.get(name="Kvinnojouren Ängeln")
    assert organisation.pk == "kvinnojouren-angeln"
    assert organisation.unit.provider == 1


def test_two_names_that_fold_to_one_address_are_two_organisations(administrator):
    for name in ("Jouren Ö", "Jouren O"):
        administrator.post(page(), {"name": name, "provider": "KJ", "place": 0})
    assert set(Unit.objects.values_list("organisation_id", flat=True)) == {"jouren-o", "jouren-o-2"}


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "", "organisation": ""},
        {"name": "Jouren", "organisation": "roks"},
        {"name": "roks"},
        {"name": "!!!"},
        {"name": "Jouren", "provider": "X"},
        {"name": "Jouren", "place": 9001},
        {"name": "Jouren", "place": 99},
        {"organisation": "jour-that-is-none"},
    ],
    ids=str,
)
def test_what_does_not_hold_is_told_and_nothing_is_made(administrator, wrong):
    before = Organisation.objects.count()
    done = administrator.post(page(), {"provider": "KJ", "place": 0} | wrong)
    assert done.status_code == 400
    assert 'class="fault' in done.content.decode()
    assert not Unit.objects.exists()
    assert Organisation.objects.count() == before


def test_one_that_counts_is_not_offered_again(administrator):
    Unit.objects.create(organisation=Organisation.objects.get(pk="roks"))
    assert 'value="roks"' not in administrator.get(page()).content.decode()
    assert administrator.post(page(), {"organisation": "roks", "provider": "OV", "place": 0}).status_code == 400


def test_what_it_is_and_where_can_be_said_anew(administrator):
    unit = makers.unit("Jouren i stan", place=180)
    administrator.post(page("unit", unit.organisation_id), {"provider": "TJ", "place": 1280})
    unit.refresh_from_db()
    assert (unit.provider, unit.place) == (2, 1280)
    assert ActivityEntry.objects.get(action="unit.set").detail == "KJ, 0180 → TJ, 1280"


def test_a_colleague_works_there_and_then_no_longer(administrator):
    unit, worker = makers.unit(place=180), staff_with("worker", name="Vera")
    code = unit.organisation_id
    assert "Vera" in administrator.get(page("unit", code)).content.decode()
    administrator.post(page("unit-take-on", code), {"staff": worker.pk})
    worker.refresh_from_db()
    assert worker.organisation == unit.organisation
    assert signed_in_client(staff=worker).get(reverse("register:card")).status_code == 200
    administrator.post(page("unit-let-go", code, worker.pk))
    worker.refresh_from_db()
    assert worker.organisation is None
    said = list(ActivityEntry.objects.filter(action="staff.change").values_list("detail", flat=True))
    assert said == [f"organisation: – → {code}", f"organisation: {code} → –"]
    assert activity.verify().whole


def test_nobody_is_let_go_from_where_she_does_not_work(administrator):
    unit, other = makers.unit(), makers.unit()
    worker = makers.staff_of(other)
    assert administrator.post(page("unit-let-go", unit.organisation_id, worker.pk)).status_code == 404
    worker.refresh_from_db()
    assert worker.organisation == other.organisation


def test_they_stand_as_in_an_index_with_numbers_by_their_value_and_those_made_up_last(administrator):
    names = ["Östjouren", "Jouren 10", "Angered", "Jouren 2", "Ängeln", "Åsa", "jouren 1"]
    for name in names:
        makers.unit(name, place=180)
    Unit.objects.filter(organisation__name="Angered").update(demonstration=True)
    assert listed(administrator) == ["jouren 1", "Jouren 2", "Jouren 10", "Åsa", "Ängeln", "Östjouren", "Angered"]


def test_one_is_found_by_a_part_of_its_name_however_it_is_typed(administrator):
    for name in ("Östjouren", "Ängeln"):
        makers.unit(name, place=180)
    for typed, found in (("ÖST", {"Östjouren"}), ("angel", {"Ängeln"}), ("n", {"Östjouren", "Ängeln"}), ("x", set())):
        assert set(listed(administrator, q=typed)) == found


def test_an_administrator_sees_nothing_of_what_is_counted(administrator):
    unit = makers.unit(place=180)
    makers.contact(unit)
    assert administrator.get(page("home")).status_code == 403
    assert administrator.get(reverse("register:card")).status_code == 403


def test_the_door_leads_on_to_the_first_page_that_is_open():
    unit = makers.unit()
    assert makers.client_of(unit).get(page("home")).headers["Location"] == reverse("register:card")
    assert makers.client_of(unit, "coordinator").get(page("home")).headers["Location"] == reverse("register:figures")


def test_the_work_of_each_leads_there():
    unit = makers.unit()
    assert page("home") in makers.client_of(unit).get(reverse("accounts:home")).content.decode()
    assert page() in signed_in_client("administrator").get(reverse("accounts:home")).content.decode()
