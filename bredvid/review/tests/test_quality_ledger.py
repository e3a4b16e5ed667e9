"""Fed as structured claims, the results chapter of 2025 gives the quality ledger, and nothing that holds is in it."""

from dataclasses import replace
from typing import Any

import pytest

from bredvid.figures.detectable import positives_needed
from bredvid.review.checks import facts_of, findings_of, tallies_that_do_not_close
from bredvid.review.ledger import entries, ledger_of
from bredvid.review.models import PublishedFigure, Question, Round
from bredvid.review.rules.checking import check
from bredvid.review.rules.facts import Facts, UnknownPart
from bredvid.review.rules.finding import Kind

EXPECTED = {
    1: (Kind.CONTRADICTION, 3, None),
    2: (Kind.NOT_ACCOUNTED_FOR, 1, None),
    3: (Kind.CONTRADICTION, 4, 1),
    4: (Kind.NOT_ACCOUNTED_FOR, 3, None),
    5: (Kind.EXCLUSIVITY, 9, None),
    6: (Kind.NOT_ACCOUNTED_FOR, 6, None),
    7: (Kind.UNIT, None, None),
    8: (Kind.REMARK, None, None),
    9: (Kind.REMARK, None, None),
    10: (Kind.TOO_FEW, None, None),
    11: (Kind.WORDING, None, None),
    12: (Kind.LABEL, None, None),
    13: (Kind.SCOPE, None, None),
    14: (Kind.SCOPE, None, None),
    16: (Kind.SCOPE, None, None),
}


def numbers(facts: Facts) -> set[int]:
    return {entry.number for entry in entries(check(facts))}


def with_terms(facts: Facts, code: str, **terms: Any) -> Facts:
    claim = facts.claims[code]
    assert terms.keys() <= claim.terms.keys()
    return replace(facts, claims={**facts.claims, code: replace(claim, terms={**claim.terms, **terms})})


@pytest.fixture
def facts(round_2025: Round) -> Facts:
    return facts_of(round_2025)


def test_the_chapter_gives_the_ledger(round_2025):
    ledger = ledger_of(round_2025)
    assert {entry.number: (entry.kind, entry.gap, entry.follows_from) for entry in ledger} == EXPECTED
    assert [entry.number for entry in ledger] == sorted(EXPECTED)


def test_each_tally_that_does_not_close_is_named_with_stated_and_computed(round_2025):
    found = [(f.claim.code, f.stated, f.computed, f.gap) for f in tallies_that_do_not_close(round_2025)]
    assert found == [
        ("knowledge-middle", 53, 56, 3),
        ("knowledge-levels", 73, 72, 1),
        ("knowledge-with-total", 73, 69, 4),
        ("programme-answers", 73, 70, 3),
        ("outreach-groups", 73, 64, 9),
        ("supported-bands", 73, 67, 6),
        ("supported-unit", "personer", "kvinnor och tjejer", None),
    ]


@pytest.mark.parametrize(
    "code",
    [
        "programme-share",
        "no-programme-share",
        "programmes-named",
        "low-knowledge-repeated",
        "low-knowledge-roles",
        "no-shelter-named",
        "one-over-thirty",
    ],
)
def test_what_closes_is_passed_over_in_silence(facts, code):
    assert code in facts.claims
    assert code not in {finding.claim.code for finding in check(facts)}


@pytest.mark.parametrize(
    ("mended", "terms", "gone"),
    [
        ("knowledge-middle", {"stated": 56}, {1, 3}),
        ("supported-unit", {"stated_sv": "kvinnor och tjejer"}, {7}),
        ("programme-and-size", {"part": "q4.viss"}, {10}),
        ("many-fairly-good", {"part": "q4.viss"}, {11}),
        ("knowledge-labels", {"labels": ["någorlunda god", "viss"]}, {12}),
        ("outreach-heading", {"heading": ["prostitution", "pornography"]}, {13}),
        ("nine-of-ten", {"scope": "respondents"}, {16}),
        ("nine-of-ten", {"phrase": "mer än åtta av tio"}, {16}),
    ],
)
def test_a_mended_claim_leaves_the_ledger_and_no_other(facts, mended, terms, gone):
    assert numbers(with_terms(facts, mended, **terms)) == set(EXPECTED) - gone


