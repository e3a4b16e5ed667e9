"""Makes the vectors that every implementation of section 3 reads: `python -m bredvid.room.shopping.vectors`."""

import json
from pathlib import Path
from typing import Any

from bredvid.room.shopping import vectors_of_codes, vectors_of_lines

FOLDER = Path(__file__).resolve().parents[1] / "vectors"


def all_files() -> dict[str, str]:
    """The text of each file of vectors by its name; the same on every machine."""
    found = {"code.json": vectors_of_codes.vectors(), "list.json": vectors_of_lines.vectors()}
    return {name: as_text(vectors) for name, vectors in found.items()}


def as_text(vectors: list[dict[str, Any]]) -> str:
    """A file of vectors, one vector a line, in ASCII: no editor or disk can normalise what is being tested."""
    lines = ",\n".join(json.dumps(vector, ensure_ascii=True) for vector in vectors)
    return f'{{"spec": "1", "vectors": [\n{lines}\n]}}\n'


def write() -> None:
    """Writes the files."""
    for name, text in all_files().items():
        (FOLDER / name).write_text(text, "utf-8")


if __name__ == "__main__":
    write()
