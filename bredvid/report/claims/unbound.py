"""Finds what nobody has computed: numbers, shares and quantifiers that stand outside bindings."""

from collections.abc import Iterator

from bredvid.figures.quantifiers import find_quantifiers
from bredvid.report.claims.chapter import ChapterSource
from bredvid.report.claims.problems import Problem
from bredvid.report.claims.visible import odd_signs, visible_parts


def unbound(chapter: ChapterSource) -> Iterator[Problem]:
    """A fault for each number, share or quantifier that is not bound, and for each sign that could hide one."""
    for visible in visible_parts(chapter):
        for place, what in odd_signs(visible):
            yield chapter.problem(place, f"{what}; take it away, or bind the number")
        for found in find_quantifiers(visible.text, chapter.language):
            yield chapter.problem(visible.places[found.start], _message(found.text))


def _message(words: str) -> str:
    return (
        f'"{words}" is bound to no figure; write [[q2.nej]] for a number, [[says q2.nej: "{words}"]] for words '
        f"about a figure, [[fact:key]] for somebody else's, or words without an amount"
    )
