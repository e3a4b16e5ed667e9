"""What is said of all municipalities must hold of all, at the end of the interval that is worst for it."""

import pytest

from bredvid.report.claims.tests.makers import composed, messages


@pytest.mark.parametrize("phrase", ["mer än nio av tio", "en klar majoritet", "de flesta"])
def test_a_claim_about_those_who_answered_is_tried_on_them(phrase):
    assert messages(f'[[says q2.nej: "{phrase}"]]') == []


def test_more_than_nine_in_ten_of_all_is_refused():
    (fault,) = messages('[[says@frame q2.nej: "mer än nio av tio"]]')
    assert '"mer än nio av tio" does not hold of q2.nej' in fault


def test_the_chapters_scope_is_used_where_the_claim_names_none():
    assert messages('[[says q2.nej: "mer än nio av tio"]]', scope="frame")
    assert messages('[[says@respondents q2.nej: "mer än nio av tio"]]', scope="frame") == []
    assert composed('[[says q2.nej: "en klar majoritet"]]', scope="frame").claims[0].scope == "frame"


@pytest.mark.parametrize(
    ("key", "phrase"),
    [("q2.ja", "de flesta"), ("q3.ingen", "en klar majoritet"), ("q4.god", "många"), ("q2.nej", "samtliga")],
)
def test_a_claim_that_does_not_hold_stops_the_build(key, phrase):
    assert len(messages(f'[[says {key}: "{phrase}"]]')) == 1


def test_a_claim_about_a_sum_is_tried_on_the_sum():
    assert messages('[[says q4.god q4.viss: "en klar majoritet"]]') == []
    assert messages('[[says q3.ingen q3.fragar: "majoriteten"]]')
