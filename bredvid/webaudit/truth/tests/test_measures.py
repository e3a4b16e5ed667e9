"""Agreement, intervals, precision and recall against numbers worked out by hand or known from elsewhere."""

from fractions import Fraction

import pytest

from bredvid.webaudit.shapes import PageVerdicts, State, Verdict
from bredvid.webaudit.truth.agreement import agreement, agreements, differences
from bredvid.webaudit.truth.evaluating import evaluate, truth
from bredvid.webaudit.truth.examples import Example
from bredvid.webaudit.truth.false_hits import FalseHit, hits
from bredvid.webaudit.truth.proportion import Proportion
from bredvid.webaudit.truth.reading import LABELLED, Settled
from bredvid.webaudit.truth.telling import Report, as_lines, as_values

F, N, U = State.FOUND, State.NOT_FOUND, State.UNCLEAR


def row(state=N, **others):
    return {indicator: others.get(indicator, state) for indicator in LABELLED}


def example(block):
    return Example(block, "test", f"https://www.exempelkommun.test/{block}", text="text")


def judge_of(states):
    def judge(block):
        verdicts = {name: Verdict(state, "reason") for name, state in states[block.id].items()}
        return PageVerdicts(block.url, "", "guidance", "sv", "", {}, verdicts)

    return judge


def test_kappa_of_a_table_worked_by_hand():
    """20 both found, 5 and 10 in two ways, 15 both not: po = .7, pe = .5 × .6 + .5 × .4 = .5, kappa = .4."""
    one = [F] * 20 + [F] * 5 + [N] * 10 + [N] * 15
    other = [F] * 20 + [N] * 5 + [F] * 10 + [N] * 15
    measured = agreement(one, other)
    assert (measured.agreed, measured.of) == (35, 50)
    assert measured.kappa == Fraction(2, 5)


def test_kappa_over_three_states():
    """Shares 1/3 each on one side; 1/2, 1/3 and 1/6 on the other: pe = 1/3. With po = 4/6, then 3/6: kappa 1/2, 1/4."""
    assert agreement([F, F, U, U, N, N], [F, F, F, U, U, N]).kappa == Fraction(1, 2)
    assert agreement([F, F, U, U, N, N], [F, U, U, F, N, F]).kappa == Fraction(1, 4)


def test_full_agreement_is_one_and_its_opposite_is_below_nothing():
    assert agreement([F, N], [F, N]).kappa == 1
    assert agreement([F, N], [N, F]).kappa == -1


def test_kappa_is_not_defined_where_there_is_only_one_state():
    measured = agreement([N, N], [N, N])
    assert measured.kappa is None
    assert measured.agreed == measured.of == 2


def test_agreement_needs_the_same_units():
    with pytest.raises(ValueError, match="the same units"):
        agreement([F], [F, N])
    with pytest.raises(ValueError, match="the same units"):
        agreement([], [])


def test_agreement_is_counted_over_the_blocks_that_both_hold():
    one, other = {"t001": row(F), "t002": row()}, {"t001": row(F, W6=N), "t003": row()}
    assert agreements(one, other)["W6"].of == 1
    assert differences(one, other) == (("t001", "W6", F, N),)


@pytest.mark.parametrize(
    ("x", "n", "low", "high"),
    [
        (0, 10, 0.0, 0.3085),
        (10, 10, 0.6915, 1.0),
        (5, 10, 0.1871, 0.8129),
        (1, 20, 0.0013, 0.2487),
        (95, 100, 0.8872, 0.9836),
    ],
)
def test_intervals_are_those_of_clopper_and_pearson(x, n, low, high):
    assert Proportion(x, n).interval() == pytest.approx((low, high), abs=5e-5)


def test_an_empty_base_gives_no_share():
    assert Proportion(0, 0).share is None
    assert Proportion(0, 0).interval() is None
    with pytest.raises(ValueError, match="0 <= x <= n"):
        Proportion(2, 1)


def test_precision_is_of_what_was_judged_found_and_recall_of_what_is():
    """Found: 1, 2, 3. Judged found: 1, 4. So precision 1 of 2, recall 1 of 3."""
    labelled = {"t001": row(F), "t002": row(F), "t003": row(F), "t004": row(U)}
    judged = {"t001": row(F), "t002": row(U), "t003": row(State.NOT_CHECKED), "t004": row(F)}
    result = evaluate(judge_of(judged), [example(block) for block in labelled], truth(labelled, None))
    measure = result.measures["W1"]
    assert (measure.precision, measure.recall) == (Proportion(1, 2), Proportion(1, 3))
    assert measure.confusion == {(F, F): 1, (F, U): 1, (F, State.NOT_CHECKED): 1, (U, F): 1}
    assert [d.block for d in result.disagreements if d.indicator == "W1"] == ["t002", "t003", "t004"]


def test_a_judge_that_finds_nothing_has_no_precision():
    labelled = {"t001": row(F)}
    result = evaluate(judge_of({"t001": row(N)}), [example("t001")], truth(labelled, None))
    assert result.measures["W2"].precision.share is None
    assert result.measures["W2"].recall.share == 0


def test_a_cell_with_two_labels_counts_nowhere_until_it_is_settled():
    first, second = {"t001": row(F)}, {"t001": row(F, W6=U)}
    open_cell = truth(first, second)
    assert open_cell.unsettled == 1
    assert "W6" not in open_cell.states["t001"]
    decided = truth(first, second, [Settled("t001", "W6", U, "the rules")])
    assert decided.unsettled == 0
    assert decided.states["t001"]["W6"] is U


def test_where_the_second_labelling_has_not_come_the_first_holds():
    first = {"t001": row(F), "t002": row(F)}
    assert truth(first, {"t001": row(U)}).states == {"t002": row(F)}


def test_what_is_settled_holds_also_against_two_that_agree():
    both = {"t001": row(F)}
    assert truth(both, both, [Settled("t001", "W1", N, "both misread")]).states["t001"]["W1"] is N


def test_a_false_hit_is_one_that_the_judge_calls_found():
    sentence = FalseHit("W1", "sexton", "a number")
    page = PageVerdicts("", "", "", "sv", "", {}, {"W1": Verdict(F, "named")})
    assert hits(lambda raw: page, [sentence]) == ((sentence, page.verdicts["W1"]),)
    unclear = PageVerdicts("", "", "", "sv", "", {}, {"W1": Verdict(U, "hiding")})
    assert hits(lambda raw: unclear, [sentence]) == ()


def test_a_report_says_the_base_of_every_share():
    labelled = {"t001": row(F), "t002": row(F)}
    result = evaluate(
        judge_of({"t001": row(F), "t002": row(N)}), [example("t001"), example("t002")], truth(labelled, None)
    )
    report = Report(result, agreements(labelled, labelled), 3, ())
    lines = "\n".join(as_lines(report))
    assert "0.500 (0.013–0.987), 1/2" in lines
    assert "not defined, 2/2" in lines
    assert as_values(report)["indicators"]["W1"]["recall"] == {
        "x": 1,
        "n": 2,
        "share": 0.5,
        "interval": [0.0126, 0.9874],
    }
