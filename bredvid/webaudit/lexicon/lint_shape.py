"""Rules of the linter about a term as a whole: its group, its vocabulary, its source, whose words it quotes."""

import re
from collections import Counter
from collections.abc import Iterator

from bredvid.webaudit.lexicon.lint_finding import Finding
from bredvid.webaudit.lexicon.shape import FORMS, LANGUAGES, VOCABULARIES, Lexicon, Term

_NAMED = ("", "before", "after", "definite", "unit")
MOST_FORMS = 2_000

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def unknown_words(lexicon: Lexicon) -> Iterator[Finding]:
    """Group, vocabulary, language, form group and the rest must be known, and stand where the group asks for them."""
    for term in lexicon.terms:
        known = (
            ("group", term.group, tuple(lexicon.groups)),
            ("vocabulary", term.vocabulary, VOCABULARIES),
            ("language", term.language, LANGUAGES),
            ("form", term.form, ("", *FORMS)),
            ("named", term.named, _NAMED),
            ("capitals", term.capitals, ("", "all", "first")),
        )
        for name, value, allowed in known:
            if value not in allowed:
                one_of = ", ".join(each for each in allowed if each)
                yield Finding(term.where, term.id, f'unknown {name} "{value}"', f"use one of {one_of}")
        yield from _asked_for_by_the_group(term, lexicon)


def _asked_for_by_the_group(term: Term, lexicon: Lexicon) -> Iterator[Finding]:
    group = lexicon.groups.get(term.group)
    if group is None:
        return
    for name, value, asked in (
        ("vocabulary", term.vocabulary, group.vocabularies),
        ("form", term.form, group.needs_form),
    ):
        if asked and not value:
            yield Finding(term.where, term.id, f"no {name}, which {group.id} asks for", f"say its {name}")
        if value and not asked:
            yield Finding(term.where, term.id, f"a {name}, which {group.id} does not have", f"take its {name} out")


def without_source(lexicon: Lexicon) -> Iterator[Finding]:
    """Each term has a source of the list in lexicon.toml and the day it was taken up."""
    for term in lexicon.terms:
        if term.source.partition(":")[0] not in lexicon.sources:
            sources = ", ".join(lexicon.sources)
            yield Finding(term.where, term.id, f'no known source ("{term.source}")', f"name one of {sources}")
        if not _DATE.fullmatch(term.date):
            yield Finding(term.where, term.id, f'no date ("{term.date}")', "write it as 2026-11-23")


def too_many_forms(lexicon: Lexicon) -> Iterator[Finding]:
    """A form with two long slots multiplies: every process would keep hundreds of thousands of them."""
    for term in lexicon.terms:
        if len(term.forms) > MOST_FORMS:
            mend = "put a gap between the slots: “{sak} …1 {sak}”"
            yield Finding(term.where, term.id, f"{len(term.forms)} forms, and {MOST_FORMS} are the most", mend)


def same_id(lexicon: Lexicon) -> Iterator[Finding]:
    """Two terms of one id cannot be told apart."""
    for name, times in Counter(term.id for term in lexicon.terms).items():
        if times > 1:
            where = next(term.where for term in lexicon.terms if term.id == name)
            yield Finding(where, name, f"{times} terms have this id", "give all but one an id of its own")


def hiding_words_unquoted(lexicon: Lexicon) -> Iterator[Finding]:
    """Words that hide the violence are others' words: they stand in quoted fields, here too."""
    hiding = {word for term in lexicon.terms if term.vocabulary == "hiding" for word in term.forms if " " not in word}
    for term in lexicon.terms:
        words = {word for form in term.forms for word in form.split()}
        if not term.quoted and (term.vocabulary == "hiding" or words & hiding):
            which = ", ".join(sorted(words & hiding)) or term.lemma
            yield Finding(term.where, term.id, f"{which} stands as ours", "use quoted_lemma, quoted_forms, quoted_noun")
