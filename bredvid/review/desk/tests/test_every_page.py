"""Every page of the desk opens on the practice round, in both languages."""

import pytest

from bredvid.accounts.tests.makers import signed_in_client
from bredvid.places.actions import load as load_places
from bredvid.review.actions import load
from bredvid.review.fieldwork.practice import start_practice
from bredvid.review.models import Entry, Questionnaire, Round

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice():
    load_places()
    load()
    return start_practice(
        questionnaire=Questionnaire.objects.get(code="kommungranskning", version=2), like=Round.objects.get(pk="demo")
    )


@pytest.mark.parametrize("prefix", ["", "/en"])
def test_every_page_of_the_practice_round_opens(practice, prefix):
    read = practice.cases.filter(state="submitted").first()
    paths = [
        "", "ny/", "formular/", "formular/nytt/", "formular/kommungranskning/2/",
        "formular/kommungranskning/2/xlsform/",
        "ovning/", "ovning/andra/", "ovning/adresser/", "ovning/brev/", "ovning/kommuner/",
        "ovning/kommuner/?stage=submitted&sort=latest&q=exempel&county=01", "ovning/kommuner/fil/",
        f"ovning/kommuner/{read.slug}/",
        *(f"ovning/kommuner/{read.slug}/svar/{entry.question.code}/"
          for entry in Entry.objects.filter(case=read).select_related("question")),
    ]  # fmt: skip
    client = signed_in_client("reviewer")
    for path in paths:
        assert client.get(f"{prefix}/personal/granskning/{path}").status_code == 200, path
