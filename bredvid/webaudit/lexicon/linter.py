"""Reads the lexicon with a stranger's eye: each finding says which file and term, what is wrong, and how to mend it."""

from collections.abc import Callable, Iterator

from bredvid.webaudit.lexicon import lint_forms, lint_shape
from bredvid.webaudit.lexicon.lint_finding import Finding
from bredvid.webaudit.lexicon.matching import Matcher
from bredvid.webaudit.lexicon.shape import Lexicon

RULES: tuple[Callable[[Lexicon], Iterator[Finding]], ...] = (
    lint_shape.unknown_words,
    lint_shape.without_source,
    lint_shape.too_many_forms,
    lint_shape.same_id,
    lint_shape.hiding_words_unquoted,
    lint_forms.not_folded,
    lint_forms.lemma_not_found,
    lint_forms.few_inflections,
    lint_forms.same_form_twice,
    lint_forms.too_short,
)


def lint(lexicon: Lexicon) -> list[Finding]:
    """Every finding, in the order of files and terms."""
    found = [finding for rule in RULES for finding in rule(lexicon)]
    found += false_hits(lexicon)
    return sorted(found, key=lambda finding: (finding.file, finding.term, finding.what))


def false_hits(lexicon: Lexicon) -> Iterator[Finding]:
    """Terms that are found in a text in which nothing of their group may be found."""
    matcher = Matcher(lexicon)
    for group in lexicon.groups.values():
        for text in group.false_hits:
            for hit in matcher.find(text):
                if hit.term.group == group.id:
                    what = f'finds "{text[hit.start : hit.end]}" in "{text}", a false hit of {group.id}'
                    mend = "take the form out, make it longer, or name the phrase in excepting"
                    yield Finding(hit.term.where, hit.term.id, what, mend)
