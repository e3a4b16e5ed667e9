"""Her page stands when the database does not."""

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bredvid.places.models import Service
from bredvid.places.reads import services_for_her, services_for_her_as_shipped


def _broken(*_args: object, **_kwargs: object) -> None:
    raise OperationalError("the database is away")


@pytest.mark.usefixtures("loaded")
def test_the_file_says_the_same_as_the_database():
    def said(service: Service) -> tuple[str, ...]:
        return (service.code, service.name, service.about, service.phone, service.organisation.website)

    assert [said(each) for each in services_for_her_as_shipped()] == [said(each) for each in services_for_her()]


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("path", ["/a/", "/en/a/", "/i/", "/d/", "/b/0/", "/b/0/01/"])
def test_the_page_is_the_same_without_a_database(path):
    # Given the page as it usually is
    usual = Client().get(path).content
    # When nothing can be asked of the database
    with connection.execute_wrapper(_broken):
        answer = Client().get(path)
    # Then she meets the same page
    assert answer.status_code == 200
    assert answer.content == usual
    assert b"tel:112" in answer.content


@pytest.mark.usefixtures("loaded")
def test_the_page_asks_the_database_for_nothing_but_the_services():
    with CaptureQueriesContext(connection) as asked:
        Client().get("/a/")
    assert len(asked) == 1
