"""Staff find their door at the foot of the public pages; she never meets it, and a copied site has none."""

import pytest
from django.test import Client

from bredvid.places.actions import load as load_places
from bredvid.report.site.fetch import fetch
from bredvid.review.actions import load as load_rounds

pytestmark = pytest.mark.django_db
DOOR = {"/": 'href="/personal/"', "/en/": 'href="/en/personal/"'}


@pytest.fixture
def loaded(db):
    load_places()
    load_rounds()


@pytest.mark.usefixtures("loaded")
@pytest.mark.parametrize("page", DOOR)
def test_the_first_page_leads_to_it(page):
    foot = Client().get(page).content.decode().split('<footer class="colophon">')[1]
    assert DOOR[page] in foot


@pytest.mark.parametrize("page", ["/a/", "/en/a/", "/g/"])
def test_her_pages_do_not(page):
    answer = Client().get(page)
    assert answer.status_code == 200
    assert "/personal/" not in answer.content.decode()


@pytest.mark.usefixtures("loaded")
def test_a_site_that_works_from_a_folder_does_not():
    assert b"/personal/" not in fetch("/").content
