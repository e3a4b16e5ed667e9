"""The review asks in ranges of persons, and the register answers in them: the two lists are one."""

from bredvid.register.rules import women
from bredvid.review.rules import bands


def test_the_registers_ranges_are_the_reviews():
    assert women.BANDS == bands.BANDS
