"""The directory of services is refused where it is wrong."""

import pytest
from hypothesis import given, strategies as st

from bredvid.places import directory
from bredvid.places.directory import DirectoryError, directory_from, shipped
from bredvid.places.models import Audience, Organisation, Service

RIGHT = """
[[organisation]]
code = "roks"
name = "Roks"

[[service]]
code = "line"
organisation = "roks"
audience = "her"
name_sv = "Linjen"
name_en = "The line"
about_sv = "Linjen svarar."
about_en = "The line answers."
phone = "020-11 22 33"
order = 1
verified = true
last_checked = 2026-11-23
owner = "Roks"
source = "its page"
"""


def refusal(text: str) -> str:
    with pytest.raises(DirectoryError) as caught:
        directory_from(text)
    return str(caught.value)


def test_a_right_directory_is_read():
    assert [service.code for service in directory_from(RIGHT).services] == ["line"]


def test_the_audiences_are_those_of_the_database():
    assert set(directory.AUDIENCES) == set(Audience.values)


def test_no_text_of_the_directory_is_longer_than_its_column():
    limits = {
        field.name: field.max_length
        for model in (Organisation, Service)
        for field in model._meta.concrete_fields
        if field.max_length
    }
    assert {name: limits[name] for name in directory._LONGEST if name in limits} == {
        name: longest for name, longest in directory._LONGEST.items() if name in limits
    }


@given(
    st.sampled_from([line for line in RIGHT.splitlines() if line.startswith(("name_", "about_", "owner", "source"))])
)
def test_a_service_without_one_of_its_texts_is_refused(line):
    assert refusal(RIGHT.replace(line + "\n", "")).endswith("is missing.")


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('audience = "her"', 'audience = "everybody"', "service line, audience"),
        ('organisation = "roks"', 'organisation = "rooks"', "is no organisation"),
        ('phone = "020-11 22 33"', 'phone = "0046201122"', "service line, phone"),
        ("last_checked = 2026-11-23\n", "", "says when it was checked"),
        ("last_checked = 2026-11-23", "last_checked = 2026-11-23T10:00:00", "should be a date"),
        ("order = 1", 'order = "1"', "should be a int"),
        ("verified = true", "verified = 1", "should be a bool"),
        ('owner = "Roks"', 'owner = "Roks"\nages = "18"', "is no field"),
        ('code = "line"', 'code = "The line"', "small letters"),
        ('name = "Roks"', 'name = "Roks"\nwebsite = "http://roks.example"', "https"),
        ('owner = "Roks"', f'owner = "{"x" * 61}"', "60 is the most"),
        ("[[service]]", "[[service]", "is not TOML"),
    ],
)
def test_a_wrong_line_is_refused_and_named(right, wrong, message):
    assert right in RIGHT
    assert message in refusal(RIGHT.replace(right, wrong, 1))


def test_one_number_cannot_be_for_two_audiences():
    # Given the same number again, spaced otherwise, for professionals
    again = RIGHT[RIGHT.index("[[service]]") :].replace('"line"', '"other"').replace('"her"', '"professionals"')
    # Then the directory is refused
    assert "is line's number already" in refusal(RIGHT + again.replace("020-11 22 33", "020-112 233"))


def test_a_service_for_buyers_says_that_it_receives_them():
    assert "receives_buyers" in refusal(RIGHT.replace('audience = "her"', 'audience = "buyers"'))


def test_every_verified_service_of_ours_has_words_for_its_source():
    verified = [service for service in shipped().services if service.verified]
    assert verified
    assert all(service.source and service.owner for service in verified)
