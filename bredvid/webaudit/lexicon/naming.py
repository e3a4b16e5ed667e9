"""How a name is built around a word, by capital letters: "Olivias kvinnojour", "kvinnojouren Olivia"."""

import re

_WORD = r"[A-ZÅÄÖÉ][\w'’-]*"
_BEFORE = re.compile(rf"(?<![\w-])(?:{_WORD}[ \u00a0](?:(?:och|i|&)[ \u00a0](?={_WORD}))?){{1,4}}$")
_AFTER = re.compile(rf"(?:[ \u00a0](?:i[ \u00a0])?{_WORD}){{1,3}}")
_WHAT_FOR = re.compile(r"[ \u00a0][\w-]+(?:[ \u00a0](?:och|samt|i[ \u00a0]nära|i)[ \u00a0][\w-]+){0,2}")
_LOOK_BACK = 60


def name_before(text: str, start: int, not_names: frozenset[str]) -> int | None:
    """Where a name that ends just before `start` begins; None where the word stands without a name.

    A capital word that is an ordinary word (`not_names`: "En", "Lokal" …) opens a sentence and is no name.
    """
    found = _BEFORE.search(text[max(0, start - _LOOK_BACK) : start])
    if not found:
        return None
    begins, words = start - len(found[0]), found[0].split()
    while words and words[0].casefold() in not_names:
        begins += len(words[0]) + 1
        words = words[1:]
    return begins if words else None


def name_after(text: str, end: int, not_names: frozenset[str]) -> int:
    """Where a name that follows ends; `end` itself where none follows."""
    found = _AFTER.match(text, end)
    if not found or found[0].split()[0].casefold() in not_names:
        return end
    return found.end()


def words_after(text: str, end: int) -> int:
    """Where the rest of a unit's name ends: "Enheten för" and what it is for."""
    found = _WHAT_FOR.match(text, end)
    return found.end() if found else end
