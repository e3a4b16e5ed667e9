"""How well a question can be compared over several forms, and which of its answers are the same. Pure.

Grades, best first: A the same question, B reworded with the same meaning, C changed, - no counterpart. A chain is no
better than its worst link. Only A and B may be joined by a line, and only answers that correspond.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence

BEST_FIRST = "ABC-"
JOINED = frozenset("AB")

# Older answer → the newer answers that together are the same.
Answers = Mapping[str, Collection[str]]
# One answer through the rounds: for each round the codes that together are it; empty where it could not be given.
Track = tuple[tuple[str, ...], ...]


def worst(grades: Iterable[str]) -> str:
    """The grade of a chain; A for an empty one, which is the same form. Raises ValueError for what is no grade."""
    return max(grades, key=_place, default=BEST_FIRST[0])


def _place(grade: str) -> int:
    if len(grade) != 1 or grade not in BEST_FIRST:
        raise ValueError(f"{grade!r} is no grade; grades are {', '.join(BEST_FIRST)}")
    return BEST_FIRST.index(grade)


def may_be_joined(grade: str) -> bool:
    """Whether two rounds may stand on one line."""
    return grade in JOINED


def compose(first: Answers, second: Answers) -> dict[str, tuple[str, ...]]:
    """The passage over two crosswalks. An answer of which any part is lost on the way has no counterpart."""
    found = {}
    for code, through in first.items():
        if through and all(second.get(each) for each in through):
            found[code] = tuple(dict.fromkeys(code for each in through for code in second[each]))
    return found


def tracks(options: Sequence[Sequence[str]], steps: Sequence[Answers]) -> list[Track]:
    """The answers of rounds that follow each other: which codes of each round are one and the same answer.

    `options` are each round's codes in order, `steps` what leads from each round to the next. Codes that become one, or
    that one becomes, belong together. Ordered as the newest round asks, then what it no longer asks, newest first.
    """
    if len(steps) != max(len(options) - 1, 0):
        raise ValueError(f"{len(options)} rounds have {len(options) - 1} steps between them, not {len(steps)}")
    parent = {(at, code): (at, code) for at, codes in enumerate(options) for code in codes}

    def root(node: tuple[int, str]) -> tuple[int, str]:
        while parent[node] != node:
            node = parent[node]
        return node

    for at, step in enumerate(steps):
        for old, new in ((old, new) for old, codes in step.items() for new in codes):
            parent[root((at, old))] = root((at + 1, new))
    found: dict[tuple[int, str], list[list[str]]] = {}
    for at in range(len(options) - 1, -1, -1):
        for code in options[at]:
            found.setdefault(root((at, code)), [[] for _ in options])[at].append(code)
    return [tuple(tuple(codes) for codes in each) for each in found.values()]
