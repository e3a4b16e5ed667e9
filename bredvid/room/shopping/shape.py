"""What a shopping list is."""

from collections.abc import Iterator
from dataclasses import dataclass

LANGUAGES = ("sv", "en")


class BadListError(ValueError):
    """The list may not be used (`bad-list`). `faults` says everything that is wrong with it, in words."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__(f"bad-list: {len(faults)} faults; the first: {faults[0]}")
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Item:
    """One thing to buy. The first form of each language is its name; `index` is its number in a code for ever."""

    index: int
    id: str
    group: str
    forms: dict[str, tuple[str, ...]]

    def name(self, language: str) -> str:
        """The item as it is shown in `sv` or `en`."""
        return self.forms[language][0]

    def all_forms(self) -> Iterator[str]:
        """Every written form, in the order of the languages."""
        for language in LANGUAGES:
            yield from self.forms[language]


@dataclass(frozen=True, slots=True)
class Amounts:
    """Folded words that say how much of a thing. `joiners` follow an amount ("of"); `between` stand between items."""

    quantities: frozenset[str]
    units: frozenset[str]
    joiners: frozenset[str]
    between: tuple[str, ...]

    def is_quantity(self, word: str) -> bool:
        """Whether the word is a number, in digits or letters, or the like."""
        return word.isdigit() or word in self.quantities

    def is_amount(self, word: str) -> bool:
        """Whether the word can be a part of an amount."""
        return self.is_quantity(word) or word in self.units or word in self.joiners


@dataclass(frozen=True, slots=True)
class ShoppingList:
    """A version of the list: items by index, names of groups by id and language, and the words for amounts."""

    version: int
    items: tuple[Item, ...]
    groups: dict[str, dict[str, str]]
    amounts: Amounts
    never: tuple[str, ...]
