"""Makes the protocol's vectors (section 13), the same each time. Written by `python -m bredvid.room.tests.vectors`.

What a vector expects is written here by hand or follows from how it was made, never from what our own code answers.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bredvid.room.tests import vectors_of_entries, vectors_of_keys, vectors_of_rooms

FOLDER = Path(__file__).parents[1] / "vectors"
Vector = dict[str, Any]
FILES: dict[str, Callable[[], list[Vector]]] = {
    "keys": vectors_of_keys.keys_vectors,
    "proof": vectors_of_keys.proof_vectors,
    "sign-in": vectors_of_keys.sign_in_vectors,
    "padding": vectors_of_keys.padding_vectors,
    "fake": vectors_of_keys.fake_vectors,
    "entries": lambda: vectors_of_entries.vectors()[1],
    "rooms": vectors_of_rooms.vectors,
}


def text_of(name: str) -> str:
    """The text of a file of vectors."""
    given = {"given": vectors_of_entries.vectors()[0]} if name == "entries" else {}
    whole = {"spec": "1", **given, "vectors": FILES[name]()}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def read(name: str) -> list[Vector]:
    """The vectors of a file, each with what is given for all of them."""
    whole = json.loads((FOLDER / f"{name}.json").read_text())
    return [whole.get("given", {}) | vector for vector in whole["vectors"]]


if __name__ == "__main__":
    for each in FILES:
        (FOLDER / f"{each}.json").write_text(text_of(each))
