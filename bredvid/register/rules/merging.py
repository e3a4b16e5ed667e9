"""What is known of her in a year: everything that her contacts have told, put together. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_

from bredvid.register.codebook import NONE, NOT_FILLED_IN, Variable, current

# What stands on a contact and on a year of hers alike.
SHARED = tuple(each.column for each in current().on("year") if "contact" in each.on)
# What was given and what was missing belongs to each contact; the rest is about her, and may turn out to be otherwise.
OF_THE_CONTACT = ("support", "unmet", "unmet_why")
ABOUT_HER = tuple(column for column in SHARED if column not in OF_THE_CONTACT)
# Of recorded material the gravest that has been told holds, however it is put the next time.
GRAVEST_HOLDS = frozenset({"material"})
# "Unclear, there are signs" gives way to a form that is known.
UNCLEAR = "U1"


def merged(known: Mapping[str, int], told: Mapping[str, int]) -> dict[str, int]:
    """What is known after something more was told, by column.

    Codes of several that may hold at once are put together; of a single one the newest holds. What says something goes
    before "none", and "none" before "don't know" and "won't say". What is not filled in changes nothing.
    """
    book = current().by_column
    return {column: _of(book[column], known.get(column, 0), told.get(column, 0)) for column in SHARED}


def all_merged(tellings: Iterable[Mapping[str, int]]) -> dict[str, int]:
    """What is known after several tellings, oldest first."""
    known = dict.fromkeys(SHARED, NOT_FILLED_IN)
    for told in tellings:
        known = merged(known, told)
    return known


def without(known: Mapping[str, int], taken: Mapping[str, int], rest: Sequence[Mapping[str, int]]) -> dict[str, int]:
    """What is known when a contact is `taken` away, and these are the others that remain.

    What only that contact said goes; what another said too, or what is known otherwise, stays.
    """
    book, others = current().by_column, all_merged(rest)
    found = {}
    for column in SHARED:
        said = [each[column] for each in rest]
        if book[column].is_multiple:
            also = reduce(or_, said, 0)
            found[column] = known[column] & ~(taken[column] & ~also) or others[column]
        else:
            gone = known[column] == taken[column] and taken[column] not in said
            found[column] = others[column] if gone else known[column]
    return found


def _of(variable: Variable, known: int, told: int) -> int:
    if not known or not told:
        return known or told
    if not variable.is_multiple:
        return _single(variable, known, told)
    says = [code for code in variable.chosen(known | told) if code.number < NONE]
    says = [code for code in says if code.code != UNCLEAR or variable.column != "forms"] or says
    if says:
        return sum(code.bit for code in says)
    none = 1 << (NONE - 1)
    return none if (known | told) & none else told


def _single(variable: Variable, known: int, told: int) -> int:
    if told >= NONE > known:
        return known
    return max(known, told) if variable.column in GRAVEST_HOLDS and told < NONE and known < NONE else told
