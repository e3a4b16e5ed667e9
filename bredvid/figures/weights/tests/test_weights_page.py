"""The page on weights and the code say the same: every number of the page is computed again."""

from fractions import Fraction

from bredvid.figures.numbers import decimal, percent, range_
from bredvid.figures.tests.pages import page, rows_below
from bredvid.figures.weights.cells import MINIMUM
from bredvid.figures.weights.collapse import collapse
from bredvid.figures.weights.coverage import coverage, intervals
from bredvid.figures.weights.estimate import estimate
from bredvid.figures.weights.poststratification import poststratify
from bredvid.figures.weights.raking import MOST_STEPS, TOLERANCE
from bredvid.figures.weights.tests.makers import ANSWERED, GROUPS, HAVE_IT

PAGE = page("weights.md")
ENOUGH = Fraction(95, 100)


def test_the_coverage_is_as_computed():
    weighting = poststratify({"A": 24, "B": 29, "C": 20}, {"A": 46, "B": 110, "C": 134})
    rows = rows_below(PAGE, "<!-- coverage -->")
    truths = [dict(zip("ABC", map(int, cells[:3]), strict=True)) for cells in rows]
    found = coverage(weighting, truths)
    assert [cells[4] for cells in rows] == [f"{100 * float(share):.1f}%" for share in found]
    assert [cells[3] for cells in rows] == [str(sum(truth.values())) for truth in truths]
    assert f"(design effect {decimal(weighting.design_effect, 'en', 2)})" in PAGE


def test_the_hardest_setting_is_as_computed():
    weighting = poststratify({"A": 5, "B": 5}, {"A": 20, "B": 60})
    truths = [{"A": a, "B": b} for a in range(21) for b in range(61)]
    found = coverage(weighting, truths, intervals(weighting))
    enough = Fraction(sum(share >= ENOUGH for share in found), len(found))
    assert f"Over all {len(found):,} truths" in PAGE
    assert f"in {percent(enough, 'en', 1)} of\nthem, and the worst is {percent(min(found), 'en', 1)}" in PAGE
    assert sum(truths[found.index(min(found))].values()) == 1


def test_the_example_is_as_computed():
    done = collapse(ANSWERED, GROUPS)
    weighting, counts = poststratify(done.respondents, done.frame), done.gather(HAVE_IT)
    assert rows_below(PAGE, "<!-- example -->") == [
        [cell.code, str(cell.frame), str(cell.respondents), str(counts[cell.code]), decimal(cell.weight, "en", 2)]
        for cell in weighting.cells
    ]
    ours = estimate(counts, weighting)
    assert (
        f"Unweighted {percent(ours.unweighted_share, 'en', 1)} ({ours.count} of {ours.base.valid}); "
        f"weighted {percent(ours.share, 'en', 1)}, standard error {100 * ours.standard_error:.1f} percentage points, "
        f"interval {range_(*ours.interval, 'en')} of {ours.base.frame}. "
        f"Design effect {decimal(ours.design_effect, 'en', 2)}, effective *n* {decimal(ours.effective_n, 'en', 1)}, "
        f"largest weight {decimal(weighting.ratio, 'en', 1)} times the smallest."
    ) in PAGE


def test_the_limits_are_those_in_the_code():
    assert f"fewer than **{MINIMUM}** respondents" in PAGE
    assert f"has not converged in {MOST_STEPS:,} rounds" in PAGE
    assert TOLERANCE == 1e-10
    assert "10⁻¹⁰ of itself" in PAGE
