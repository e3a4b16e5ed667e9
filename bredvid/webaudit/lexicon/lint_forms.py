"""Rules of the linter about forms: written as they are searched for, whole, each in one place, none a trap."""

from collections import defaultdict
from collections.abc import Iterator

from bredvid.webaudit.lexicon.lint_finding import Finding
from bredvid.webaudit.lexicon.normalising import plain
from bredvid.webaudit.lexicon.shape import Lexicon, Term

USUAL_FORMS_OF_A_NOUN = 4
SHORTEST_FORM = 2
SHORTEST_PIECE = 4
"""Of a head or stem, and of the longest part of a form with gaps: shorter ones stand in words of every kind."""


def _all_forms(term: Term) -> Iterator[str]:
    yield from (*term.forms, *term.excepting, *term.heads, *([term.stem] if term.stem else []))
    for gapped in (*term.gapped, *term.excepting_gapped):
        for part in gapped.parts:
            yield from part


def not_folded(lexicon: Lexicon) -> Iterator[Finding]:
    """A form with a capital, a curly mark or two spaces is never found: texts are searched folded."""
    for term in lexicon.terms:
        for form in _all_forms(term):
            folded = plain(form).text.strip()
            if form != folded or not form:
                yield Finding(term.where, term.id, f'"{form}" is not folded', f'write "{folded}"')


def lemma_not_found(lexicon: Lexicon) -> Iterator[Finding]:
    """The lemma is a form itself, unless the term is found by its heads or gaps."""
    for term in lexicon.terms:
        if (term.forms or not term.heads) and term.lemma.casefold() not in term.forms:
            yield Finding(term.where, term.id, f'the lemma "{term.lemma}" is no form', "add it to forms")


def few_inflections(lexicon: Lexicon) -> Iterator[Finding]:
    """A Swedish noun has at least an indefinite and a definite form, each with its genitive."""
    for term in lexicon.terms:
        if term.noun and term.language == "sv" and len(term.forms) < USUAL_FORMS_OF_A_NOUN:
            what = f"a noun with {len(term.forms)} forms"
            yield Finding(term.where, term.id, what, "list its definite and plural forms in noun", warning=True)


def same_form_twice(lexicon: Lexicon) -> Iterator[Finding]:
    """A form stands in one term of a group, and in two groups only where they may share."""
    places: defaultdict[str, list[Term]] = defaultdict(list)
    for term in lexicon.terms:
        for form in term.forms:
            places[form].append(term)
    for form, terms in places.items():
        for at, term in enumerate(terms):
            for other in terms[:at]:
                if not _may_share(lexicon, term, other):
                    what = f'"{form}" stands in {other.id} too ({other.where})'
                    yield Finding(term.where, term.id, what, "keep it in one, or let the groups share (shares_with)")


def _may_share(lexicon: Lexicon, one: Term, other: Term) -> bool:
    if one.group == other.group:
        return bool(one.named) != bool(other.named) or one.named != other.named
    if any(one_of.group in lexicon.groups and lexicon.groups[one_of.group].element for one_of in (one, other)):
        return True
    return any(
        pair[1].group in lexicon.groups[pair[0].group].shares_with
        for pair in ((one, other), (other, one))
        if pair[0].group in lexicon.groups
    )


def too_short(lexicon: Lexicon) -> Iterator[Finding]:
    """Traps: one letter, a head or stem of few letters, a form with gaps whose parts are all short."""
    for term in lexicon.terms:
        pieces = [*term.heads, *([term.stem] if term.stem else [])]
        pieces += [max((min(part, key=len) for part in gapped.parts), key=len) for gapped in term.gapped]
        for form in term.forms:
            if len(form) < SHORTEST_FORM:
                yield Finding(term.where, term.id, f'"{form}" is found everywhere', "take it out")
        for piece in pieces:
            if len(piece) < SHORTEST_PIECE:
                yield Finding(
                    term.where, term.id, f'"{piece}" is too short to stand without its word', "make it longer"
                )
