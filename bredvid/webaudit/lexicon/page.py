"""The lexicon as a page of documentation, so that it cannot differ from the data. Pure."""

from collections.abc import Iterator, Sequence

from bredvid.webaudit.lexicon.reading import current
from bredvid.webaudit.lexicon.shape import GAP, MOST_BETWEEN, Group, Lexicon, Term

_SHOWN = 6
"""So many forms of a term are written out; the rest are counted."""


def lexicon_page() -> str:
    """The page in Markdown, without the line that says that it is made. Others' words stand in code style."""
    words = current()
    return "\n".join([*_intro(words), *(line for group in words.groups.values() for line in _group(words, group))])


def _intro(words: Lexicon) -> Iterator[str]:
    count = sum(len(term.forms) + len(term.gapped) for term in words.terms)
    yield (
        f"Version {words.version} of {words.date}: {len(words.terms)} terms with {count} forms in {len(words.groups)}"
        " groups. How a term is written: [bredvid/webaudit/lexicon](../../bredvid/webaudit/lexicon/README.md)."
        f" `{GAP}` stands for up to {MOST_BETWEEN} words. Every form: `bredvid audit lexicon --json`.\n"
    )
    yield "## Sources\n"
    yield _table(("source", "what"), [(f"`{name}`", what) for name, what in words.sources.items()])


def _group(words: Lexicon, group: Group) -> Iterator[str]:
    yield f"## {group.id}\n"
    yield f"{group.about}.\n"
    if group.yields_to:
        yield f"A hit inside a hit of {', '.join(group.yields_to)} is none.\n"
    heads = ("term", "whose word", "form", "found as", "source", "date")
    yield _table(heads, [_row(term) for term in words.by_group[group.id]])
    if group.false_hits:
        yield "Never found in: " + " · ".join(f"`{text}`" for text in group.false_hits) + "\n"


def _row(term: Term) -> tuple[str, ...]:
    spoken = f"`{term.lemma}`" + (" (en)" if term.language == "en" else "")
    return (spoken, term.vocabulary, term.form, _forms(term), f"`{term.source}`", term.date)


def _forms(term: Term) -> str:
    others = [form for form in term.forms if form != term.lemma.casefold()]
    gapped = [f" {GAP} ".join(part[0] for part in form.parts) for form in term.gapped]
    shown = [
        f"`{form}`" for form in [*others[:_SHOWN], *gapped[:_SHOWN], *(f"-{head}" for head in term.heads[:_SHOWN])]
    ]
    left = max(0, len(others) - _SHOWN) + max(0, len(gapped) - _SHOWN)
    return ", ".join(shown) + (f" and {left} more" if left else "")


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines) + "\n"
