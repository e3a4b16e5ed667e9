"""When a word of quantity holds of a figure: at each threshold, on each side of it, and for whom it is said."""

import pytest
from hypothesis import given, strategies as st

from bredvid.figures.quantifiers import Scope, UnknownPhrase, holds, known_phrases, threshold_of
from bredvid.figures.tests.makers import figure, verbal

# Of 100, so that a count is a percentage: the counts at the threshold that hold, and the nearest that do not.
BOUNDARIES = [
    ("ingen", "none", [0], [1, 100]),
    ("nästan ingen", "almost no", [0, 5], [6]),
    ("ett fåtal", "a few", [1, 10], [0, 11]),
    ("några", "some", [2, 100], [1]),
    ("flera", "several", [3, 100], [2]),
    ("många", "many", [33, 100], [32]),
    ("en minoritet", "a minority", [0, 49], [50]),
    ("majoriteten", "the majority", [51, 100], [50]),
    ("de flesta", "most", [51, 100], [50]),
    ("en klar majoritet", "a clear majority", [60, 100], [59]),
    ("nästan alla", "nearly all", [95, 100], [94]),
    ("inte alla", "not all", [0, 99], [100]),
    ("samtliga", "all", [100], [99]),
    ("mer än nio av tio", "more than nine in ten", [91], [90]),
    ("mer än hälften", "more than half", [51], [50]),
    ("minst hälften", "at least half", [50], [49]),
    ("mindre än en fjärdedel", "less than a quarter", [24], [25]),
    ("högst en fjärdedel", "at most a quarter", [25], [26]),
    ("nästan hälften", "nearly half", [45, 49], [44, 50]),
    ("drygt hälften", "just over half", [51, 55], [50, 56]),
    ("omkring hälften", "about half", [45, 55], [44, 56]),
    ("hälften", "half", [48, 52], [47, 53]),
    ("en av fyra", "one in four", [23, 27], [22, 28]),
    ("var fjärde", "a quarter", [23, 27], [22, 28]),
    ("två tredjedelar", "two thirds", [65, 69], [64, 70]),
    ("90 procent", "90 percent", [90], [89, 91]),
    ("cirka 5 %", "about 5%", [4, 6], [3, 7]),
    ("drygt 90 procent", "just over 90 percent", [91], [90, 92]),
    ("knappt 90 procent", "just under 90 percent", [89], [88, 90]),
    ("mer än 90 procent", "over 90 per cent", [91], [90]),
    ("sexton", "sixteen", [16], [15, 17]),
    ("endast fyra", "only four", [4], [3, 5]),
    ("16", "16", [16], [15, 17]),
    ("minst 16", "at least 16", [16], [15]),
    ("fler än 16", "more than 16", [17], [16]),
    ("högst 16", "at most 16", [16], [17]),
    ("färre än 16", "fewer than 16", [15], [16]),
    ("omkring 20", "around 20", [18, 22], [17, 23]),
    ("drygt 20", "just over 20", [21, 22], [20, 23]),
    ("nästan 20", "almost 20", [18, 19], [17, 20]),
    ("mellan 15 och 30", "between 15 and 30", [15, 30], [14, 31]),
    ("15–30", "15–30", [15, 30], [14, 31]),
    ("16 av 100", "16 of 100", [16], [15, 17]),
]
CASES = [
    (phrase, lang, count, expected)
    for sv, en, holding, failing in BOUNDARIES
    for lang, phrase in (("sv", sv), ("en", en))
    for counts, expected in ((holding, True), (failing, False))
    for count in counts
]


@pytest.mark.parametrize(("phrase", "lang", "count", "expected"), CASES)
def test_a_phrase_holds_up_to_its_threshold_and_no_further(phrase, lang, count, expected):
    verdict = holds(phrase, figure(count, 100), [], Scope.RESPONDENTS, lang)
    assert verdict.ok is expected, verdict.reason


@pytest.mark.parametrize("lang", ["sv", "en"])
def test_every_known_phrase_has_a_threshold_that_can_be_printed(lang):
    assert all(str(threshold_of(phrase, lang)) for phrase in known_phrases(lang))


@pytest.mark.parametrize("phrase", ["Majoriteten", "de  flesta", "de\nflesta", "Mer än nio av tio"])
def test_capitals_and_line_breaks_do_not_matter(phrase):
    assert holds(phrase, figure(95, 100), [], Scope.RESPONDENTS, "sv")


@pytest.mark.parametrize("phrase", ["stor majoritet", "mycket få", "en hel del", "", "kommuner", "fem i tolv"])
def test_a_phrase_without_a_threshold_is_refused_with_what_is_known(phrase):
    with pytest.raises(UnknownPhrase, match="majoriteten"):
        holds(phrase, figure(50, 100), [], Scope.RESPONDENTS, "sv")


# Siblings
def test_many_is_not_said_when_another_option_is_larger():
    fairly_good, some = figure(22, 60, option="fairly"), figure(34, 60, option="some")
    verdict = holds("många", fairly_good, [fairly_good, some], Scope.RESPONDENTS, "sv")
    assert not verdict
    assert "test.q.some is larger (34)" in verdict.reason


def test_many_is_said_of_the_largest_option_and_of_two_that_are_equally_large():
    one, other = figure(30, 60, option="one"), figure(30, 60, option="other")
    assert holds("många", one, [one, other], Scope.RESPONDENTS, "sv")


def test_an_option_without_a_count_is_no_larger_than_what_is_not_accounted_for():
    known = figure(34, 64, asked=73, frame=290)
    assert holds("många", known, [verbal("några", valid=64)], Scope.RESPONDENTS, "sv")


