"""`bredvid figures tipping` and `response`: the same numbers for programs and for people."""

import pytest

from bredvid.figures.tests.test_commands import answer, figures


def test_the_tipping_point_of_the_2025_headline_is_one_object():
    assert answer("tipping", 66, 73, 290, "--share", 0.8) == {
        "count": 66,
        "asked": 73,
        "frame": 290,
        "unknown": 0,
        "threshold": "4/5",
        "not_known": 217,
        "needed": 166,
        "share": 0.764977,
        "share_exact": "166/217",
        "answered_share": 0.90411,
        "verdict": "depends",
    }


@pytest.mark.parametrize(
    ("share", "said"),
    [("4/5", "if 166 of 217 of those not known do"), ("0.2", "whatever the others"), ("0.99", "Not so many as")],
)
def test_people_are_told_what_it_depends_on(share, said):
    assert said in " ".join(figures("tipping", 66, 73, 290, "--share", share).output.split())


def test_the_rates_have_their_bases():
    given = answer("response", "--complete", 73, "--unknown", 217)
    assert given["frame"] == 290
    assert given["rates"]["rr1"] == {"numerator": 73, "denominator": 290, "share": 0.251724}
    assert given["outcomes"]["unknown"] == 217


def test_no_units_have_no_rates():
    assert {rate["share"] for rate in answer("response")["rates"].values()} == {None}


def test_people_read_each_rate_with_its_base():
    shown = figures("response", "--complete", 60, "--partial", 13, "--refusal", 7, "--unknown", 210).output
    assert all(part in shown for part in ("60 of 290", "73 of 290", "60 of 80", "7 of 290", "80 of 290"))


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("tipping", 66, 73, 290, "--share", "most"), "'most'"),
        (("tipping", 66, 73, 290, "--share", "1/0"), "'1/0'"),
        (("tipping", 66, 73, 290, "--share", "1.2"), "between 0 and 1"),
        (("tipping", 80, 73, 290, "--share", "0.8"), "count=80"),
        (("response", "--complete", -3), "complete cannot be negative"),
        (("response", "--complete", "many"), "'many'"),
    ],
)
def test_wrong_input_is_told_in_one_line_and_exit_code_2(arguments, named):
    result = figures(*arguments)
    assert result.exit_code == 2
    assert result.output.startswith("Error: ")
    assert result.output.count("\n") == 1
    assert named in result.output
