"""The list from its file. Nobody gets one that the linter has something to say about."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from bredvid.room.shopping.folding import fold
from bredvid.room.shopping.shape import LANGUAGES, Amounts, BadListError, Item, ShoppingList

VERSION = 1


@cache
def shopping_list() -> ShoppingList:
    """The list of this version, read and checked once in a process. Raises BadListError."""
    # Imported here: the linter reads typed lines with the list it checks.
    from bredvid.room.shopping.linter import faults_of

    found = read_list_file(files("bredvid.room.shopping").joinpath(f"items-{VERSION}.toml").read_text("utf-8"))
    if faults := faults_of(found):
        raise BadListError(faults)
    return found


def read_list_file(text: str) -> ShoppingList:
    """The list that a text holds, not yet checked by the linter. Raises BadListError where it is no such file."""
    try:
        return _shaped(tomllib.loads(text))
    except (tomllib.TOMLDecodeError, KeyError, TypeError, AttributeError) as error:
        raise BadListError([f"the file cannot be read as a list: {type(error).__name__}: {error}"]) from error


def _shaped(document: dict[str, Any]) -> ShoppingList:
    words = document["amounts"]
    return ShoppingList(
        version=document["version"],
        items=tuple(_item(row) for row in document["items"]),
        groups=document["groups"],
        amounts=Amounts(
            quantities=frozenset(map(fold, words["quantities"])),
            units=frozenset(map(fold, words["units"])),
            joiners=frozenset(map(fold, words["joiners"])),
            between=tuple(words["between"]),
        ),
        never=tuple(map(fold, document["never"])),
    )


def _item(row: dict[str, Any]) -> Item:
    return Item(row["index"], row["id"], row["group"], {language: tuple(row[language]) for language in LANGUAGES})
