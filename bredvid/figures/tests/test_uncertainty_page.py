"""The formula page and the code say the same: every table of the page is computed again."""

import re
from fractions import Fraction
from functools import partial

from bredvid.figures import amounts
from bredvid.figures.answers import IntervalAnswer
from bredvid.figures.coverage import coverage
from bredvid.figures.detectable import ALPHA, can_tell, fisher_p, positives_needed
from bredvid.figures.language import LANGUAGES
from bredvid.figures.numbers import decimal, out_of, percent, percent_range, range_
from bredvid.figures.phrases import COMPARATORS
from bredvid.figures.quantifiers import Scope, holds
from bredvid.figures.tests import pages
from bredvid.figures.tests.makers import figure
from bredvid.figures.tests.oracle import wald, wald_coverage
from bredvid.figures.tests.pages import page
from bredvid.figures.thresholds import VOCABULARY

PAGE = page("uncertainty.md")
rows_below = partial(pages.rows_below, PAGE)


def test_the_table_of_the_round_is_as_computed():
    rows = rows_below("## The 2025 round")
    assert len(rows) == 8
    for name, x, unknown, *cells in rows:
        answer = IntervalAnswer(x=int(x), n=73, N=290, unknown=int(unknown))
        one = figure(answer.x, answer.valid, asked=73, frame=290)
        low, high = (Fraction(end, one.base.frame) for end in answer.interval)
        assert cells[0] == percent(one.share or 0, "en", 1), name
        assert cells[1] == range_(*answer.interval, "en"), name
        assert cells[2] == percent_range(low, high, "en", 1), name
        assert cells[3] == range_(*answer.bounds, "en"), name
        assert cells[4] == out_of(answer.x, answer.valid, "en"), name
        assert cells[5] == range_(*answer.valid_interval, "en"), name


def test_the_coverage_is_as_computed():
    ours = coverage(73, 290)
    theirs = [wald_coverage(73, 290, count) for count in range(291)]
    (three, twelve, least) = rows_below("## How often it is right")
    for cells, count in ((three, 3), (twelve, 12)):
        assert cells == [str(count), percent(ours[count], "en", 1), f"{100 * theirs[count]:.1f}%"]
    assert least[1:] == [percent(min(ours[3:288]), "en", 2), f"{100 * min(theirs[3:288]):.1f}%"]
    assert "3 to 287" in least[0]


def test_the_wald_interval_would_begin_below_what_is_known():
    claimed, known = re.search(r"it would begin at ([\d.]+)%, which is below the ([\d.]+)%", PAGE).groups()  # type: ignore[union-attr]
    assert f"{100 * wald(4, 73, 290)[1]:.1f}" == claimed
    assert f"{100 * 4 / 290:.1f}" == known


def test_what_so_few_can_tell_is_as_computed():
    for in_small, p, shows in rows_below("## What so few can tell"):
        computed = fisher_p(int(in_small), 4, 15, 73)
        assert p == decimal(computed, "en", 3)
        assert (shows == "yes") == (computed < ALPHA)
    assert not can_tell(4, (15, 58))
    assert f"it takes {positives_needed((15, 58))}." in PAGE


def test_the_vocabulary_is_the_one_in_the_code():
    expected = [[", ".join(entry.sv), ", ".join(entry.en), str(entry.threshold)] for entry in VOCABULARY]
    assert rows_below("<!-- vocabulary -->") == expected


def test_the_comparators_are_those_in_the_code():
    rows = rows_below("<!-- comparators -->")
    for column, lang in enumerate(LANGUAGES):
        assert {word: row[2] for row in rows for word in row[column].split(", ")} == COMPARATORS[lang]


def test_the_tolerances_are_those_in_the_code():
    fraction, percentage, count = rows_below("<!-- tolerances -->")
    assert fraction[1:] == [
        f"within {float(100 * amounts.FRACTION_REACH):g} percentage points",
        f"within {float(100 * amounts.FRACTION_TOLERANCE):g} percentage points",
    ]
    assert percentage[2] == f"within {float(100 * amounts.PERCENT_TOLERANCE):g} percentage point"
    assert count[2] == f"within {percent(amounts.COUNT_TOLERANCE, 'en')} of it"


def test_the_scopes_are_those_in_the_code():
    assert [row[0].strip("`") for row in rows_below("### Of whom it is said")] == [scope.name for scope in Scope]


def test_the_example_of_nine_in_ten_is_as_computed():
    one = figure(66, 70, asked=73, frame=290)
    shares = (percent(share, "en", 1) for share in (one.share or 0, one.valid_share or 0))
    low = one.interval.low
    assert "66 of 73 are {}, 66 of 70 are {}.".format(*shares) in PAGE
    assert f"begins at {low}, or {percent(Fraction(low, 290), 'en', 1)}." in PAGE
    assert holds("more than nine in ten", one, [], Scope.RESPONDENTS, "en")
    assert not holds("more than nine in ten", one, [], Scope.FRAME, "en")


def test_the_bounds_formula_is_the_one_in_the_code():
    lowest, highest = re.findall(r"^    (?:lowest|highest) += (.+)$", PAGE, re.M)
    for x, n, N, u in ((4, 73, 290, 3), (34, 73, 290, 9), (0, 0, 5, 0)):
        names = {"x": x, "n": n, "N": N, "u": u}
        computed = [eval(formula.replace("−", "-"), {}, names) for formula in (lowest, highest)]  # noqa: S307 - our page
        assert computed == list(IntervalAnswer(x=x, n=n, N=N, unknown=u).bounds)
