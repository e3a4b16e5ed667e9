"""An XLSForm is taken in by a reviewer, and a file that no form is as large as is not read at all."""

import pytest

from bredvid.accounts.tests.makers import signed_in_client
from bredvid.review.xlsform.workbook import FILE_BYTES, MEGABYTE

pytestmark = pytest.mark.django_db
PAGE = "/en/personal/granskning/formular/nytt/"


@pytest.fixture
def client():
    return signed_in_client("reviewer")


class Unread:
    """A body that must not be read."""

    def read(self, *args):
        raise AssertionError("the body was read")

    readline = read


def test_a_file_too_large_is_refused_before_it_is_read(client):
    refused = client.generic(
        "POST", PAGE, b"", "multipart/form-data; boundary=x",
        **{"CONTENT_LENGTH": str(FILE_BYTES + 2 * MEGABYTE), "wsgi.input": Unread()},
    )  # fmt: skip
    assert refused.status_code == 413
    assert "The file is larger than 5 MB." in refused.content.decode()


def test_no_file_chosen_is_a_line(client):
    refused = client.post(PAGE, {})
    assert refused.status_code == 422
    assert "Choose a file first." in refused.content.decode()
