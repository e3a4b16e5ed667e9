"""An address that is a key, in an invitation or a mail about a password, is not written in the log of requests."""

from datetime import timedelta

import pytest

from bredvid.config.logs_of_requests import access_line


@pytest.mark.parametrize(
    "path",
    ["/personal/inbjudan/a-very-secret-key/", "/en/personal/losenord/nytt/1-key/", "/personal/logga-in/", "/personal/"],
)
def test_of_the_pages_of_staff_no_more_is_written_than_that_it_was_one(path):
    line = access_line(method="GET", path=path, status="200", sent=1, took=timedelta(milliseconds=3))
    assert line is not None
    assert line.split()[1:3] == ["GET", "/personal/"]
