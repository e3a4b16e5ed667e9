"""Every rule that a list must keep. A rule yields each fault in words; a list with one fault is not used."""

import re
from collections.abc import Callable, Iterator

from bredvid.room.shopping.canonical import ITEMS, LIST_VERSION
from bredvid.room.shopping.distance import Neighbours, within_one
from bredvid.room.shopping.folding import fold
from bredvid.room.shopping.shape import LANGUAGES, Amounts, Item, ShoppingList

SHORTEST = 3  # letters of a folded form: within one edit of two letters lies half the alphabet
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
FORM = re.compile(r"[^\W\d_]+([ -][^\W\d_]+)*")


def faults_of(shopping_list: ShoppingList) -> list[str]:
    """Everything that is wrong with the list, in the order of the rules; nothing where it may be used."""
    return [fault for rule in RULES for fault in rule(shopping_list)]


def numbers(shopping_list: ShoppingList) -> Iterator[str]:
    """The version, and indices from 0 without a gap: an index stands in codes that are on paper."""
    if shopping_list.version != LIST_VERSION:
        yield f"The list has version {shopping_list.version}; this is version {LIST_VERSION}."
    if len(shopping_list.items) != ITEMS:
        yield f"The list has {len(shopping_list.items)} items; it must have {ITEMS}."
    for place, item in enumerate(shopping_list.items):
        if item.index != place:
            yield f"{item.id}: has index {item.index} at place {place}; items stand in the order of their index."


def names(shopping_list: ShoppingList) -> Iterator[str]:
    """Ids that are ids and differ, groups that exist and are named, a name in each language."""
    seen: set[str] = set()
    for item in shopping_list.items:
        if not ID.fullmatch(item.id):
            yield f"{item.id!r}: an id has small letters a to z, digits and single hyphens."
        if item.id in seen:
            yield f"{item.id}: two items have this id."
        seen.add(item.id)
        if item.group not in shopping_list.groups:
            yield f"{item.id}: there is no group {item.group!r}."
        yield from (f"{item.id}: has no name in {code}." for code in LANGUAGES if not item.forms[code])
    for group, titles in shopping_list.groups.items():
        yield from (f"group {group}: has no name in {code}." for code in LANGUAGES if not titles.get(code))


def forms(shopping_list: ShoppingList) -> Iterator[str]:
    """Forms are words of letters, long enough, and stand once in a language."""
    for item in shopping_list.items:
        for language in LANGUAGES:
            folded = [fold(form) for form in item.forms[language]]
            yield from (f"{item.id}: {form!r} stands twice in {language}." for form in _repeated(folded))
        for form in item.all_forms():
            yield from (f"{item.id}: {form!r} {what}" for what in _shape_of(form, shopping_list.amounts))


def _repeated(folded: list[str]) -> set[str]:
    return {form for form in folded if folded.count(form) > 1}


def _shape_of(form: str, amounts: Amounts) -> Iterator[str]:
    words = fold(form).split()
    if not FORM.fullmatch(form):
        yield "may have only letters, single spaces and hyphens."
    if len("".join(words)) < SHORTEST:
        yield f"is shorter than {SHORTEST} letters."
    if words and (amounts.is_quantity(words[0]) or amounts.is_quantity(words[-1])):
        yield "begins or ends with a word that is taken for an amount."
    if set(words) & set(map(fold, amounts.between)):
        yield "has a word that parts two items."


def unfit(shopping_list: ShoppingList) -> Iterator[str]:
    """Words that nobody's paper may hold because of us: they can tell, hurt or be joked about."""
    for item in shopping_list.items:
        for form in item.all_forms():
            if found := set(shopping_list.never) & {fold(form), *fold(form).split()}:
                yield f"{item.id}: {form!r} holds {', '.join(sorted(found))}, which no item may."


def distances(shopping_list: ShoppingList) -> Iterator[str]:
    """Forms of different items, whatever their languages, are at least two edits apart."""
    owners = _owners(shopping_list)
    neighbours = Neighbours(owners)
    for form, items in owners.items():
        if len(items) > 1:
            yield f"{form!r} belongs to {' and '.join(sorted(item.id for item in items.values()))}."
        for near in sorted(neighbours.of(form)):
            others = [item.id for index, item in owners[near].items() if index not in items]
            if form < near and others:
                mine = " and ".join(item.id for item in items.values())
                yield f"{form!r} ({mine}) is one edit from {near!r} ({' and '.join(others)})."


def amounts_that_hide(shopping_list: ShoppingList) -> Iterator[str]:
    """No slip may make a form into an amount and another item: "trä sked" with one letter wrong is "tre sked"."""
    owners, amounts = _owners(shopping_list), shopping_list.amounts
    for form, items in owners.items():
        for at in range(1, len(form)):
            if rest := _of_others(form[at:].strip(), items, owners):
                slips = (f"{word} {rest}" for word in sorted(amounts.quantities | amounts.units))
                yield from (f"{form!r} is one edit from {it!r}, an amount." for it in slips if within_one(form, it))


def _of_others(text: str, items: dict[int, Item], owners: dict[str, dict[int, Item]]) -> str:
    """The text where it is a form of an item that is none of these, otherwise nothing."""
    return text if owners.get(text, items).keys() - items.keys() else ""


def _owners(shopping_list: ShoppingList) -> dict[str, dict[int, Item]]:
    owners: dict[str, dict[int, Item]] = {}
    for item in shopping_list.items:
        for form in item.all_forms():
            owners.setdefault(fold(form), {})[item.index] = item
    return owners


RULES: tuple[Callable[[ShoppingList], Iterator[str]], ...] = (
    numbers, names, forms, unfit, distances, amounts_that_hide
)  # fmt: skip
