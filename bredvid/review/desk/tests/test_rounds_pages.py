"""The list of rounds, a new one, and where one stands."""

import pytest

from bredvid.accounts.models import ActivityEntry
from bredvid.accounts.tests.makers import signed_in_client, staff_with
from bredvid.places.actions import load as load_places
from bredvid.review.fieldwork.tests import makers
from bredvid.review.models import Fieldwork

pytestmark = pytest.mark.django_db

NEW = {"title_sv": "Granskningen 2031", "title_en": "The 2031 review", "year": "2031", "code": "2031"}


def test_a_reviewer_starts_a_round_over_all_municipalities():
    # Given a questionnaire and the municipalities
    load_places()
    questionnaire = makers.questionnaire(makers.yes_no())
    staff = staff_with(role="reviewer")
    client = signed_in_client(staff=staff)
    # When a reviewer starts a round
    answer = client.post("/personal/granskning/ny/", {**NEW, "questionnaire": questionnaire.pk})
    # Then it is prepared, everybody is in it, and the log says who did it
    assert answer.status_code == 302
    fieldwork = Fieldwork.objects.get(code="2031")
    assert (fieldwork.state, fieldwork.cases.count()) == ("prepared", 290)
    assert ActivityEntry.objects.filter(action="round.create", subject="2031", staff=staff).exists()
    page = client.get(answer["Location"])
    assert "Granskningen 2031" in page.content.decode()


def test_a_code_is_taken_once():
    makers.fieldwork(code="2031")
    client = signed_in_client("reviewer")
    page = client.post("/personal/granskning/ny/", {**NEW, "questionnaire": "1"})
    assert page.status_code == 200
    assert Fieldwork.objects.count() == 1


def test_a_round_is_opened_and_closed():
    fieldwork = makers.fieldwork(state="prepared")
    client = signed_in_client("reviewer")
    for name, state in (("open", "open"), ("close", "closed")):
        client.post(f"/personal/granskning/{fieldwork.code}/oppna-stang/", {name: ""})
        fieldwork.refresh_from_db()
        assert fieldwork.state == state


@pytest.mark.parametrize("path", ["ny/", "2031/andra/"])
def test_an_analyst_changes_nothing(path):
    makers.fieldwork(code="2031")
    client = signed_in_client("analyst")
    assert client.get("/personal/granskning/2031/").status_code == 200
    assert client.get(f"/personal/granskning/{path}").status_code == 403
    assert client.post("/personal/granskning/2031/oppna-stang/", {"close": ""}).status_code == 403
    assert Fieldwork.objects.get(pk="2031").state == "open"


def test_no_step_leads_where_one_may_not_go():
    makers.fieldwork(code="2031")
    reads = signed_in_client("analyst").get("/personal/granskning/2031/").content.decode()
    works = signed_in_client("reviewer").get("/personal/granskning/2031/").content.decode()
    for path in ("/personal/granskning/2031/adresser/", "/personal/rapport/2031/"):
        assert f'href="{path}"' in works
        assert f'href="{path}"' not in reads
