"""A crosswalk as plain values, and its TOML file: which older question is which newer one, and how well they compare.

    {"code", "old", "new", "pairs": [{"old", "new", "grade", "options", "note_sv", "note_en", "order"}]}

`old` and `new` of the crosswalk are versions of one questionnaire; of a pair they are codes of questions, "" where it
has no counterpart. `options` is as it stands in the file: older answer → the newer answers that together are the same.
Whether questions and answers exist is checked when it is stored (storing/crosswalks.py).
"""

from pathlib import Path
from typing import Any

from bredvid.review.documents import (
    DocumentError,
    Row,
    number,
    only_once,
    ordered,
    read_file,
    read_table,
    slug,
    table,
    text,
)
from bredvid.review.models import Correspondence

CROSSWALKS = Path(__file__).parent / "crosswalks"

CROSSWALK = {"code": slug(), "old": number(), "new": number()}
PAIR = {
    "old": text(""), "new": text(""), "grade": text(choices=Correspondence.Grade.values), "options": table({}),
    "note_sv": text(), "note_en": text(),
}  # fmt: skip


def crosswalk_files(root: Path = CROSSWALKS) -> list[Path]:
    """The files of all crosswalks, by name."""
    return sorted(root.glob("*.toml"))


def read_crosswalk(path: Path) -> Row:
    """Reads and checks a crosswalk's file. Raises DocumentError naming the file and the pair."""
    document = read_file(path)
    head = read_table(document.get("crosswalk"), CROSSWALK, f"{path.name} [crosswalk]")
    if head["old"] >= head["new"]:
        raise DocumentError(f"{path.name}: a crosswalk leads onward, not from {head['old']} to {head['new']}")
    pairs = list(ordered(document.get("pair", []), PAIR, f"{path.name} [[pair]]"))
    for side in ("old", "new"):
        only_once([pair[side] for pair in pairs if pair[side]], f"{path.name} {side}")
    return {**head, "pairs": [_pair(pair, name_of(pair, path.name)) for pair in pairs]}


def name_of(pair: Row, where: str) -> str:
    """How a message names a pair: by its questions."""
    return f"{where} {pair['old'] or '–'} → {pair['new'] or '–'}"


def _pair(pair: Row, where: str) -> Row:
    alone = not (pair["old"] and pair["new"])
    if not (pair["old"] or pair["new"]):
        raise DocumentError(f"{where}: name the older question, the newer one, or both")
    if alone != (pair["grade"] == Correspondence.Grade.NONE):
        raise DocumentError(f'{where}: the grade "-" is for a question without a counterpart, and for such alone')
    return {**pair, "options": {code: _codes(codes, f"{where} {code}") for code, codes in pair["options"].items()}}


def _codes(codes: Any, where: str) -> list[str]:
    found = [codes] if isinstance(codes, str) else codes
    if not isinstance(found, list) or not all(isinstance(code, str) for code in found):
        raise DocumentError(f"{where}: expected the code of a newer answer, or a list of such, found {codes!r}")
    only_once(found, where)
    return found
