"""The door on a host name of its own."""

from datetime import timedelta

import pytest
from django.test import Client, override_settings

from bredvid.config.logs_of_requests import access_line
from bredvid.door.host import is_door_host

HOST = "anteckningar.example"


@pytest.fixture
def own_host(loaded):
    with override_settings(DOOR_HOST=HOST, ALLOWED_HOSTS=["testserver", HOST]):
        yield Client(headers={"host": HOST})


def test_the_bare_host_is_her_first_page(own_host):
    bare, first = (own_host.get(address).content.decode().split("<main")[1] for address in ("/", "/a/"))
    assert bare == first
    assert b"<title>Notes</title>" in own_host.get("/en/").content


@pytest.mark.parametrize(
    "address", ["/2025/", "/personal/", "/om/", "/demo/", "/en/2025/", "/static/bredvid/css/page.css", "/anything"]
)
def test_nothing_else_is_found_there(own_host, address):
    answer = own_host.get(address)
    assert answer.status_code == 404
    assert b"<title>" in answer.content
    assert b"tel:112" in answer.content
    assert b"Bredvid</a>" not in answer.content


def test_her_pages_and_their_files_are_found_there(own_host):
    for address in ("/a/", "/b/0180/", "/en/c/", "/y/", "/static/a/a.css"):
        assert own_host.get(address).status_code in (200, 204)


def test_on_the_other_host_her_addresses_lead_there(own_host):
    answer = Client().get("/b/0180/")
    assert answer.headers["Location"] == f"//{HOST}/b/0180/"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_the_rest_of_the_site_leads_there_without_saying_from_where(own_host):
    body = Client().get("/ord/").content.decode()
    assert f'href="//{HOST}/a/" rel="noreferrer"' in body


def test_no_line_is_written_of_that_host(own_host):
    def line(host: str) -> str | None:
        return access_line(method="GET", path="/", status="200", sent=1, took=timedelta(), host=host)

    assert line(f"{HOST}:8000") is None
    assert line("testserver")


def test_without_the_setting_no_host_is_the_doors(settings):
    settings.DOOR_HOST = ""
    assert not is_door_host("")
    assert not is_door_host(HOST)
