"""The page on response and the code say the same: every number of the page is computed again."""

import re
from fractions import Fraction

from bredvid.figures.numbers import out_of, percent
from bredvid.figures.response.independence import MOST_TABLES
from bredvid.figures.response.items import CANNOT_SAY, NOT_PUT, PASSED_BY, State
from bredvid.figures.response.outcomes import Outcome, Outcomes
from bredvid.figures.response.representativity import Model, representativity
from bredvid.figures.response.tipping import tipping_point
from bredvid.figures.tests.pages import page, rows_below
from bredvid.figures.weights.margins import Key

PAGE = page("response.md")


def test_the_outcomes_are_those_in_the_code():
    assert [row[0].strip("`") for row in rows_below(PAGE, "## Outcomes and rates")] == [one.value for one in Outcome]


def test_the_rates_are_as_computed():
    ours = Outcomes(complete=66, partial=7, refusal=9, non_contact=3, unknown=205)
    rows = rows_below(PAGE, "<!-- rates -->")
    assert [row[3] for row in rows] == [out_of(rate.numerator, rate.denominator, "en") for rate in ours.rates]
    assert [row[0].split(" ")[0].lower() for row in rows] == [rate.name for rate in ours.rates]
    in_2025 = Outcomes(complete=73, unknown=217).rr1
    share = percent(in_2025.share or 0, "en", 1)
    assert f"{out_of(in_2025.numerator, in_2025.denominator, 'en')}, or {share}" in PAGE


def test_the_states_are_those_in_the_code():
    rows = rows_below(PAGE, "## Item non-response")
    named = [tuple(State(name) for name in re.findall(r"`(\w+)`", row[0])) for row in rows]
    assert named == [(State.VALUE,), CANNOT_SAY, PASSED_BY, (State.NOT_REPORTED,), NOT_PUT]
    assert sum(map(len, named)) == len(State)


def test_the_r_indicators_are_as_computed():
    rows = rows_below(PAGE, "<!-- r-example -->")
    answered: dict[Key, int] = {(group, region): int(count) for group, region, count, _units in rows}
    frame: dict[Key, int] = {(group, region): int(units) for group, region, _count, units in rows}
    plain = representativity(answered, frame, ["group", "region"])
    fitted = representativity(answered, frame, ["group", "region"], model=Model.MAIN_EFFECTS)
    assert f"Saturated: R = {plain.indicator:.3f} ({plain.plain:.3f} without the correction)." in PAGE
    assert f"Main effects: {fitted.indicator:.3f} ({fitted.plain:.3f})." in PAGE
    groups, regions = plain.parts
    assert f"between the groups ({groups.value:.3f}) than between the regions ({regions.value:.3f})" in PAGE
    first, *_between, last = (part.value for part in groups.categories)
    assert f"group A stands at\n+{first:.3f}, C at −{-last:.3f}." in PAGE


def test_the_tipping_points_are_as_computed():
    for headline, count, answered, unknown, share, needed in rows_below(PAGE, "<!-- tipping -->"):
        threshold = Fraction(int(share.rstrip("%")), 100)
        point = tipping_point(int(count), int(answered), 290, threshold, unknown=int(unknown))
        part = percent(Fraction(point.needed, point.not_known), "en", 1)
        assert needed == f"{out_of(point.needed, point.not_known, 'en')} ({part})", headline


def test_the_limit_of_tables_is_the_one_in_the_code():
    assert f"up to {MOST_TABLES:,} of them" in PAGE
