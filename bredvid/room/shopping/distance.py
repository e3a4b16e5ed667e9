"""How far two written forms are from one another: optimal string alignment, the Damerau distance without a second edit
of what was swapped. Source: Boytsov, "Indexing methods for approximate dictionary searching", 2011, section 2."""

from collections import defaultdict
from collections.abc import Iterable, Iterator


def distance(one: str, other: str) -> int:
    """The least number of insertions, deletions, substitutions and swaps of neighbours that make one into the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, sign in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, against in enumerate(other, 1):
            least = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (sign != against))
            if i > 1 and j > 1 and sign == other[j - 2] and against == one[i - 2]:
                least = min(least, last[j - 2] + 1)
            row.append(least)
    return row[-1]


def within_one(one: str, other: str) -> bool:
    """Whether the distance is 0 or 1. The same as `distance(one, other) <= 1`, in one walk along both."""
    if one == other:
        return True
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > 1:
        return False
    at = next((i for i, sign in enumerate(one) if sign != other[i]), len(one))
    if len(one) < len(other):
        return one[at:] == other[at + 1 :]
    rest = one[at + 1 :] == other[at + 1 :]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return rest or swapped


def shortened(form: str) -> Iterator[str]:
    """The form, and the form without each of its signs. Two forms within one edit share at least one of these."""
    yield form
    for i in range(len(form)):
        yield form[:i] + form[i + 1 :]


class Neighbours:
    """Finds the forms within one edit of a text without comparing it with all of them."""

    def __init__(self, forms: Iterable[str]) -> None:
        self._by_shortened: defaultdict[str, set[str]] = defaultdict(set)
        for form in forms:
            for short in shortened(form):
                self._by_shortened[short].add(form)

    def of(self, text: str) -> set[str]:
        """The forms at distance 0 or 1."""
        candidates: set[str] = set()
        for short in shortened(text):
            candidates |= self._by_shortened.get(short, set())
        return {form for form in candidates if within_one(text, form)}
