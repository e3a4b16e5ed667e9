"""A base that rests on our assumption bears nothing: no share, no interval, no word of quantity."""

from dataclasses import replace

import pytest

from bredvid.figures.figure import Base
from bredvid.figures.quantifiers import Scope, holds
from bredvid.figures.tests.makers import figure


def outreach(*, assumed: bool):
    """34 of 73 do none; if the answers exclude each other 64 are accounted for."""
    return replace(figure(34, 64, asked=73, frame=290), base=Base(asked=73, valid=64, frame=290, assumed=assumed))


@pytest.mark.parametrize("phrase", ["de flesta", "majoriteten", "mer än hälften", "en minoritet"])
def test_a_majority_is_not_made_by_assuming_who_is_accounted_for(phrase):
    assert not holds(phrase, outreach(assumed=True), [], Scope.RESPONDENTS, "sv")


def test_where_the_source_says_how_answers_relate_the_valid_base_bears_it():
    assert holds("mer än hälften", outreach(assumed=False), [], Scope.RESPONDENTS, "sv")


def test_the_count_itself_may_still_be_said():
    assert holds("34 av 73", outreach(assumed=True), [], Scope.RESPONDENTS, "sv")


def test_no_share_and_no_interval_stands_on_it():
    values = outreach(assumed=True).as_dict()
    assert (values["valid_share"], values["valid_interval"]) == (None, None)
    assert values["interval"] == [106, 165]
    assert values["bounds"] == [34, 260]


def test_all_of_what_is_accounted_for_is_no_share():
    # One of four is singled out by the source; of the one that is accounted for it is all, whatever the others do.
    assert figure(1, 1, asked=4).valid_share is None
    assert figure(4, 4).valid_share == 1


def test_an_interval_speaks_of_the_silent_or_not_at_all():
    values = figure(1, 1, asked=4).as_dict()
    assert (values["interval"], values["valid_interval"], values["bounds"]) == (None, None, [1, 4])
