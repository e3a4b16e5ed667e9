"""Words of the lexicon that tell what a text is: looked for in short texts, or at once in a long one."""

from bisect import bisect_right
from functools import cache
from itertools import accumulate

from ahocorasick_rs import AhoCorasick, Implementation

from bredvid.webaudit.lexicon import Term, current, matcher


@cache
def _automaton(group: str) -> AhoCorasick:
    terms = current().by_group.get(group, ())
    forms = dict.fromkeys(form.casefold() for term in terms for form in (*term.forms, *_beginnings(term)))
    return AhoCorasick(list(forms), implementation=Implementation.DFA)


def _beginnings(term: Term) -> list[str]:
    """The first parts of forms with gaps: where none of them stands, the form does not either."""
    return [part for form in term.gapped for part in form.parts[0]]


def may_say(group: str, folded: str) -> bool:
    """Says quickly whether a form of a group may stand in a folded text; groups_in then knows."""
    return bool(_automaton(group).find_matches_as_indexes(folded))


def may_be_said_in(group: str, texts: list[str]) -> list[int]:
    """The positions of the texts in which a form of a group may stand: one look at all of them together."""
    folded = [text.casefold() for text in texts]
    found = _automaton(group).find_matches_as_indexes("\n".join(folded))
    if not found:
        return []
    ends = list(accumulate(len(text) + 1 for text in folded))
    return sorted({bisect_right(ends, start) for _, start, _ in found})


def groups_in(text: str) -> dict[str, list[tuple[int, int]]]:
    """Gives where words of each group stand in a short text."""
    found: dict[str, list[tuple[int, int]]] = {}
    for hit in matcher().find(text):
        found.setdefault(hit.group, []).append((hit.start, hit.end))
    return found
