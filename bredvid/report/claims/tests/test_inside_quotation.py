"""A question that has quotation marks of its own is quoted without doubling them."""

import pytest

from bredvid.report.claims.wording import inside_quotation


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Ja", "Ja"),
        ("”våld i nära relation”", "våld i nära relation"),
        ("Kallas det ”program”?", "Kallas det ’program’?"),
        ("“one” and “two”", "‘one’ and ‘two’"),
        ("", ""),
    ],
)
def test_quotation_marks_inside_a_quotation_are_single(text, quoted):
    assert inside_quotation(text) == quoted
