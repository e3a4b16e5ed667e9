"""Words of the lexicon that tell what a text is: looked for in short texts, or at once in a long one."""

from functools import cache

from bredvid.webaudit.lexicon import current, matcher


@cache
def forms_of(group: str) -> tuple[str, ...]:
    """Gives a group's listed forms, folded, in the order of the lexicon."""
    return tuple(dict.fromkeys(form.casefold() for term in current().by_group.get(group, ()) for form in term.forms))


def may_say(group: str, folded: str) -> bool:
    """Says quickly whether a form of a group stands anywhere in a folded text, as a word or in one."""
    return any(form in folded for form in forms_of(group))


def groups_in(text: str) -> dict[str, list[tuple[int, int]]]:
    """Gives where words of each group stand in a short text."""
    found: dict[str, list[tuple[int, int]]] = {}
    for hit in matcher().find(text):
        found.setdefault(hit.group, []).append((hit.start, hit.end))
    return found
