"""Rules for what adds up: sums, totals, repeated counts, names, shares and units."""

from collections.abc import Iterator, Mapping

from bredvid.figures.numbers import percent
from bredvid.figures.quantifiers import Scope, holds
from bredvid.review.rules.claims import Claim
from bredvid.review.rules.facts import Facts
from bredvid.review.rules.finding import Finding, Kind, note


def check_sum(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """The parts should be all there is of the base. What is missing is not accounted for; it is no error."""
    parts, stated = claim.terms["parts"], facts.value(claim.terms["base"])
    computed = sum(facts.value(part) for part in parts)
    if computed == stated or _said_elsewhere(claim, facts):
        return
    totals = [part for part in parts if part.startswith("#")]
    kind, template = _sort_of_gap(claim, facts, computed > stated, bool(totals))
    words = {
        "sum": _written(parts, facts), "computed": computed, "stated": stated, "gap": stated - computed,
        "total": ", ".join(str(facts.value(part)) for part in totals),
    }  # fmt: skip
    follows_from = totals[0].removeprefix("#") if totals else None
    yield Finding(
        claim=claim, kind=kind, stated=stated, computed=computed, gap=stated - computed,
        follows_from=follows_from, **note(template, claim, words, words),
    )  # fmt: skip


def _sort_of_gap(claim: Claim, facts: Facts, over: bool, with_totals: bool) -> tuple[Kind, str]:
    questions = {facts.figure(leaf).question for leaf in facts.leaves(claim.terms["parts"])}
    if with_totals:
        return Kind.CONTRADICTION, "consequence"
    if over:
        return Kind.CONTRADICTION, "too_many"
    if not all(facts.question(code).exclusivity_declared for code in questions):
        return Kind.EXCLUSIVITY, "exclusivity_not_declared"
    return Kind.NOT_ACCOUNTED_FOR, "not_accounted_for"


def _said_elsewhere(claim: Claim, facts: Facts) -> bool:
    """A sum over totals that close says what the sum over their parts says, if that stands as a claim of its own."""
    parts, base = claim.terms["parts"], claim.terms["base"]
    totals = [facts.total(part) for part in parts if part.startswith("#")]
    if not totals or any(_gap_of_total(total, facts) for total in totals):
        return False
    others = [each.terms for each in facts.claims.values() if each.kind == "sum" and each.code != claim.code]
    leaves = sorted(facts.leaves(parts))
    return any(sorted(facts.leaves(other["parts"])) == leaves and other["base"] == base for other in others)


def check_total(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """A stated total should be the sum of its parts."""
    gap = _gap_of_total(claim, facts)
    if gap:
        parts, stated = claim.terms["parts"], claim.terms["stated"]
        words = {"sum": _written(parts, facts), "computed": stated + gap, "stated": stated, "gap": abs(gap)}
        yield _contradiction(claim, stated, stated + gap, "difference", words)


def _gap_of_total(claim: Claim, facts: Facts) -> int:
    return sum(facts.value(part) for part in claim.terms["parts"]) - int(claim.terms["stated"])


def check_count(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """A count that is repeated should be the same."""
    stated, computed = claim.terms["stated"], facts.figure(claim.terms["part"]).count
    if stated != computed:
        words = {"computed": computed, "stated": stated, "gap": abs(stated - computed)}
        yield _contradiction(claim, stated, computed, "restated", words)


def check_names(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """As many names should stand in the text as the count says."""
    stated, computed = facts.figure(claim.terms["part"]).count, len(set(claim.terms["names"]))
    if stated != computed:
        words = {"computed": computed, "stated": stated, "gap": abs(stated - computed)}
        yield _contradiction(claim, stated, computed, "names", words)


def check_share(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """A share of all who took part should be the count's, rounded as the text words it."""
    figure, phrase = facts.figure(claim.terms["part"]), claim.terms["phrase"]
    if figure.share is None or holds(phrase, figure, facts.siblings(claim.terms["part"]), Scope.ASKED, "sv"):
        return
    sv, en = (
        {"phrase": words, "count": figure.count, "base": figure.base.asked, "share": percent(figure.share, lang, 1)}
        for lang, words in (("sv", phrase), ("en", claim.terms["phrase_en"]))
    )
    yield Finding(
        claim=claim, kind=Kind.CONTRADICTION, stated=phrase, computed=f"{figure.count}/{figure.base.asked}", gap=None,
        **note("share", claim, sv, en),
    )  # fmt: skip


def check_unit(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """An answer should count what the question asks for."""
    question, terms = facts.question(claim.terms["question"]), claim.terms
    if terms["stated_sv"].casefold() == question.unit_sv.casefold():
        return
    sv = {"stated": terms["stated_sv"], "computed": question.unit_sv}
    en = {"stated": terms["stated_en"], "computed": question.unit_en}
    yield Finding(
        claim=claim, kind=Kind.UNIT, stated=terms["stated_sv"], computed=question.unit_sv, gap=None,
        **note("unit", claim, sv, en),
    )  # fmt: skip


def _contradiction(claim: Claim, stated: int, computed: int, template: str, words: Mapping[str, object]) -> Finding:
    return Finding(
        claim=claim, kind=Kind.CONTRADICTION, stated=stated, computed=computed, gap=abs(stated - computed),
        **note(template, claim, words, words),
    )  # fmt: skip


def _written(parts: list[str], facts: Facts) -> str:
    return " + ".join(str(facts.value(part)) for part in parts)
