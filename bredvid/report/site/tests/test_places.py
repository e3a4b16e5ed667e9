"""Every address has one file, and every file can be reached from every other."""

import pytest

from bredvid.report.site.places import file_of, relative


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("/", "index.html"),
        ("/en/", "en/index.html"),
        ("/2025/fragor/q2/", "2025/fragor/q2/index.html"),
        ("/2025/fragor/q2/q2.svg", "2025/fragor/q2/q2.svg"),
        ("/2025/kommuner/?ordning=lan", "2025/kommuner/ordning-lan.html"),
        ("/2025/rapport.pdf", "report.pdf"),
        ("/en/2025/rapport.pdf", "report-en.pdf"),
        ("/2025/data/figures.csv", "data/figures.csv"),
        ("/en/2025/data/figures.csv", "data/figures.csv"),
        ("/2025/data/", "2025/data/index.html"),
        ("/demo/rapport.pdf", "demo/rapport.pdf"),
        ("/static/bredvid/css/page.css", "static/bredvid/css/page.css"),
    ],
)
def test_an_address_has_its_file(address, file):
    assert file_of(address, "2025") == file


@pytest.mark.parametrize(
    ("target", "source", "link"),
    [
        ("index.html", "index.html", "index.html"),
        ("index.html", "2025/fragor/q2/index.html", "../../../index.html"),
        ("2025/fragor/q2/index.html", "index.html", "2025/fragor/q2/index.html"),
        ("en/ord/index.html", "ord/index.html", "../en/ord/index.html"),
    ],
)
def test_one_file_reaches_another(target, source, link):
    assert relative(target, source) == link
