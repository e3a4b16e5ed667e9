"""How often the weighted interval is right, for every set of answers that can come in."""

from fractions import Fraction
from itertools import combinations, product

import pytest

from bredvid.figures.weights.coverage import coverage, intervals
from bredvid.figures.weights.estimate import estimate
from bredvid.figures.weights.poststratification import poststratify
from bredvid.figures.weights.share_interval import wilson


def test_drawing_every_sample_gives_the_same_coverage():
    weighting = poststratify({"A": 2, "B": 3}, {"A": 4, "B": 6}, minimum=2)
    for truth in ({"A": 1, "B": 2}, {"A": 0, "B": 5}, {"A": 4, "B": 6}):
        samples = product(combinations(range(4), 2), combinations(range(6), 3))
        seen = [{"A": sum(u < truth["A"] for u in a), "B": sum(u < truth["B"] for u in b)} for a, b in samples]
        found = [estimate(counts, weighting).interval for counts in seen]
        held = sum(low <= truth["A"] + truth["B"] <= high for low, high in found)
        assert coverage(weighting, [truth]) == [Fraction(held, len(seen))]


def test_at_the_least_respondents_the_interval_is_right_nine_times_in_ten_whatever_is_true():
    weighting = poststratify({"A": 5, "B": 5}, {"A": 20, "B": 60})
    truths = [{"A": a, "B": b} for a in range(21) for b in range(61)]
    found = coverage(weighting, truths, intervals(weighting))
    assert min(found) > Fraction(90, 100)
    assert sum(share >= Fraction(95, 100) for share in found) > Fraction(95, 100) * len(found)


@pytest.mark.parametrize(
    ("share", "n", "ends"),
    # R 4.2.2: prop.test(x, n, correct = FALSE)$conf.int for 15 of 148 and 0 of 20.
    [(15 / 148, 148, (0.0624, 0.1605)), (0, 20, (0.0, 0.1611))],
)
def test_wilsons_interval_is_the_published_one(share, n, ends):
    """Newcombe, R. G. (1998) Statistics in Medicine 17, table I, method 3."""
    assert wilson(share, n) == pytest.approx(ends, abs=6e-5)


@pytest.mark.parametrize(("share", "n", "confidence"), [(-0.1, 5, 0.95), (1.1, 5, 0.95), (0.5, 0, 0.95), (0.5, 5, 1)])
def test_a_share_of_nothing_is_refused(share, n, confidence):
    with pytest.raises(ValueError, match="expected a share"):
        wilson(share, n, Fraction(confidence))