def test_what_is_said_of_the_whole_country_holds_when_all_have_answered(facts):
    assert 14 not in numbers(replace(facts, asked=facts.frame))


@pytest.mark.parametrize(
    ("broken", "terms", "kind"),
    [
        ("programmes-named", {"names": ["Stockholm", "Umeå", "Österåker"]}, Kind.CONTRADICTION),
        ("low-knowledge-repeated", {"stated": 11}, Kind.CONTRADICTION),
        ("programme-share", {"phrase": "cirka 15 procent"}, Kind.CONTRADICTION),
        ("no-programme-share", {"phrase": "95 procent"}, Kind.CONTRADICTION),
        ("low-knowledge-roles", {"parts": ["b1.enhetschef@q4.lag"]}, Kind.NOT_ACCOUNTED_FOR),
        ("no-shelter-named", {"part": "q5.kompetenscenter"}, Kind.WORDING),
    ],
)  # fmt: skip
def test_a_claim_that_is_broken_enters_the_ledger_under_a_number_of_its_own(facts, broken, terms, kind):
    found = entries(check(with_terms(facts, broken, **terms)))
    (new,) = [entry for entry in found if entry.number not in EXPECTED]
    assert new.kind is kind
    assert new.number > max(EXPECTED)


@pytest.mark.parametrize(("option", "count", "gone"), [("q2.nej", 69, 4), ("q4.viss", 35, 2), ("q8.0-5", 16, 6)])
def test_a_mended_figure_closes_its_sum(round_2025, option, count, gone):
    question, answer = option.split(".")
    rows = PublishedFigure.objects.filter(question__code=question, option__code=answer, among=None)
    assert rows.update(count=count) == 1
    assert gone not in {entry.number for entry in ledger_of(round_2025)}


def test_when_the_source_says_that_answers_exclude_each_other_the_gap_is_not_accounted_for(round_2025):
    Question.objects.filter(code="q3").update(exclusivity=Question.Exclusivity.EXCLUSIVE)
    (entry,) = [entry for entry in ledger_of(round_2025) if entry.number == 5]
    assert (entry.kind, entry.gap) == (Kind.NOT_ACCOUNTED_FOR, 9)


def test_three_of_four_in_the_smaller_group_would_be_needed_to_see_anything(round_2025):
    (finding,) = [finding for finding in findings_of(round_2025) if finding.kind is Kind.TOO_FEW]
    assert "minst 3 av de 4" in finding.text_sv
    assert finding.computed == positives_needed([15, 58])


def test_the_count_behind_many_stands_beside_the_largest(round_2025):
    (finding,) = [finding for finding in findings_of(round_2025) if finding.kind is Kind.WORDING]
    assert "30,1" in finding.text_sv
    assert "46,6" in finding.text_sv


def test_more_than_nine_in_ten_holds_of_those_who_answered_but_not_of_all(round_2025):
    (finding,) = [finding for finding in findings_of(round_2025) if finding.claim.code == "nine-of-ten"]
    assert finding.computed == "240/290"
    assert "82,8" in finding.text_sv


def test_the_tone_is_a_note_to_a_colleague(round_2025):
    for entry in ledger_of(round_2025):
        assert entry.note_sv
        assert entry.note_en
        assert not {"fel", "felaktig", "felaktigt", "brist"} & set(entry.note_sv.lower().replace(".", " ").split())
        assert not {"wrong", "error", "mistake"} & set(entry.note_en.lower().replace(".", " ").split())
    assert "Ej redovisat: 3." in {entry.number: entry.note_sv for entry in ledger_of(round_2025)}[4]


def test_a_claim_on_a_figure_that_is_only_words_is_refused(facts):
    with pytest.raises(UnknownPart, match=r"'q7\.nej' has no count"):
        check(with_terms(facts, "many-fairly-good", part="q7.nej"))


def test_a_demonstration_has_no_ledger(loaded):
    assert ledger_of(Round.objects.get(code="demo")) == []