def test_an_option_without_a_count_may_be_the_larger_one():
    known = figure(34, 73, frame=290)
    assert not holds("många", known, [verbal("några")], Scope.RESPONDENTS, "sv")


# Scopes: the 2025 round, where 66 have no programme, 4 have, and 3 answers are not accounted for
NO_PROGRAMME = figure(66, 70, asked=73, frame=290, option="no")
PROGRAMME = figure(4, 70, asked=73, frame=290, option="yes")


def test_more_than_nine_in_ten_holds_of_those_who_answered_and_not_of_all_290():
    assert holds("mer än nio av tio", NO_PROGRAMME, [], Scope.RESPONDENTS, "sv")
    assert holds("mer än nio av tio", NO_PROGRAMME, [], Scope.ASKED, "sv")
    verdict = holds("mer än nio av tio", NO_PROGRAMME, [], Scope.FRAME, "sv")
    assert not verdict
    assert "of 290" in verdict.reason


@pytest.mark.parametrize(("phrase", "ok"), [("mer än åtta av tio", True), ("en klar majoritet", True), ("16", False)])
def test_a_claim_about_the_frame_must_hold_over_the_whole_interval(phrase, ok):
    assert holds(phrase, NO_PROGRAMME, [], Scope.FRAME, "sv").ok is ok


def test_a_claim_of_few_about_the_frame_must_hold_at_the_high_end():
    assert holds("ett fåtal", PROGRAMME, [], Scope.RESPONDENTS, "sv")
    assert not holds("ett fåtal", PROGRAMME, [], Scope.FRAME, "sv")
    assert holds("färre än 15 procent", PROGRAMME, [], Scope.FRAME, "sv")


def test_many_in_the_frame_needs_to_be_the_largest_whatever_the_silent_are():
    larger, smaller = figure(60, 73, frame=290, option="a"), figure(13, 73, frame=290, option="b")
    assert holds("många", larger, [larger, smaller], Scope.FRAME, "sv")
    close = figure(39, 73, frame=290, option="a"), figure(34, 73, frame=290, option="b")
    assert holds("många", close[0], close, Scope.RESPONDENTS, "sv")
    assert not holds("många", close[0], close, Scope.FRAME, "sv")


def test_a_stated_share_of_all_answers_repeats_the_answers_as_they_are():
    assert holds("90 procent", NO_PROGRAMME, [], Scope.ASKED, "sv")
    assert not holds("90 procent", NO_PROGRAMME, [], Scope.RESPONDENTS, "sv")


def test_a_comparison_among_all_asked_must_hold_whatever_the_unaccounted_answered():
    # 4 of 73 is 5.5 %, but 7 of 73 would be 9.6 %
    assert holds("högst 10 procent", PROGRAMME, [], Scope.ASKED, "sv")
    assert not holds("högst 6 procent", PROGRAMME, [], Scope.ASKED, "sv")


def test_a_phrase_that_holds_on_the_valid_base_alone_says_so():
    no_outreach = figure(34, 64, asked=73, frame=290)
    verdict = holds("majoriteten", no_outreach, [], Scope.RESPONDENTS, "sv")
    assert verdict
    assert "not of all 73 who took part (46.6%)" in verdict.reason


@pytest.mark.parametrize(
    ("phrase", "scope", "ok"),
    [
        ("66 av 73", Scope.RESPONDENTS, True),
        ("66 av 70", Scope.RESPONDENTS, True),
        ("66 av 290", Scope.RESPONDENTS, False),
        ("66 av 73", Scope.ASKED, True),
        ("66 av 70", Scope.ASKED, False),
        ("66 av 290", Scope.FRAME, False),
        ("65 av 73", Scope.RESPONDENTS, False),
        ("minst 66 av 290", Scope.FRAME, True),
    ],
)
def test_a_count_may_name_only_a_base_of_its_own(phrase, scope, ok):
    assert holds(phrase, NO_PROGRAMME, [], scope, "sv").ok is ok


# What cannot be said
def test_nothing_is_said_of_a_figure_without_a_count():
    verdict = holds("majoriteten", verbal("majoriteten"), [], Scope.RESPONDENTS, "sv")
    assert not verdict
    assert "no count" in verdict.reason


@pytest.mark.parametrize("phrase", ["ingen", "samtliga", "majoriteten", "0"])
def test_nothing_is_said_of_an_empty_base(phrase):
    verdict = holds(phrase, figure(0, 0, asked=5, frame=9), [], Scope.RESPONDENTS, "sv")
    assert not verdict
    assert "empty" in verdict.reason


FIGURES = st.integers(1, 60).flatmap(
    lambda frame: st.integers(1, frame).flatmap(
        lambda asked: st.integers(1, asked).flatmap(
            lambda valid: st.integers(0, valid).map(lambda x: figure(x, valid, asked=asked, frame=frame))
        )
    )
)


@given(FIGURES, st.sampled_from(known_phrases("sv")))
def test_what_holds_of_the_frame_holds_of_the_counts_at_both_ends_of_its_interval(one, phrase):
    frame = one.base.frame
    if holds(phrase, one, [], Scope.FRAME, "sv"):
        ends = (*one.interval, *one.valid_interval)
        assert all(holds(phrase, figure(end, frame), [], Scope.RESPONDENTS, "sv") for end in ends)


@given(FIGURES)
def test_none_and_not_none_are_never_both_true(one):
    said = [holds(phrase, one, [], Scope.RESPONDENTS, "sv").ok for phrase in ("ingen", "minst en")]
    assert sum(said) == 1
