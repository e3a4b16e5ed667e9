"""Finds what nobody has computed: numbers, shares and quantifiers that stand outside bindings."""

import re
from collections.abc import Iterator

from bredvid.figures.quantifiers import find_quantifiers
from bredvid.report.claims.chapter import ChapterSource
from bredvid.report.claims.problems import Problem
from bredvid.report.claims.visible import Visible, grown, odd_signs, visible_parts


def unbound(chapter: ChapterSource) -> Iterator[Problem]:
    """A fault for each number, share or quantifier that is not bound, and for each sign that could hide one."""
    for visible in visible_parts(chapter):
        for place, what in odd_signs(visible):
            yield chapter.problem(place, f"{what}; take it away, or bind the number")
        for place, words in grown(visible):
            yield chapter.problem(
                place, f'"{words}" makes another number of a bound one; choose a format that writes it'
            )
        for start, words in _amounts(visible, chapter.language):
            yield chapter.problem(visible.places[start], _message(words))


def _amounts(visible: Visible, language: str) -> Iterator[tuple[int, str]]:
    """Words of quantity, and then any digit that is part of none of them ("x10")."""
    covered: set[int] = set()
    for found in find_quantifiers(visible.text, language):
        covered.update(range(found.start, found.end))
        yield found.start, found.text
    for match in re.finditer(r"\d+", visible.text):
        if match.start() not in covered:
            yield match.start(), match[0]


def _message(words: str) -> str:
    return (
        f'"{words}" is bound to no figure; write [[q2.nej]] for a number, [[says q2.nej: "{words}"]] for words '
        f"about a figure, [[fact:key]] for somebody else's, or words without an amount"
    )
