"""A link is public once mailed: alone it opens nothing, and one that has ended is one that never was."""

import pytest

from bredvid.review.fieldwork.links import TooManyCodes, check_code, find_link, make_link, new_code, withdraw_links
from bredvid.review.fieldwork.tests import makers
from bredvid.review.models import Link

pytestmark = pytest.mark.django_db


def test_neither_link_nor_code_is_kept():
    link, token = make_link(case=makers.case())
    code = new_code(link=link)
    stored = repr(Link.objects.values().get())
    assert token not in stored
    assert code not in stored


def test_a_link_is_found_until_it_is_renewed_or_withdrawn():
    case = makers.case()
    _, first = make_link(case=case)
    assert [find_link(first)] == list(case.links.all())
    _, second = make_link(case=case)
    assert find_link(first) is None
    withdraw_links(case=case)
    assert find_link(second) is None
    assert find_link("gissning") is None


def test_the_mailed_code_opens_however_it_is_typed():
    link, _ = make_link(case=makers.case())
    assert not check_code(link=link, code="")
    code = new_code(link=link)
    assert check_code(link=link, code=f" {code[:4].lower()}-{code[4:]} ")


def test_ten_wrong_codes_end_the_code():
    link, _ = make_link(case=makers.case())
    code = new_code(link=link)
    for _ in range(10):
        assert not check_code(link=link, code="AAAAAAAA")
    assert not check_code(link=link, code=code)


def test_codes_are_not_mailed_without_end():
    link, _ = make_link(case=makers.case())
    new_code(link=link)
    with pytest.raises(TooManyCodes):
        new_code(link=link)
