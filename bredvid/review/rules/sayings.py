"""Rules for how a thing is said: words of quantity, of whom it is said, labels, headings, and what so few can tell."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from bredvid.figures.detectable import smallest_detectable
from bredvid.figures.figure import Figure
from bredvid.figures.interval import exact_interval
from bredvid.figures.numbers import percent
from bredvid.figures.quantifiers import Scope, holds
from bredvid.figures.scope import reach
from bredvid.review.rules.claims import Claim
from bredvid.review.rules.facts import Facts
from bredvid.review.rules.finding import Finding, Kind, note, topic

LANGUAGES = ("sv", "en")


def check_quantifier(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """A word of quantity should be true of those who answered; said of the whole frame, over the whole interval."""
    part, phrase, scope = claim.terms["part"], claim.terms["phrase"], Scope(claim.terms["scope"])
    figure, siblings = facts.figure(part), facts.siblings(part)
    among_answers = Scope.RESPONDENTS if scope is Scope.FRAME else scope
    if not holds(phrase, figure, siblings, among_answers, "sv"):
        yield _wording(claim, facts, figure)
    elif scope is Scope.FRAME and not holds(phrase, figure, siblings, scope, "sv"):
        yield _beyond_respondents(claim, figure)


def _wording(claim: Claim, facts: Facts, figure: Figure) -> Finding:
    counted = [other for other in facts.siblings(claim.terms["part"]) if isinstance(other, Figure)]
    largest = max(counted, key=lambda other: other.count)
    names = facts.labels[f"{largest.question}.{largest.option}"]
    sv, en = (
        _said(claim, figure, lang)
        | {"largest": name, "largest_count": largest.count, "largest_share": _share(largest, lang)}
        for name, lang in zip(names, LANGUAGES, strict=True)
    )
    texts = note("wording_sibling" if largest.count > figure.count else "wording", claim, sv, en)
    computed = f"{figure.count}/{figure.base.asked}"
    return Finding(claim=claim, kind=Kind.WORDING, stated=sv["phrase"], computed=computed, gap=None, **texts)


def _beyond_respondents(claim: Claim, figure: Figure) -> Finding:
    values = reach(figure, Scope.FRAME, stated=False)
    sv, en = (
        _said(claim, figure, lang)
        | {"frame": values.base, "low": values.counts.low, "low_share": percent(values.shares[0], lang, 1)}
        for lang in LANGUAGES
    )
    computed = f"{values.counts.low}/{values.base}"
    texts = note("scope", claim, sv, en)
    return Finding(claim=claim, kind=Kind.SCOPE, stated=sv["phrase"], computed=computed, gap=None, **texts)


def _said(claim: Claim, figure: Figure, lang: str) -> dict[str, Any]:
    phrase = claim.terms["phrase" if lang == "sv" else "phrase_en"]
    return {"phrase": phrase, "count": figure.count, "base": figure.base.asked, "share": _share(figure, lang)}


def check_everywhere(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """What was seen among those who answered should not be said of all, unless hardly anybody was silent."""
    asked, frame = facts.asked, facts.frame
    if asked and exact_interval(asked, asked, frame).low == frame:
        return
    sv, en = (
        {
            "phrase": claim.terms[f"phrase_{lang}"], "asked": asked, "frame": frame, "silent": frame - asked,
            "share": percent(Fraction(asked, frame), lang, 1),
        }
        for lang in LANGUAGES
    )  # fmt: skip
    yield Finding(
        claim=claim, kind=Kind.SCOPE, stated=claim.terms["phrase_sv"], computed=f"{asked}/{frame}", gap=None,
        **note("everywhere", claim, sv, en),
    )  # fmt: skip


def check_labels(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """Each label in the text should be an answer of the question, and no two the same one."""
    question, labels = claim.terms["question"], claim.terms["labels"]
    options = facts.question(question).labels
    meant = [[code for code, name in options if _means(label, name)] for label in labels]
    codes = list(dict.fromkeys(code for each in meant for code in each))
    if all(len(each) == 1 for each in meant) and len(codes) == len(labels):
        return
    sv, en = (
        {
            "stated": len(labels), "labels": "; ".join(claim.terms["labels" if lang == "sv" else "labels_en"]),
            "computed": len(codes), "options": "; ".join(facts.labels[f"{question}.{code}"][place] for code in codes),
        }
        for place, lang in enumerate(LANGUAGES)
    )  # fmt: skip
    texts = note("label", claim, sv, en)
    yield Finding(claim=claim, kind=Kind.LABEL, stated=len(labels), computed=len(codes), gap=None, **texts)


def _means(label: str, option: str) -> bool:
    """A shortened label still means its answer."""
    return label.casefold() in option.casefold()


def check_heading(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """A heading should promise what stands under it."""
    heading, content = claim.terms["heading"], claim.terms["content"]
    if set(heading) == set(content):
        return
    sv, en = ({"heading": _topics(heading, lang), "content": _topics(content, lang)} for lang in LANGUAGES)
    yield Finding(
        claim=claim, kind=Kind.SCOPE, stated=sv["heading"], computed=sv["content"], gap=None,
        **note("heading", claim, sv, en),
    )  # fmt: skip


def check_no_relation(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """That no difference is seen is worth saying only where one would have been seen (bredvid.figures.detectable)."""
    figure, groups = facts.figure(claim.terms["part"]), sorted(claim.terms["groups"])
    answer = smallest_detectable(figure.count, groups)
    if answer.can_tell:
        return
    needed = answer.groups[0].count
    words = {
        "count": figure.count, "base": answer.total, "small": groups[0], "large": groups[-1],
        "needed": needed, "enough": answer.needed,
    }  # fmt: skip
    template = "too_few_at_all" if needed is None or answer.needed is None else "too_few"
    yield Finding(
        claim=claim, kind=Kind.TOO_FEW, stated=figure.count, computed=answer.needed or "-", gap=None,
        **note(template, claim, words, words),
    )  # fmt: skip


def check_remark(claim: Claim, facts: Facts) -> Iterator[Finding]:
    """A reviewer's remark is passed on as it is."""
    texts = note("remark", claim, {}, {})
    yield Finding(claim=claim, kind=Kind.REMARK, stated="", computed="", gap=None, **texts)


def _share(figure: Figure, lang: str) -> str:
    return percent(figure.share or 0, lang, 1)


def _topics(codes: list[str], lang: str) -> str:
    joint = {"sv": " och ", "en": " and "}[lang]
    return joint.join(topic(code, lang) for code in codes)
