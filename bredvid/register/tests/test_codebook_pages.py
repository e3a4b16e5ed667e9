"""The codebook in public."""

import csv
import io

import pytest

from bredvid.register.codebook import current
from bredvid.register.codebook.never import never_collected

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/kodbok/", "/en/kodbok/"])
def test_anybody_reads_it_and_gets_no_cookie(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    assert not answer.cookies


def test_it_tells_every_code_about_her_and_nothing_of_the_log(client):
    page = client.get("/kodbok/").content.decode()
    for variable in current().variables:
        shown = variable.is_coded and variable.code[0] in "VU"
        assert (f"<h3>{variable.sv}</h3>" in page) is shown or variable.sv in ("Uppföljning",), variable.code
    assert all(each.why_sv in page for each in never_collected())


def test_the_file_has_a_line_for_each_variable_and_code(client):
    answer = client.get("/kodbok/kodbok.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    expected = [(v.code, "") for v in current().variables]
    expected += [(v.code, code.code) for v in current().variables for code in v.codes]
    assert sorted((row["variable"], row["code"]) for row in rows) == sorted(expected)
    assert all(row["sv"] and row["plain_sv"] and row["en"] and row["valid_from"] for row in rows)
