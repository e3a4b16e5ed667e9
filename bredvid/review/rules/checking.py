"""Holds every claim of a round against its figures."""

from collections.abc import Callable, Iterator

from bredvid.review.rules import sayings, tallies
from bredvid.review.rules.claims import Claim
from bredvid.review.rules.facts import Facts
from bredvid.review.rules.finding import Finding

Rule = Callable[[Claim, Facts], Iterator[Finding]]

# What adds up, or should: `review check` asks these.
TALLIES: dict[str, Rule] = {
    "sum": tallies.check_sum,
    "total": tallies.check_total,
    "count": tallies.check_count,
    "names": tallies.check_names,
    "share": tallies.check_share,
    "unit": tallies.check_unit,
}
SAYINGS: dict[str, Rule] = {
    "quantifier": sayings.check_quantifier,
    "everywhere": sayings.check_everywhere,
    "labels": sayings.check_labels,
    "heading": sayings.check_heading,
    "no-relation": sayings.check_no_relation,
    "remark": sayings.check_remark,
}
RULES = TALLIES | SAYINGS


def check(facts: Facts, *, only_tallies: bool = False) -> list[Finding]:
    """What does not close, in the order of the claims; nothing that does. Raises UnknownPart for a claim on nothing."""
    rules = TALLIES if only_tallies else RULES
    return [
        finding for claim in facts.claims.values() if claim.kind in rules for finding in rules[claim.kind](claim, facts)
    ]
