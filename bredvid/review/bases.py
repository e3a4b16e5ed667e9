"""Which base a published figure has: the one place where that is decided. Pure.

`asked` took part and were asked; `valid` are those whose answer the source accounts for; `frame` are all the round
is about. What the source does not account for is unknown: it is never a "no", and never nought.
"""

from collections.abc import Collection

from bredvid.figures.figure import Base


def base_of_question(
    *, asked: int, frame: int, counts: Collection[int], exclusive: bool, declared: bool = True
) -> Base:
    """The base of a question whose answers a source published as `counts`.

    Answers that exclude each other, or may do so, account for as many as they sum to. Where several answers may hold
    at once, each count speaks of everybody asked. Without any count nobody is accounted for. `declared`: the source
    says which of the two it is; where it does not, the sum is only the most that can be accounted for.
    Raises ValueError where exclusive counts sum to more than were asked.
    """
    if exclusive:
        return Base(asked=asked, valid=_sum_within(asked, counts), frame=frame, assumed=not declared)
    return Base(asked=asked, valid=asked if counts else 0, frame=frame)


def base_of_count(question: Base, count: int) -> Base:
    """The base of one published count within its question's base.

    "None of them" is said of everybody asked, so a published nought accounts for all, also where other answers
    of the same question are missing.
    """
    if count == 0:
        return Base(asked=question.asked, valid=question.asked, frame=question.frame)
    return question


def base_of_follow_up(asked: int) -> Base:
    """The base of those who gave one answer: a figure among them speaks of them only, not of the silent."""
    return Base(asked=asked, valid=asked, frame=asked)


def _sum_within(asked: int, counts: Collection[int]) -> int:
    total = sum(counts)
    if total > asked:
        raise ValueError(f"answers that exclude each other sum to {total}, but only {asked} were asked")
    return total
