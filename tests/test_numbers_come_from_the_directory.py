"""No telephone number is typed into a page: each comes from the directory, where it is checked and has an audience."""

from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import bredvid
from bredvid.places.directory import shipped
from tests.hardcoded_numbers import files_under, numbers_in

PACKAGE = Path(bredvid.__file__).parent
PHONES = sorted({service.phone for service in shipped().services if service.phone})


def planted(folder: Path, text: str, *, suffix: str = ".html") -> Path:
    path = folder / f"page{suffix}"
    path.write_text(text, encoding="utf-8")
    return path


def test_no_template_style_script_or_translation_holds_a_number():
    found = {
        str(path.relative_to(PACKAGE)): numbers
        for path in files_under(PACKAGE)
        if (numbers := numbers_in(path, PHONES))
    }
    assert found == {}


def test_the_rooms_with_pages_are_looked_through():
    looked_through = {path.relative_to(PACKAGE).parts[0] for path in files_under(PACKAGE)}
    assert {"config", "door"} <= looked_through


@pytest.mark.parametrize("phone", PHONES)
@pytest.mark.parametrize(
    "page",
    [
        "<p>Ring {0}.</p>",
        "<p>Ring <b>{0}</b> nu</p>",
        '<a href="tel:{1}">Ring</a>',
        '<button aria-label="Ring {0}">Ring</button>',
        '{{% translate "Call {0}" %}}',
        '<text x="1" y="2">{0}</text>',
    ],
)
def test_a_planted_number_is_found(tmp_path, phone, page):
    path = planted(tmp_path, page.format(phone, phone.replace(" ", "").replace("-", "")))
    assert phone in numbers_in(path, PHONES)


@pytest.mark.parametrize("text", ["020&#8209;390&nbsp;000", "+46 20 39 00 00", "020/390000", "020-<i>390</i> 000"])
def test_a_planted_number_is_found_in_disguise(tmp_path, text):
    assert numbers_in(planted(tmp_path, f"<p>{text}</p>"), PHONES) == {"020-390 000"}


def test_a_number_in_a_translation_is_found(tmp_path):
    assert numbers_in(planted(tmp_path, 'msgid "Call"\nmsgstr "Ring 116 111"\n', suffix=".po"), PHONES) == {"116 111"}


def test_a_number_written_by_a_style_or_script_is_found(tmp_path):
    assert numbers_in(planted(tmp_path, 'a::after { content: "020-390 000" }', suffix=".css"), PHONES)
    assert numbers_in(planted(tmp_path, 'location = "tel:112"', suffix=".js"), PHONES) == {"112"}


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("a { width: 112px; color: #112 }", ".css"),
        ('<path d="M112 114 14h116 111"/>', ".svg"),
        ("<p>Ring {{ line.phone }}</p>", ".html"),
        ("{# Never type 112 here. #}<p>Ring</p>", ".html"),
        ("<td>1 112</td><td>1120</td>", ".html"),
    ],
)
def test_lengths_drawings_and_comments_are_not_taken_for_numbers(tmp_path, text, suffix):
    assert numbers_in(planted(tmp_path, text, suffix=suffix), PHONES) == set()


@given(st.text(st.characters(exclude_categories=["Nd", "Cs"])))
def test_a_page_without_digits_has_no_number(tmp_path_factory, text):
    path = planted(tmp_path_factory.mktemp("pages"), text.replace("\r", " "))
    if not any(digit.isdigit() for digit in path.read_text(encoding="utf-8")):
        assert numbers_in(path, PHONES) == set()
