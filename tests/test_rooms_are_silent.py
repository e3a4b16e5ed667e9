"""What her page asks for stands on both hosts, and no line is written of it."""

from datetime import timedelta

import pytest
from django.test import Client

from bredvid.config.logs_of_requests import access_line


@pytest.mark.parametrize("path", ["/r/o", "/r/e/0", "/r/nothing", "/en/r/e"])
def test_no_line_is_written_of_any_of_them(path):
    assert access_line(method="POST", path=path, status="200", sent=1, took=timedelta()) is None


@pytest.mark.django_db
def test_on_both_hosts_they_answer_themselves(settings, tmp_path):
    settings.DOOR_HOST, settings.ALLOWED_HOSTS = "anteckningar.example", ["testserver", "anteckningar.example"]
    settings.BREDVID_ROOM_KEYS = tmp_path / "room-keys"
    for host in ("testserver", "anteckningar.example"):
        assert Client(headers={"host": host}).get("/r/d").json() == {"desks": []}
