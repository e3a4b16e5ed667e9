"""Puts a round's claims to the test: reads the round, asks the rules, and names what does not close."""

from typing import Any

from django.utils.translation import get_language

from bredvid.review import reads
from bredvid.review.models import Claim as ClaimRow, Question, Round
from bredvid.review.results import Result
from bredvid.review.rules.checking import check
from bredvid.review.rules.claims import Claim
from bredvid.review.rules.facts import AnyFigure, Asked, Facts
from bredvid.review.rules.finding import Finding


def tallies_that_do_not_close(round_: Round) -> list[Finding]:
    """Sums, totals, counts, names, shares and units of the source that do not close, in its order."""
    return check(facts_of(round_), only_tallies=True)


def findings_of(round_: Round) -> list[Finding]:
    """Everything the rules have to say of the source's claims."""
    return check(facts_of(round_))


def facts_of(round_: Round) -> Facts:
    """What is known of a round, as plain values for the rules."""
    questions = list(reads.questions_of(round_))
    results = reads.results_of(round_)
    for question in questions:
        results += reads.subgroups_of(round_, question)
    options = [(question, option) for question in questions for option in question.options.all()]
    return Facts(
        asked=round_.answered,
        frame=round_.frame_size,
        figures={key: figure for result in results for key, figure in _figures(result)},
        questions={question.code: _asked(question) for question in questions},
        claims={row.code: _claim(row) for row in round_.claims.all()},
        labels={f"{question.code}.{option.code}": (option.label_sv, option.label_en) for question, option in options},
    )


def as_dict(finding: Finding) -> dict[str, Any]:
    """A finding as plain values, its text in the reader's language."""
    return {
        "kind": finding.kind.value,
        "code": finding.claim.code,
        "lines": finding.claim.lines,
        "stated": finding.stated,
        "computed": finding.computed,
        "gap": finding.gap,
        "text": finding.text_en if get_language() == "en" else finding.text_sv,
        "follows_from": finding.follows_from,
    }


def _figures(result: Result) -> list[tuple[str, AnyFigure]]:
    """Each figure under the name claims call it by: "q4.god", or "b1.enhetschef@q4.lag" within a subgroup."""
    among = "".join(f"@{question}.{option}" for question, option in result.filters)
    return [(f"{figure.question}.{figure.option}{among}", figure) for figure in result.figures]


def _asked(question: Question) -> Asked:
    return Asked(
        exclusivity_declared=question.exclusivity != Question.Exclusivity.UNDECLARED,
        labels=tuple((option.code, option.label_sv) for option in question.options.all()),
        unit_sv=question.unit_sv,
        unit_en=question.unit_en,
    )


def _claim(row: ClaimRow) -> Claim:
    names = ("code", "kind", "lines", "terms", "ledger", "note_sv", "note_en")
    return Claim(**{name: getattr(row, name) for name in names})
