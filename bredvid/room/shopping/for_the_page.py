"""The list as her page reads it: `python -m bredvid.room.shopping.for_the_page FILE` writes it, the same for all."""

import json
import sys
from pathlib import Path
from typing import Any

from bredvid.room.shopping.loading import shopping_list
from bredvid.room.shopping.shape import LANGUAGES, ShoppingList


def as_json(found: ShoppingList) -> str:
    """The list: `items` by index, each with its written forms language by language, and the folded words of amounts."""
    amounts: dict[str, Any] = {
        "quantities": sorted(found.amounts.quantities),
        "units": sorted(found.amounts.units),
        "joiners": sorted(found.amounts.joiners),
        "between": list(found.amounts.between),
    }
    items = [[list(item.forms[language]) for language in LANGUAGES] for item in found.items]
    whole = {"version": found.version, "languages": list(LANGUAGES), "amounts": amounts, "items": items}
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")) + "\n"


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(as_json(shopping_list()), "utf-8")
